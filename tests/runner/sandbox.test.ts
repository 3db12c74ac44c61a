import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';

async function askThread(): Promise<Record<string, unknown>> {
  const worker = new Worker(new URL('../fakes/sandboxed-thread.mjs', import.meta.url));
  try {
    return await new Promise((resolve, reject) => {
      worker.on('message', resolve);
      worker.on('error', reject);
    });
  } finally {
    await worker.terminate();
  }
}

test('a worker loses every name with which code could get out, and every way to compile text or to change the language', async () => {
  const told = await askThread();
  const { refused, ...rest } = told as { readonly refused: Record<string, boolean> };
  expect(Object.entries(refused).filter(([, held]) => !held)).toEqual([]);
  expect(rest).toEqual({
    left: [],
    notPinned: [],
    functionsAreStillFunctions: true,
    timersStillRun: true,
    // Not the global object, which timers hand to their handlers otherwise.
    thisOfTimer: undefined,
    ownNames: ['its own', null, 'toString,constructor'],
    errors: ['Renamed: after', 'Renamed: after', 'Error: short'],
    globalsOfPython: true,
  });
});
