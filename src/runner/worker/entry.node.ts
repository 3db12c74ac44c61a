import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { loadPyodide } from 'pyodide';
import type { ToWorker } from '../protocol.ts';
import { createSession } from './session.ts';

const port = parentPort;
if (port === null) throw new Error('This file is the entry of a worker thread.');

const handle = createSession({
  loadPyodide,
  // The files are on disk already.
  download: async (_indexUrl, known) =>
    known === undefined ? readFileSync(workerData.snapshot) : new Uint8Array(known).slice(),
  post: (message, transfer = []) => port.postMessage(message, transfer),
  harden: () => undefined,
});

port.on('message', (message: ToWorker) => void handle(message));
