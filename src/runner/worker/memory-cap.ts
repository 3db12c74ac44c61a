/** One interpreter may grow to this; past it Python sees a failed allocation and raises MemoryError. */
export const MEMORY_CAP_BYTES = 1024 * 1024 * 1024;

const PAGE_BYTES = 65_536;

export interface MemoryCap {
  /** Whether memory was asked for past the cap since the last call of this. Python does not always live to say so itself. */
  takeRefused(): boolean;
}

/** Caps every WebAssembly memory that is created afterwards in this worker. Call before Pyodide is loaded. */
export function capMemory(capBytes: number): MemoryCap {
  const grow = WebAssembly.Memory.prototype.grow;
  let refused = false;
  WebAssembly.Memory.prototype.grow = function growUpToTheCap(this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * PAGE_BYTES > capBytes) {
      refused = true;
      throw new RangeError('the memory cap of the candidate is reached');
    }
    return grow.call(this, pages);
  };
  return {
    takeRefused() {
      const was = refused;
      refused = false;
      return was;
    },
  };
}
