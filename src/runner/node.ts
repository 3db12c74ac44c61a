import { Worker } from 'node:worker_threads';
import { messageOf } from '#domain/message-of.ts';
import { createRunner } from './create-runner.ts';
import {
  DISTRIBUTION_URL,
  hostedWheels,
  type PackageSource,
  packagesFolder,
  readLock,
  rewriteLock,
} from './packages.node.ts';
import type { Runner } from './runner.ts';
import { ensureSnapshot, PYODIDE_FOLDER, readPythonFiles } from './snapshot/snapshot.node.ts';
import type { WorkerPort } from './worker-port.ts';

/** The same runner under Node, for the command line and the tests: Pyodide from `node_modules`, in worker threads. */
export async function createNodeRunner(packages: PackageSource = openPackages()): Promise<Runner> {
  const snapshot = await ensureSnapshot();
  return createRunner({
    spawn: () => spawnThread({ snapshot, packages }),
    indexUrl: PYODIDE_FOLDER,
    pythonFiles: readPythonFiles(),
    alwaysPristine: false,
  });
}

/** The wheels that set-up has fetched, and Pyodide's distribution for the others. */
function openPackages(): PackageSource {
  const folder = packagesFolder(PYODIDE_FOLDER);
  const lock = readLock(PYODIDE_FOLDER);
  // Names without a URL: Pyodide under Node loads from the folder.
  return { lock: rewriteLock(lock, hostedWheels(lock, folder), ''), folder, from: DISTRIBUTION_URL };
}

/** What `worker/entry.node.ts` reads. */
interface WorkerData {
  readonly snapshot: string;
  readonly packages: PackageSource;
}

function spawnThread(workerData: WorkerData): WorkerPort {
  // The environment is emptied: a candidate's code has no business with it.
  const worker = new Worker(new URL('./worker/entry.node.mjs', import.meta.url), {
    env: {},
    stdin: false,
    workerData,
  });
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => void worker.on('message', listener),
    onError(listener) {
      worker.on('error', (error: unknown) => listener(messageOf(error)));
      worker.on('exit', () => listener('the worker thread ended'));
    },
    terminate: () => void worker.terminate(),
  };
}
