import { Worker } from 'node:worker_threads';
import { createRunner } from './create-runner.ts';
import type { Runner } from './runner.ts';
import { ensureSnapshot, PYODIDE_FOLDER, readPythonFiles } from './snapshot/snapshot.node.ts';
import type { WorkerPort } from './worker-port.ts';

/** The same runner under Node, for the command line and the tests: Pyodide from `node_modules`, in worker threads. */
export async function createNodeRunner(): Promise<Runner> {
  const snapshot = await ensureSnapshot();
  return createRunner({
    spawn: () => spawnThread(snapshot),
    indexUrl: PYODIDE_FOLDER,
    pythonFiles: readPythonFiles(),
    alwaysPristine: false,
  });
}

function spawnThread(snapshot: string): WorkerPort {
  // The environment is emptied: a candidate's code has no business with it.
  const worker = new Worker(new URL('./worker/entry.node.mjs', import.meta.url), {
    env: {},
    stdin: false,
    workerData: { snapshot },
  });
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => void worker.on('message', listener),
    onError(listener) {
      worker.on('error', (error: unknown) => listener(error instanceof Error ? error.message : String(error)));
      worker.on('exit', () => listener('the worker thread ended'));
    },
    terminate: () => void worker.terminate(),
  };
}
