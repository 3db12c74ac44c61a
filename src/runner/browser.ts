import { folder } from 'virtual:pyodide-assets';
import { createRunner } from './create-runner.ts';
import type { FromWorker } from './protocol.ts';
import type { Runner } from './runner.ts';
import type { WorkerPort } from './worker-port.ts';

/** The runner of the page: Pyodide in module workers, its files served beside the app. */
export function createBrowserRunner(): Runner {
  const sources = import.meta.glob<string>('./python/**/*.py', { query: '?raw', import: 'default', eager: true });
  const pythonFiles = Object.fromEntries(
    Object.entries(sources).map(([path, content]) => [path.replace('./python/', ''), content]),
  );
  return createRunner({
    spawn: spawnWorker,
    indexUrl: new URL(folder, document.baseURI).href,
    pythonFiles,
    alwaysPristine: true,
  });
}

function spawnWorker(): WorkerPort {
  const worker = new Worker(new URL('./worker/entry.browser.ts', import.meta.url), { type: 'module', name: 'python' });
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) =>
      worker.addEventListener('message', (event: MessageEvent<FromWorker>) => listener(event.data)),
    onError: (listener) =>
      worker.addEventListener('error', (event) => listener(event.message || 'The Python worker could not be loaded.')),
    terminate: () => worker.terminate(),
  };
}
