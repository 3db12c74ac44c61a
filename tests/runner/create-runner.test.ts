import { describe, expect, test, vi } from 'vitest';
import type { Outcome } from '#domain/outcome.ts';
import { createRunner } from '#runner/create-runner.ts';
import { TrustedTimeout } from '#runner/interpreter.ts';
import type { CaseCall, InterpreterRole } from '#runner/protocol.ts';
import type { RunnerState } from '#runner/runner.ts';
import { createFakeWorker, type FakeWorker, returned, settle } from '../fakes/fake-worker.ts';

const FILES = { 'edgewise/harness.py': '# harness', 'edgewise/trusted.py': '# answers', 'edgewise/mutants.py': '# m' };

function runnerWithWorkers({ alwaysPristine = false } = {}) {
  const workers: (FakeWorker & { readonly role: InterpreterRole })[] = [];
  const runner = createRunner({
    indexUrl: '/pyodide/',
    pythonFiles: FILES,
    alwaysPristine,
    spawn(role) {
      const worker = { ...createFakeWorker(), role };
      workers.push(worker);
      return worker.port;
    },
  });
  const worker = (index: number): FakeWorker => {
    const found = workers.at(index);
    if (found === undefined) throw new RangeError(`no worker ${index}`);
    return found;
  };
  const ready = async (index = -1): Promise<FakeWorker> => {
    await settle();
    worker(index).say({ type: 'ready', version: '3.14.2' });
    await settle();
    return worker(index);
  };
  return { runner, workers, worker, ready };
}

function calls(...indices: readonly number[]): CaseCall[] {
  return indices.map((index) => ({ index, args: '', earlier: [], unchanged: false, limitMs: 1000 }));
}

const code = { source: 'def f(): pass', entry: 'f', pristine: false };

/** Answers the latest run of a worker: each of its cases is returned, then the run ends. */
function answer(worker: FakeWorker, outcomes: readonly (readonly [number, Outcome])[]): void {
  const { runId } = worker.runRequest();
  for (const [index, outcome] of outcomes) {
    worker.say({ type: 'case-started', runId, index, ticket: index + 1 });
    worker.say({ type: 'case-finished', runId, index, outcome });
  }
  worker.say({ type: 'run-finished', runId });
}

describe('booting', () => {
  test('is told as one state, from download to ready', async () => {
    const { runner, worker, ready } = runnerWithWorkers();
    const states: RunnerState['kind'][] = [];
    const unsubscribe = runner.subscribe(() => states.push(runner.state().kind));
    expect(runner.state()).toEqual({ kind: 'booting', stage: 'download', loaded: 0, total: 0 });
    runner.boot();
    await settle();
    worker(0).say({ type: 'boot-progress', stage: 'download', loaded: 3, total: 9 });
    expect(runner.state()).toEqual({ kind: 'booting', stage: 'download', loaded: 3, total: 9 });
    await ready();
    expect(runner.state()).toEqual({ kind: 'ready', version: '3.14.2' });
    unsubscribe();
    expect(states).toEqual(['booting', 'ready']);
  });

  test('twice boots once', async () => {
    const { runner, workers } = runnerWithWorkers();
    runner.boot();
    runner.boot();
    await settle();
    expect(workers).toHaveLength(1);
  });

  test('after a failure boots again, and is said to boot', async () => {
    const { runner, worker, workers, ready } = runnerWithWorkers();
    runner.boot();
    await settle();
    worker(0).say({ type: 'boot-failed', message: 'no wasm' });
    await settle();
    expect(runner.state()).toEqual({ kind: 'failed', message: 'no wasm' });
    expect(worker(0).terminated()).toBe(true);
    runner.boot();
    expect(runner.state().kind).toBe('booting');
    await settle();
    expect(workers).toHaveLength(2);
    await ready();
    expect(runner.state().kind).toBe('ready');
  });

  test('a spare that fails does not take the ready state from a candidate that works', async () => {
    const { runner, worker, workers, ready } = runnerWithWorkers({ alwaysPristine: true });
    runner.boot();
    await ready();
    await ready();
    expect(workers.map(({ role }) => role)).toEqual(['candidate', 'trusted', 'candidate']);
    worker(2).say({ type: 'boot-failed', message: 'the network is gone' });
    await settle();
    expect(runner.state().kind).toBe('ready');
  });

  test('what the first was restored from and what it compiled are handed to the next', async () => {
    const { runner, worker } = runnerWithWorkers();
    runner.boot();
    await settle();
    const snapshot = new SharedArrayBuffer(8);
    const module = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    worker(0).say({ type: 'ready', version: '3.14.2', snapshot, module });
    await settle();
    expect(worker(0).bootRequest()).not.toHaveProperty('snapshot');
    expect(worker(0).bootRequest()).not.toHaveProperty('module');
    expect(worker(1).bootRequest()).toMatchObject({ snapshot, module });
  });

  test("a candidate's interpreter is not even given the modules for trusted work", async () => {
    const { runner, worker, workers, ready } = runnerWithWorkers();
    runner.boot();
    await ready();
    expect(workers.map(({ role }) => role)).toEqual(['candidate', 'trusted']);
    expect(Object.keys(worker(0).bootRequest().pythonFiles)).toEqual(['edgewise/harness.py']);
    expect(worker(1).bootRequest().pythonFiles).toEqual(FILES);
  });

  test('each interpreter has a control block of its own', async () => {
    const { runner, worker, ready } = runnerWithWorkers();
    runner.boot();
    await ready();
    expect(worker(0).bootRequest().control).toBeDefined();
    expect(worker(1).bootRequest().control).not.toBe(worker(0).bootRequest().control);
  });
});

describe('a run', () => {
  test('rejects when Python cannot be started', async () => {
    const { runner, worker } = runnerWithWorkers();
    const run = runner.run({ ...code, calls: calls(0) }, { onOutcome: () => undefined });
    await settle();
    worker(0).fail('script not found');
    await expect(run).rejects.toThrow('script not found');
  });

  test('of no cases ends at once', async () => {
    const { runner, workers } = runnerWithWorkers();
    expect(await runner.run({ ...code, calls: [] }, { onOutcome: () => undefined })).toEqual({ kind: 'finished' });
    expect(workers).toHaveLength(0);
  });

  test('goes on with the remaining cases in a fresh interpreter after a death', async () => {
    const { runner, worker, workers, ready } = runnerWithWorkers();
    const told: [number, Outcome['kind']][] = [];
    const run = runner.run(
      { ...code, calls: calls(4, 2, 7) },
      { onOutcome: (index, outcome) => told.push([index, outcome.kind]) },
    );
    const first = await ready();
    const { runId } = first.runRequest();
    first.say({ type: 'case-started', runId, index: 4, ticket: 1 });
    first.say({ type: 'case-finished', runId, index: 4, outcome: returned });
    first.say({ type: 'case-started', runId, index: 2, ticket: 2 });
    first.say({ type: 'died', runId, index: 2, message: 'x', outOfMemory: false });
    const second = await ready();
    expect(first.terminated()).toBe(true);
    expect(second.runRequest().calls.map(({ index }) => index)).toEqual([7]);
    first.sayLate({ type: 'case-finished', runId, index: 7, outcome: returned });
    answer(second, [[7, returned]]);
    expect(await run).toEqual({ kind: 'finished' });
    expect(told).toEqual([
      [4, 'returned'],
      [2, 'crashed'],
      [7, 'returned'],
    ]);
    expect(workers).toHaveLength(2);
    expect(worker(1).terminated()).toBe(false);
  });

  test('of code that kills every interpreter ends, with a crash for each case', async () => {
    const { runner, ready } = runnerWithWorkers();
    const told: [number, Outcome['kind']][] = [];
    const run = runner.run(
      { ...code, calls: calls(0, 1, 2) },
      { onOutcome: (index, outcome) => told.push([index, outcome.kind]) },
    );
    for (let i = 0; i < 3; i += 1) (await ready()).fail('gone');
    expect(await run).toEqual({ kind: 'finished' });
    expect(told).toEqual([
      [0, 'crashed'],
      [1, 'crashed'],
      [2, 'crashed'],
    ]);
  });

  test('tells each case once when a worker dies between two cases', async () => {
    const { runner, ready } = runnerWithWorkers();
    const told: number[] = [];
    const run = runner.run({ ...code, calls: calls(0, 1) }, { onOutcome: (index) => told.push(index) });
    const first = await ready();
    const { runId } = first.runRequest();
    first.say({ type: 'case-started', runId, index: 0, ticket: 1 });
    first.say({ type: 'case-finished', runId, index: 0, outcome: returned });
    first.fail('gone');
    await settle();
    if (told.length === 1) answer(await ready(), [[1, returned]]);
    expect(await run).toEqual({ kind: 'finished' });
    expect(told).toEqual([0, 1]);
  });

  test('waits for the run before it', async () => {
    const { runner, ready } = runnerWithWorkers();
    const first = runner.run({ ...code, source: '1', calls: calls(0) }, { onOutcome: () => undefined });
    const second = runner.run({ ...code, source: '2', calls: calls(0) }, { onOutcome: () => undefined });
    const worker = await ready();
    expect(worker.posted.filter(({ type }) => type === 'run')).toHaveLength(1);
    answer(worker, [[0, returned]]);
    await first;
    await settle();
    expect(worker.runRequest().source).toBe('2');
    answer(worker, [[0, returned]]);
    expect(await second).toEqual({ kind: 'finished' });
  });

  test('that is pristine gets an interpreter that has run nothing', async () => {
    const { runner, workers, ready } = runnerWithWorkers();
    const first = runner.run({ ...code, calls: calls(0) }, { onOutcome: () => undefined });
    answer(await ready(), [[0, returned]]);
    await first;
    const second = runner.run({ ...code, pristine: true, calls: calls(0) }, { onOutcome: () => undefined });
    const worker = await ready();
    expect(workers).toHaveLength(2);
    answer(worker, [[0, returned]]);
    expect(await second).toEqual({ kind: 'finished' });
  });
});

describe('a runner whose runs are always pristine', () => {
  test('retires each interpreter after its run and gives the next run the spare', async () => {
    const { runner, workers, ready } = runnerWithWorkers({ alwaysPristine: true });
    const first = runner.run({ ...code, calls: calls(0) }, { onOutcome: () => undefined });
    const used = await ready();
    answer(used, [[0, returned]]);
    await first;
    expect(used.terminated()).toBe(true);
    const spare = await ready(1);
    await ready(2);
    expect(workers).toHaveLength(3);
    const second = runner.run({ ...code, calls: calls(0) }, { onOutcome: () => undefined });
    await settle();
    answer(spare, [[0, returned]]);
    expect(await second).toEqual({ kind: 'finished' });
  });

  test('retires an interpreter that was stopped in good order too', async () => {
    const { runner, ready } = runnerWithWorkers({ alwaysPristine: true });
    const stop = new AbortController();
    const run = runner.run({ ...code, calls: calls(0) }, { signal: stop.signal, onOutcome: () => undefined });
    const worker = await ready();
    const { runId } = worker.runRequest();
    worker.say({ type: 'case-started', runId, index: 0, ticket: 1 });
    stop.abort();
    worker.say({ type: 'run-finished', runId });
    expect(await run).toEqual({ kind: 'stopped' });
    expect(worker.terminated()).toBe(true);
  });
});

describe('a run whose interpreter is kept', () => {
  const keep = { ...code, keep: true };

  test('leaves it to the next run of the same source', async () => {
    const { runner, ready } = runnerWithWorkers({ alwaysPristine: true });
    const first = runner.run({ ...keep, calls: calls(0) }, { onOutcome: () => undefined });
    const worker = await ready();
    answer(worker, [[0, returned]]);
    await first;
    expect(worker.terminated()).toBe(false);
    const second = runner.run({ ...keep, calls: calls(1) }, { onOutcome: () => undefined });
    await settle();
    answer(worker, [[1, returned]]);
    expect(await second).toEqual({ kind: 'finished' });
    const last = runner.run({ ...code, keep: false, calls: calls(2) }, { onOutcome: () => undefined });
    await settle();
    expect(worker.terminated()).toBe(true);
    answer(await ready(1), [[2, returned]]);
    expect(await last).toEqual({ kind: 'finished' });
  });

  test('leaves nothing to a run of other source', async () => {
    const { runner, ready } = runnerWithWorkers({ alwaysPristine: true });
    const first = runner.run({ ...keep, calls: calls(0) }, { onOutcome: () => undefined });
    const worker = await ready();
    answer(worker, [[0, returned]]);
    await first;
    const other = runner.run({ ...keep, source: 'x = 1', calls: calls(1) }, { onOutcome: () => undefined });
    await settle();
    expect(worker.terminated()).toBe(true);
    answer(await ready(1), [[1, returned]]);
    expect(await other).toEqual({ kind: 'finished' });
  });
});

describe('stopping', () => {
  test('while Python boots ends the run at once, and the boot goes on', async () => {
    const { runner, worker, workers, ready } = runnerWithWorkers();
    const stop = new AbortController();
    const outcomes = vi.fn();
    const run = runner.run({ ...code, calls: calls(0) }, { signal: stop.signal, onOutcome: outcomes });
    await settle();
    stop.abort();
    expect(await run).toEqual({ kind: 'stopped' });
    await ready(0);
    expect(worker(0).posted.map(({ type }) => type)).toEqual(['boot']);
    expect(runner.state().kind).toBe('ready');
    expect(workers.filter(({ role }) => role === 'candidate')).toHaveLength(1);
    expect(outcomes).not.toHaveBeenCalled();
  });

  test('while another run has its turn ends the waiting one at once', async () => {
    const { runner, ready } = runnerWithWorkers();
    const stop = new AbortController();
    void runner.run({ ...code, calls: calls(0) }, { onOutcome: () => undefined });
    const ended = vi.fn();
    void runner.run({ ...code, calls: calls(0) }, { signal: stop.signal, onOutcome: () => undefined }).then(ended);
    await ready();
    stop.abort();
    await settle();
    expect(ended).toHaveBeenCalledWith({ kind: 'stopped' });
  });

  test('of a hung interpreter replaces it', async () => {
    const { runner, ready } = runnerWithWorkers();
    const stop = new AbortController();
    const run = runner.run({ ...code, calls: calls(0) }, { signal: stop.signal, onOutcome: () => undefined });
    const worker = await ready();
    worker.say({ type: 'case-started', runId: worker.runRequest().runId, index: 0, ticket: 1 });
    stop.abort();
    expect(await run).toEqual({ kind: 'stopped' });
    expect(worker.terminated()).toBe(true);
  });
});

describe('trusted work', () => {
  test('goes to an interpreter of its own, one piece at a time', async () => {
    const { runner, workers, ready } = runnerWithWorkers();
    const first = runner.generate({ inputs: '', seed: 1, sizes: [1] });
    const second = runner.validate({ inputs: '', args: ['1'] });
    const worker = await ready();
    expect(workers.map(({ role }) => role)).toEqual(['trusted']);
    expect(worker.trustedRequest().task.task).toBe('generate');
    worker.say({ type: 'answer', runId: worker.trustedRequest().runId, answer: ['[1]'] });
    expect(await first).toEqual(['[1]']);
    await settle();
    expect(worker.trustedRequest().task.task).toBe('validate');
    worker.say({ type: 'answer', runId: worker.trustedRequest().runId, answer: [null] });
    expect(await second).toEqual([null]);
  });

  test('is refused with a sentence, and the next piece is served', async () => {
    const { runner, ready } = runnerWithWorkers();
    const first = runner.mutate({ source: 'def (' });
    const second = runner.mutate({ source: '' });
    const worker = await ready();
    worker.say({ type: 'refused', runId: worker.trustedRequest().runId, message: 'SyntaxError: line 1' });
    await expect(first).rejects.toThrow('SyntaxError: line 1');
    await settle();
    worker.say({ type: 'answer', runId: worker.trustedRequest().runId, answer: [] });
    expect(await second).toEqual([]);
  });

  test('is served by a fresh interpreter after its worker failed', async () => {
    const { runner, workers, ready } = runnerWithWorkers();
    const first = runner.mutate({ source: '' });
    (await ready()).fail('the worker thread ended');
    await expect(first).rejects.toThrow('the worker thread ended');
    const second = runner.mutate({ source: '' });
    await settle();
    expect(workers).toHaveLength(2);
    const worker = await ready();
    worker.say({ type: 'answer', runId: worker.trustedRequest().runId, answer: [] });
    expect(await second).toEqual([]);
  });

  test('that is silent for too long costs its interpreter, and the next piece is served by another', async () => {
    vi.useFakeTimers();
    try {
      const { runner, worker, workers, ready } = runnerWithWorkers();
      const request = { inputs: '', args: [] };
      const first = runner.validate(request, { limitMs: 500 });
      const rejected = expect(first).rejects.toBeInstanceOf(TrustedTimeout);
      await ready();
      await vi.advanceTimersByTimeAsync(500);
      await rejected;
      expect(worker(0).terminated()).toBe(true);
      const second = runner.validate(request, { limitMs: 500 });
      await settle();
      expect(workers).toHaveLength(2);
      const fresh = await ready();
      fresh.say({ type: 'answer', runId: fresh.trustedRequest().runId, answer: [null] });
      expect(await second).toEqual([null]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('that is given up rejects at once, also while it waits for its turn', async () => {
    const { runner, ready } = runnerWithWorkers();
    const first = runner.mutate({ source: '' });
    const worker = await ready();
    const stop = new AbortController();
    const waiting = runner.validate({ inputs: '', args: [] }, { signal: stop.signal });
    stop.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    worker.say({ type: 'answer', runId: worker.trustedRequest().runId, answer: [] });
    expect(await first).toEqual([]);
    await settle();
    expect(worker.trustedRequest().task.task).toBe('mutate');
  });
});
