import type { PyodideAPI } from 'pyodide';
import { interruptBuffer } from '../control.ts';
import type { BootRequest, BootStage } from '../protocol.ts';
import { createFdOutput, type FdOutput } from './fd-output.ts';
import { capMemory, MEMORY_CAP_BYTES } from './memory-cap.ts';
import { loadPackages } from './packages.ts';
import { pyodideOptions } from './pyodide-options.ts';

export interface Interpreter {
  readonly pyodide: PyodideAPI;
  readonly stdout: FdOutput;
  readonly stderr: FdOutput;
  /** What Python was restored from, in memory that other workers can read; null where there is none to share. */
  readonly snapshot: SharedArrayBuffer | null;
  /** The packages that were asked for and could not be loaded. */
  readonly missing: readonly string[];
}

/** What differs between a browser's worker and Node's. */
export interface Platform {
  loadPyodide(options: Record<string, unknown>): Promise<PyodideAPI>;
  /**
   * Fetches Pyodide's files ahead, so that progress can be told in real bytes. Resolves to the memory snapshot, or to
   * null where there is none that can be trusted. With `known`, the snapshot is there already.
   */
  download(
    indexUrl: string,
    known: SharedArrayBuffer | undefined,
    onProgress: (loaded: number, total: number) => void,
  ): Promise<Uint8Array | null>;
  /** Makes packages ready for Pyodide to load, where it does not fetch them itself. Resolves to those that can be had. */
  obtainPackages(packages: readonly string[]): Promise<readonly string[]>;
}

const FD_CAP_BYTES = 20_000;

/** Loads Pyodide with our Python package in place. Rejects with the reason when that fails. */
export async function boot(
  request: BootRequest,
  platform: Platform,
  onProgress: (stage: BootStage, loaded: number, total: number) => void,
): Promise<Interpreter> {
  capMemory(MEMORY_CAP_BYTES);
  onProgress('download', 0, 0);
  const snapshot = await platform.download(request.indexUrl, request.snapshot, (loaded, total) =>
    onProgress('download', loaded, total),
  );
  onProgress('start', 0, 1);
  const pyodide = await load(request, platform, snapshot);
  onProgress('load', 0, 1);
  const stdout = createFdOutput(FD_CAP_BYTES);
  const stderr = createFdOutput(FD_CAP_BYTES);
  pyodide.setStdin({ stdin: () => null });
  pyodide.setStdout({ write: stdout.write });
  pyodide.setStderr({ write: stderr.write });
  pyodide.pyimport('edgewise.preload').destroy();
  if (request.packages.length > 0) onProgress('packages', 0, 1);
  const obtainable = await platform.obtainPackages(request.packages);
  const missing = await loadPackages(pyodide, request.packages, obtainable);
  if (request.control !== undefined) pyodide.setInterruptBuffer(interruptBuffer(request.control));
  return { pyodide, stdout, stderr, snapshot: request.snapshot ?? share(snapshot), missing };
}

function share(snapshot: Uint8Array | null): SharedArrayBuffer | null {
  if (snapshot === null || typeof SharedArrayBuffer === 'undefined') return null;
  const shared = new SharedArrayBuffer(snapshot.length);
  new Uint8Array(shared).set(snapshot);
  return shared;
}

async function load(request: BootRequest, platform: Platform, snapshot: Uint8Array | null): Promise<PyodideAPI> {
  const options = pyodideOptions(request.indexUrl, request.pythonFiles);
  if (snapshot !== null) {
    try {
      return await platform.loadPyodide({ ...options, _loadSnapshot: snapshot });
    } catch (error) {
      console.warn('The memory snapshot could not be restored; starting Python from its files.', error);
    }
  }
  return platform.loadPyodide(options);
}
