import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { loadPyodide } from 'pyodide';
import { fetchWheels } from '../packages.node.ts';
import type { ToWorker } from '../protocol.ts';
import { createSession } from './session.ts';

const port = parentPort;
if (port === null) throw new Error('This file is the entry of a worker thread.');

const { snapshot, packages: source } = workerData;

const handle = createSession({
  // The files are on disk already.
  obtain: ({ snapshot: known }) => ({
    snapshot: Promise.resolve(known === undefined ? readFileSync(snapshot) : new Uint8Array(known).slice()),
    arrived: Promise.resolve(),
    module: null,
    load: (options) => loadPyodide({ ...options, lockFileContents: source.lock, packageCacheDir: source.folder }),
  }),
  keepSnapshot: () => undefined,
  obtainPackages: (packages) => fetchWheels(source, packages),
  post: (message, transfer = []) => port.postMessage(message, transfer),
  harden: () => undefined,
});

port.on('message', (message: ToWorker) => void handle(message));
