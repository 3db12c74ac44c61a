/// <reference lib="webworker" />
import { loadPyodide } from 'pyodide';
import type { ToWorker } from '../protocol.ts';
import { downloadPyodide } from './download.ts';
import { removeDangerousGlobals } from './sandbox.ts';
import { createSession } from './session.ts';

declare const self: DedicatedWorkerGlobalScope;

const post = self.postMessage.bind(self);

const handle = createSession({
  loadPyodide,
  download: downloadPyodide,
  // Pyodide fetches them itself, and checks them against its lock file.
  obtainPackages: async (packages) => packages,
  post: (message, transfer = []) => post(message, transfer),
  harden: () => removeDangerousGlobals(self),
});

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  void handle(event.data);
});
