import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';

test('a worker loses every name with which code could get out, and every way to compile text', async () => {
  const worker = new Worker(new URL('../fakes/sandboxed-thread.mjs', import.meta.url));
  const told = await new Promise((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', reject);
  });
  await worker.terminate();
  expect(told).toEqual({
    left: [],
    refused: {
      'new Function': true,
      'the constructor of a function': true,
      'the constructor of an async function': true,
      'the constructor of a generator': true,
      'a timer with text': true,
    },
    functionsAreStillFunctions: true,
    timersStillRun: true,
    globalsOfPython: true,
  });
});
