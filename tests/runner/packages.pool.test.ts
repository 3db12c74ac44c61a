import { expect, test } from 'vitest';
import { createRunner } from '#runner/create-runner.ts';
import type { RunnerState } from '#runner/runner.ts';
import { createFakeWorker, type FakeWorker, returned, settle } from '../fakes/fake-worker.ts';

/** A runner as in the browser, whose workers do what the test says. */
function createRig() {
  const workers: FakeWorker[] = [];
  const states: RunnerState[] = [];
  const runner = createRunner({
    indexUrl: '/pyodide/',
    pythonFiles: {},
    alwaysPristine: true,
    spawn() {
      const worker = createFakeWorker();
      workers.push(worker);
      return worker.port;
    },
  });
  runner.subscribe(() => states.push(runner.state()));
  const latest = (): FakeWorker => {
    const worker = workers.at(-1);
    if (worker === undefined) throw new Error('nothing has been booted');
    return worker;
  };
  /** Lets the latest worker finish its boot. */
  async function ready(missing: readonly string[] = []): Promise<FakeWorker> {
    await settle();
    const worker = latest();
    worker.say({ type: 'ready', version: '3.14.2', missing });
    await settle();
    return worker;
  }
  function run(source: string): { ended(): boolean } {
    let ended = false;
    const call = { index: 0, args: '', earlier: [], unchanged: false, limitMs: 1000 };
    void runner
      .run({ source, entry: 'f', calls: [call], pristine: true }, { onOutcome: () => undefined })
      .then(() => (ended = true));
    return { ended: () => ended };
  }
  async function answer(worker: FakeWorker): Promise<void> {
    const { runId } = worker.runRequest();
    worker.say({ type: 'case-started', runId, index: 0, ticket: 1 });
    worker.say({ type: 'case-finished', runId, index: 0, outcome: returned });
    worker.say({ type: 'run-finished', runId });
    await settle();
  }
  const packages = (): (readonly string[])[] => workers.map((worker) => worker.bootRequest().packages);
  /** Boots what a page boots: a candidate's interpreter, the trusted one, and a spare. */
  async function open(): Promise<void> {
    runner.boot();
    for (let i = 0; i < 3; i += 1) await ready();
  }
  return { runner, workers, states, ready, run, answer, packages, open };
}

test('nothing is loaded before code imports it', async () => {
  const { open, packages, states, run, workers, answer } = createRig();
  await open();
  run('import math');
  await settle();
  expect(packages()).toEqual([[], [], []]);
  expect(states.map(({ kind }) => kind)).toEqual(['ready']);
  const [first] = workers;
  if (first !== undefined) await answer(first);
});

test('code that imports a package gets a new interpreter with it, and what waits without it is given up', async () => {
  const { open, packages, states, run, workers, ready, answer } = createRig();
  await open();
  const ran = run('import numpy');
  await settle();
  expect(packages()).toEqual([[], [], [], ['numpy']]);
  expect(workers.map((worker) => worker.terminated())).toEqual([true, false, true, false]);
  expect(states.at(-1)).toEqual({ kind: 'loading', packages: ['numpy'], version: '3.14.2' });
  const worker = await ready();
  expect(states.at(-1)).toEqual({ kind: 'ready', version: '3.14.2' });
  await answer(worker);
  expect(ran.ended()).toBe(true);
});

test('from then on every spare holds it, without a word, and other code uses it too', async () => {
  const { open, packages, states, run, workers, ready, answer } = createRig();
  await open();
  run('import numpy');
  await answer(await ready());
  const spare = await ready();
  expect(spare.bootRequest().packages).toEqual(['numpy']);
  const told = states.length;
  const ran = run('x = 1');
  await settle();
  await answer(spare);
  expect(ran.ended()).toBe(true);
  run('from numpy import array');
  const next = await ready();
  await answer(next);
  expect(packages().slice(3)).toEqual([['numpy'], ['numpy'], ['numpy'], ['numpy']]);
  expect(workers.filter((worker) => worker.bootRequest().role === 'trusted')).toHaveLength(1);
  expect(states).toHaveLength(told);
});

test('a second package is loaded beside the first', async () => {
  const { open, states, run, ready, answer } = createRig();
  await open();
  run('import numpy');
  await answer(await ready());
  await ready();
  await ready();
  run('import sortedcontainers');
  await settle();
  expect(states.at(-1)).toMatchObject({ kind: 'loading', packages: ['sortedcontainers'] });
  expect([...(await ready()).bootRequest().packages].sort()).toEqual(['numpy', 'sortedcontainers']);
});

test('a package that cannot be had is tried again by the next run that needs it, and by no other', async () => {
  const { open, run, ready, answer, workers } = createRig();
  await open();
  const first = run('import numpy');
  await answer(await ready(['numpy']));
  expect(first.ended()).toBe(true);
  const next = await ready();
  expect(next.bootRequest().packages).toEqual([]);
  await ready();
  run('import numpy');
  const again = await ready();
  expect(next.terminated()).toBe(true);
  expect(again.bootRequest().packages).toEqual(['numpy']);
  await answer(again);
  expect((await ready()).bootRequest().packages).toEqual(['numpy']);
  expect(workers).toHaveLength(9);
});

test('a run waits for no boot that it has made needless', async () => {
  const { open, run, ready, answer, packages } = createRig();
  await open();
  run('import numpy');
  await answer(await ready(['numpy']));
  // Under way is the interpreter of the next run; its spare has not begun.
  run('import numpy');
  await ready();
  await ready();
  expect(packages().slice(3)).toEqual([['numpy'], [], ['numpy']]);
});

test('an import in the first code ever run is loaded after the boot that was under way', async () => {
  const { runner, run, ready, states, workers } = createRig();
  runner.boot();
  await settle();
  run('import numpy');
  await ready();
  expect(workers[0]?.terminated()).toBe(true);
  await ready();
  const loaded = workers.find((worker) => worker.bootRequest().packages.includes('numpy'));
  if (loaded === undefined) throw new Error('numpy was never asked for');
  loaded.say({ type: 'ready', version: '3.14.2' });
  await settle();
  expect(loaded.runRequest().source).toBe('import numpy');
  expect(states.map(({ kind }) => kind).filter((kind) => kind !== 'booting')).toEqual(['ready', 'loading', 'ready']);
});
