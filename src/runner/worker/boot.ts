import type { PyodideAPI } from 'pyodide';
import { interruptBuffer } from '../control.ts';
import type { BootRequest, BootStage } from '../protocol.ts';
import { createFdOutput, type FdOutput } from './fd-output.ts';
import { capMemory, MEMORY_CAP_BYTES, type MemoryCap } from './memory-cap.ts';
import { loadPackages } from './packages.ts';
import { pyodideOptions } from './pyodide-options.ts';
import { limitStack } from './stack.ts';

export interface Interpreter {
  readonly pyodide: PyodideAPI;
  readonly stdout: FdOutput;
  readonly stderr: FdOutput;
  readonly memory: MemoryCap;
  /** What Python was restored from, in memory that other workers can read; null where there is none to share. */
  readonly snapshot: SharedArrayBuffer | null;
  /** Compiled once, for all workers; null where it cannot be sent to another. */
  readonly module: WebAssembly.Module | null;
  /** The packages that were asked for and could not be loaded. */
  readonly missing: readonly string[];
}

/** Pyodide's files on their way, and what can be done with them. */
export interface PyodideFiles {
  /** The memory snapshot. Rejects where there is none that can be trusted: Python starts without one too. */
  readonly snapshot: Promise<Uint8Array>;
  /** Everything but the snapshot. Rejects with a sentence when something could not be had. */
  readonly arrived: Promise<unknown>;
  /** The compiled interpreter, for the workers that come after this one, where it can be sent. */
  readonly module: Promise<WebAssembly.Module> | null;
  load(options: Record<string, unknown>): Promise<PyodideAPI>;
}

/** What differs between a browser's worker and Node's. */
export interface Platform {
  /** `onProgress` tells of bytes, where they have to come from afar. */
  obtain(request: BootRequest, onProgress: (loaded: number, total: number) => void): PyodideFiles;
  /** Makes packages ready for Pyodide to load, where it does not fetch them itself. Resolves to those that can be had. */
  obtainPackages(packages: readonly string[]): Promise<readonly string[]>;
  /** Told what Python was restored from once a trusted interpreter is up. */
  keepSnapshot(indexUrl: string, snapshot: Uint8Array): void;
}

const FD_CAP_BYTES = 20_000;

/** Loads Pyodide with our Python package in place. Rejects with the reason when that fails. */
export async function boot(
  request: BootRequest,
  platform: Platform,
  onProgress: (stage: BootStage, loaded: number, total: number) => void,
): Promise<Interpreter> {
  const memory = capMemory(MEMORY_CAP_BYTES);
  onProgress('download', 0, 0);
  const files = platform.obtain(request, (loaded, total) => onProgress('download', loaded, total));
  const start = files.arrived.then(() => onProgress('start', 0, 1));
  // Pyodide only writes to the console when a file is missing, and then waits for ever.
  const [{ pyodide, snapshot }] = await Promise.all([load(request, files), start]);
  limitStack(pyodide);
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
  if (request.role === 'trusted' && snapshot !== null) platform.keepSnapshot(request.indexUrl, snapshot);
  return {
    pyodide,
    stdout,
    stderr,
    memory,
    snapshot: request.snapshot ?? share(snapshot),
    module: request.module ?? (await files.module),
    missing,
  };
}

function share(snapshot: Uint8Array | null): SharedArrayBuffer | null {
  if (snapshot === null || typeof SharedArrayBuffer === 'undefined') return null;
  const shared = new SharedArrayBuffer(snapshot.length);
  new Uint8Array(shared).set(snapshot);
  return shared;
}

async function load(
  request: BootRequest,
  files: PyodideFiles,
): Promise<{ readonly pyodide: PyodideAPI; readonly snapshot: Uint8Array | null }> {
  const options = pyodideOptions(request.indexUrl, request.pythonFiles);
  try {
    const pyodide = await files.load({ ...options, _loadSnapshot: files.snapshot });
    return { pyodide, snapshot: await files.snapshot };
  } catch (error) {
    // What is missing altogether is told as such; a second try would wait for it for ever.
    await files.arrived;
    console.warn('The memory snapshot could not be restored; starting Python from its files.', error);
    return { pyodide: await files.load(options), snapshot: null };
  }
}
