/** What reaches the file descriptors themselves (`os.write(1, ...)`, C code), past Python's own streams. */
export interface FdOutput {
  /** Goes to `pyodide.setStdout` and `setStderr`. */
  write(bytes: Uint8Array): number;
  /** The text since the last call, and how many bytes were not kept. */
  take(): { text: string; dropped: number };
}

export function createFdOutput(capBytes: number): FdOutput {
  let kept: Uint8Array[] = [];
  let size = 0;
  let dropped = 0;
  return {
    write(bytes) {
      const part = bytes.slice(0, Math.max(0, capBytes - size));
      if (part.length > 0) kept.push(part);
      size += part.length;
      dropped += bytes.length - part.length;
      return bytes.length;
    },
    take() {
      const decoder = new TextDecoder();
      const text = kept.map((part) => decoder.decode(part, { stream: true })).join('');
      const taken = { text, dropped };
      kept = [];
      size = 0;
      dropped = 0;
      return taken;
    },
  };
}
