import { files, snapshot } from 'virtual:pyodide-assets';

/**
 * Reads Pyodide's files once, counting, so that they lie in the HTTP cache when Pyodide asks for them: its own fetches
 * report no progress, and handing it the bytes would cost the browser's cache of compiled code. The memory snapshot is
 * kept; null when it does not arrive whole, for Python starts without it too.
 */
export async function downloadPyodide(
  indexUrl: string,
  known: SharedArrayBuffer | undefined,
  onProgress: (loaded: number, total: number) => void,
): Promise<Uint8Array | null> {
  // Another worker of this page has been here: the files are in the cache.
  // Copied, since Pyodide decodes text from it, which browsers refuse to do from shared memory.
  if (known !== undefined) return new Uint8Array(known).slice();
  const total = [...files, snapshot].reduce((sum, file) => sum + file.bytes, 0);
  let loaded = 0;
  const read = async (name: string): Promise<Uint8Array<ArrayBuffer>[]> => {
    const response = await fetch(indexUrl + name);
    if (!response.ok || response.body === null)
      throw new Error(`${name} could not be downloaded (HTTP ${response.status}).`);
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      loaded += part.value.byteLength;
      onProgress(Math.min(loaded, total), total);
    }
    return parts;
  };
  const readSnapshot = async (): Promise<Uint8Array | null> => {
    try {
      return await unpack(new Blob(await read(snapshot.name)));
    } catch (error) {
      console.warn('The memory snapshot is not usable; Python starts from its files.', error);
      return null;
    }
  };
  const [memory] = await Promise.all([readSnapshot(), ...files.map(({ name }) => read(name))]);
  return memory;
}

/** Checks the snapshot and unpacks it: a truncated or altered one must not become somebody's Python. */
async function unpack(packed: Blob): Promise<Uint8Array> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await packed.arrayBuffer()));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (sha256 !== snapshot.sha256) throw new Error('its checksum is wrong');
  const unpacked = packed.stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
