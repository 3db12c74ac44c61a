/// <reference lib="webworker" />
import type { ToWorker } from '../protocol.ts';
import { obtainPyodide } from './download.ts';
import { keepSnapshot } from './kept-snapshot.ts';
import { removeDangerousGlobals } from './sandbox.ts';
import { createSession } from './session.ts';

declare const self: DedicatedWorkerGlobalScope;

const post = self.postMessage.bind(self);

const handle = createSession({
  obtain: obtainPyodide,
  keepSnapshot: (indexUrl, snapshot) => void keepSnapshot(indexUrl, snapshot),
  // Pyodide fetches them itself, and checks them against its lock file.
  obtainPackages: async (packages) => packages,
  post: (message, transfer = []) => post(message, transfer),
  harden: () => removeDangerousGlobals(self),
});

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  // Only the page's own messages: code in this worker could dispatch one too, and nobody can set this property.
  if (event.isTrusted) void handle(event.data);
});
