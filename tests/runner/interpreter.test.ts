import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Outcome } from '#domain/outcome.ts';
import { createControl, interruptBuffer, isCancelled } from '#runner/control.ts';
import {
  bootInterpreter,
  type Interpreter,
  type InterpreterEnd,
  InterpreterLost,
  TrustedTimeout,
} from '#runner/interpreter.ts';
import type { BootRequest, CaseCall } from '#runner/protocol.ts';
import { createFakeWorker, type FakeWorker, returned, settle, timeLimit } from '../fakes/fake-worker.ts';

const SIGINT = 2;
const REQUEST: BootRequest = { type: 'boot', role: 'candidate', indexUrl: '/pyodide/', pythonFiles: {}, packages: [] };

function call(index: number, limitMs = 1000): CaseCall {
  return { index, args: '', earlier: [], unchanged: false, limitMs };
}

interface Booted {
  readonly worker: FakeWorker;
  readonly interpreter: Interpreter;
  readonly control: SharedArrayBuffer | undefined;
}

async function booted({ shared = true } = {}): Promise<Booted> {
  const worker = createFakeWorker();
  const control = shared ? createControl() : undefined;
  const booting = bootInterpreter(worker.port, control === undefined ? REQUEST : { ...REQUEST, control });
  worker.say({ type: 'ready', version: '3.14.2' });
  return { worker, interpreter: await booting, control };
}

/** A run that has begun, and everything that it reports. */
function begin({ worker, interpreter }: Booted, calls: readonly CaseCall[], signal?: AbortSignal) {
  const outcomes: [number, Outcome['kind']][] = [];
  const started: number[] = [];
  const ended = vi.fn<(end: InterpreterEnd) => void>();
  const end = interpreter.run({
    source: 'def f(): pass',
    entry: 'f',
    calls,
    signal,
    onCaseStarted: (index) => void started.push(index),
    onOutcome: (index, outcome) => void outcomes.push([index, outcome.kind]),
  });
  void end.then(ended);
  const { runId } = worker.runRequest();
  let ticket = 100 * runId;
  return {
    end,
    ended,
    outcomes,
    started,
    runId,
    start: (index: number) => worker.say({ type: 'case-started', runId, index, ticket: ++ticket }),
    finish: (index: number, outcome: Outcome = returned) =>
      worker.say({ type: 'case-finished', runId, index, outcome }),
    finishRun: () => worker.say({ type: 'run-finished', runId }),
  };
}

function signalOf({ control }: Booted): number | undefined {
  return control && interruptBuffer(control)[0];
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('booting', () => {
  test('resolves with the version once Python is up, and tells the progress on the way', async () => {
    const worker = createFakeWorker();
    const stages: string[] = [];
    const booting = bootInterpreter(worker.port, REQUEST, (stage) => stages.push(stage));
    expect(worker.bootRequest()).toEqual(REQUEST);
    worker.say({ type: 'boot-progress', stage: 'download', loaded: 1, total: 2 });
    worker.say({ type: 'boot-progress', stage: 'start', loaded: 0, total: 1 });
    worker.say({ type: 'ready', version: '3.14.2' });
    expect((await booting).version).toBe('3.14.2');
    expect(stages).toEqual(['download', 'start']);
  });

  test('a failure reported by the worker rejects and terminates it', async () => {
    const worker = createFakeWorker();
    const booting = bootInterpreter(worker.port, REQUEST);
    worker.say({ type: 'boot-failed', message: 'no wasm' });
    await expect(booting).rejects.toThrow('no wasm');
    expect(worker.terminated()).toBe(true);
  });

  test('a failure of the worker itself rejects and terminates it', async () => {
    const worker = createFakeWorker();
    const booting = bootInterpreter(worker.port, REQUEST);
    worker.fail('script not found');
    await expect(booting).rejects.toThrow('script not found');
    expect(worker.terminated()).toBe(true);
  });
});

describe('a run', () => {
  test('tells each case as it starts and finishes, then ends', async () => {
    const run = begin(await booted(), [call(4), call(2)]);
    run.start(4);
    run.finish(4);
    run.start(2);
    run.finish(2, timeLimit());
    run.finishRun();
    expect(await run.end).toEqual({ kind: 'finished' });
    expect(run.started).toEqual([4, 2]);
    expect(run.outcomes).toEqual([
      [4, 'returned'],
      [2, 'time-limit'],
    ]);
  });

  test('an interpreter is used from its first run on', async () => {
    const parts = await booted();
    expect(parts.interpreter.used()).toBe(false);
    begin(parts, [call(0)]);
    expect(parts.interpreter.used()).toBe(true);
  });

  test('what an earlier run still says is dropped', async () => {
    const parts = await booted();
    const first = begin(parts, [call(0), call(1)]);
    first.start(0);
    first.finish(0);
    first.finishRun();
    await first.end;
    const second = begin(parts, [call(0), call(1)]);
    first.start(1);
    first.finish(1);
    parts.worker.say({ type: 'died', runId: first.runId, index: 1, message: 'late', outOfMemory: false });
    first.finishRun();
    await settle();
    expect(second.ended).not.toHaveBeenCalled();
    expect(second.outcomes).toEqual([]);
    expect(first.outcomes).toEqual([[0, 'returned']]);
    second.start(0);
    second.finish(0);
    expect(second.outcomes).toEqual([[0, 'returned']]);
  });

  test('a report that cannot be read is a crash of that case, and its interpreter is lost', async () => {
    const parts = await booted();
    const run = begin(parts, [call(0), call(1)]);
    run.start(0);
    const report: Outcome = JSON.parse('{"kind": "returned", "verdict": "Accepted"}');
    run.finish(0, report);
    expect(await run.end).toMatchObject({ kind: 'lost', index: 0, outcome: { kind: 'crashed' } });
    run.start(1);
    expect(run.started).toEqual([0]);
  });

  test.each<{ title: string; say: (run: ReturnType<typeof begin>) => void }>([
    { title: 'a case starts that was never asked for', say: (run) => run.start(99) },
    { title: 'a case ends that was never asked for', say: (run) => run.finish(99) },
    {
      title: 'a case ends twice',
      say: (run) => {
        run.finish(0);
        run.finish(0);
      },
    },
    {
      title: 'a case starts that has ended',
      say: (run) => {
        run.finish(0);
        run.start(0);
      },
    },
    { title: 'the run ends before its cases', say: (run) => run.finishRun() },
  ])('a worker that says that $title is not believed any more: its interpreter is lost', async ({ say }) => {
    const run = begin(await booted(), [call(0), call(1)]);
    run.start(0);
    say(run);
    expect(await run.end).toMatchObject({
      kind: 'lost',
      outcome: { kind: 'crashed', message: expect.stringContaining('changed the interpreter') },
    });
    run.finish(1);
    expect(run.started).toEqual([0]);
    expect(run.outcomes.length).toBeLessThanOrEqual(1);
  });
});

describe('the time limit', () => {
  test('interrupts the case that is over it, and not before', async () => {
    const parts = await booted();
    const run = begin(parts, [call(0, 1000)]);
    vi.advanceTimersByTime(5000);
    run.start(0);
    vi.advanceTimersByTime(999);
    expect(signalOf(parts)).toBe(0);
    vi.advanceTimersByTime(1);
    expect(signalOf(parts)).toBe(SIGINT);
    run.finish(0, timeLimit(3));
    vi.advanceTimersByTime(10_000);
    await settle();
    expect(run.ended).not.toHaveBeenCalled();
    run.finishRun();
    expect(await run.end).toEqual({ kind: 'finished' });
  });

  test('starts anew for every case', async () => {
    const parts = await booted();
    const run = begin(parts, [call(0, 1000), call(1, 1000)]);
    run.start(0);
    vi.advanceTimersByTime(900);
    run.finish(0);
    run.start(1);
    vi.advanceTimersByTime(900);
    expect(signalOf(parts)).toBe(0);
  });

  test('does not run between two cases', async () => {
    const parts = await booted();
    const run = begin(parts, [call(0, 1000), call(1, 1000)]);
    run.start(0);
    run.finish(0);
    vi.advanceTimersByTime(60_000);
    expect(signalOf(parts)).toBe(0);
  });

  test('a case that does not answer to the interrupt loses its interpreter', async () => {
    const run = begin(await booted(), [call(0), call(1, 1000)]);
    run.start(1);
    vi.advanceTimersByTime(10_000);
    const end = await run.end;
    expect(end).toMatchObject({ kind: 'lost', index: 1, outcome: { kind: 'time-limit', limitMs: 1000 } });
    run.finish(1);
    expect(run.outcomes).toEqual([]);
  });

  test('without shared memory the interpreter is lost at the limit', async () => {
    const run = begin(await booted({ shared: false }), [call(0, 1000)]);
    run.start(0);
    vi.advanceTimersByTime(1000);
    expect(await run.end).toMatchObject({ kind: 'lost', index: 0, outcome: { kind: 'time-limit' } });
  });
});

describe('an interpreter that dies', () => {
  test('is lost with the case it was running', async () => {
    const parts = await booted();
    const run = begin(parts, [call(0), call(1)]);
    run.start(1);
    parts.worker.say({
      type: 'died',
      runId: run.runId,
      index: 1,
      message: 'Pyodide already fatally failed',
      outOfMemory: false,
    });
    expect(await run.end).toMatchObject({ kind: 'lost', index: 1, outcome: { kind: 'crashed' } });
  });

  test('of an overflowing stack says what kind of recursion that is', async () => {
    const parts = await booted();
    const run = begin(parts, [call(0)]);
    run.start(0);
    parts.worker.say({
      type: 'died',
      runId: run.runId,
      index: 0,
      message: 'Maximum call stack size exceeded',
      outOfMemory: false,
    });
    const end = await run.end;
    expect(end.kind === 'lost' && end.outcome.kind === 'crashed' && end.outcome.message).toMatch(
      /recursion went through C/,
    );
  });

  test('past the cap of its memory is a Memory Limit Exceeded', async () => {
    const parts = await booted();
    const run = begin(parts, [call(0)]);
    run.start(0);
    parts.worker.say({ type: 'died', runId: run.runId, index: 0, message: 'null function', outOfMemory: true });
    expect(await run.end).toMatchObject({ kind: 'lost', index: 0, outcome: { kind: 'memory-limit' } });
  });

  test('before any case, while the code was compiled, says what is wrong with the code', async () => {
    const parts = await booted();
    const run = begin(parts, [call(0)]);
    const message = 'Maximum call stack size exceeded';
    parts.worker.say({ type: 'died', runId: run.runId, index: null, message, outOfMemory: false });
    expect(await run.end).toMatchObject({ outcome: { message: expect.stringMatching(/nested too deeply/) } });
  });

  test('because the worker failed is lost with the case that was under way', async () => {
    const parts = await booted();
    const run = begin(parts, [call(3), call(5)]);
    run.start(5);
    parts.worker.fail('out of memory');
    expect(await run.end).toMatchObject({ kind: 'lost', index: 5, outcome: { kind: 'crashed' } });
  });

  test('before any case started is lost with none', async () => {
    const parts = await booted();
    const run = begin(parts, [call(3)]);
    parts.worker.fail('gone');
    expect(await run.end).toMatchObject({ kind: 'lost', index: null });
  });

  test('between two cases does not take the finished one with it', async () => {
    const parts = await booted();
    const run = begin(parts, [call(3), call(5)]);
    run.start(3);
    run.finish(3);
    parts.worker.fail('gone');
    const end = await run.end;
    expect(end.kind).toBe('lost');
    expect(end.kind === 'lost' && end.index).not.toBe(3);
  });

  test('between two runs is noticed by the next run, which does not wait for ever', async () => {
    const parts = await booted();
    const first = begin(parts, [call(0)]);
    first.finish(0);
    first.finishRun();
    await first.end;
    parts.worker.fail('the worker thread ended');
    const second = begin(parts, [call(0)]);
    await settle();
    expect(second.ended).toHaveBeenCalledWith(expect.objectContaining({ kind: 'lost' }));
  });
});

describe('stopping', () => {
  test('interrupts the case that is running and tells its line', async () => {
    const parts = await booted();
    const stop = new AbortController();
    const run = begin(parts, [call(0), call(1)], stop.signal);
    run.start(0);
    stop.abort();
    expect(signalOf(parts)).toBe(SIGINT);
    expect(parts.control && isCancelled(parts.control, run.runId)).toBe(true);
    run.finish(0, timeLimit(12));
    run.finishRun();
    expect(await run.end).toEqual({ kind: 'stopped', hung: false, line: 12 });
    expect(run.outcomes).toEqual([]);
  });

  test('waits for a case that the worker began before it could know, and interrupts it', async () => {
    const parts = await booted();
    const stop = new AbortController();
    const run = begin(parts, [call(0), call(1)], stop.signal);
    run.start(0);
    stop.abort();
    let ended = false;
    void run.end.then(() => {
      ended = true;
    });
    run.finish(0);
    await settle();
    expect(ended).toBe(false);
    run.start(1);
    expect(signalOf(parts)).toBe(SIGINT);
    run.finish(1, timeLimit(3));
    run.finishRun();
    expect(await run.end).toEqual({ kind: 'stopped', hung: false, line: 3 });
  });

  test('a case that starts after the stop is interrupted too', async () => {
    const parts = await booted();
    const stop = new AbortController();
    const run = begin(parts, [call(0), call(1)], stop.signal);
    stop.abort();
    expect(signalOf(parts)).toBe(0);
    run.start(0);
    expect(signalOf(parts)).toBe(SIGINT);
    expect(run.started).toEqual([]);
  });

  test('a run that ends by itself meanwhile is stopped, without a line', async () => {
    const stop = new AbortController();
    const run = begin(await booted(), [call(0)], stop.signal);
    run.start(0);
    stop.abort();
    run.finishRun();
    expect(await run.end).toEqual({ kind: 'stopped', hung: false });
  });

  test('code that does not answer is told to be hung', async () => {
    const stop = new AbortController();
    const run = begin(await booted(), [call(0)], stop.signal);
    run.start(0);
    stop.abort();
    vi.advanceTimersByTime(10_000);
    expect(await run.end).toEqual({ kind: 'stopped', hung: true });
  });

  test('without shared memory there is nothing but force', async () => {
    const stop = new AbortController();
    const run = begin(await booted({ shared: false }), [call(0)], stop.signal);
    run.start(0);
    stop.abort();
    expect(await run.end).toEqual({ kind: 'stopped', hung: true });
  });

  test('a signal that was aborted before the run stops it', async () => {
    const run = begin(await booted(), [call(0)], AbortSignal.abort());
    run.finishRun();
    expect(await run.end).toMatchObject({ kind: 'stopped' });
  });

  test('a stop after the end touches nothing', async () => {
    const parts = await booted();
    const stop = new AbortController();
    const run = begin(parts, [call(0)], stop.signal);
    run.start(0);
    run.finish(0);
    run.finishRun();
    await run.end;
    stop.abort();
    expect(signalOf(parts)).toBe(0);
    expect(parts.control && isCancelled(parts.control, run.runId)).toBe(false);
  });

  test('a death under a stop is a stop whose interpreter must go', async () => {
    const parts = await booted();
    const stop = new AbortController();
    const run = begin(parts, [call(0)], stop.signal);
    run.start(0);
    stop.abort();
    parts.worker.say({ type: 'died', runId: run.runId, index: 0, message: 'x', outOfMemory: false });
    expect(await run.end).toEqual({ kind: 'stopped', hung: true });
  });
});

describe('trusted work', () => {
  test('streams expected values and resolves with the answer of its own request', async () => {
    const { worker, interpreter } = await booted();
    const expected: number[] = [];
    const asked = interpreter.ask(
      { task: 'expect', reference: '', entry: 'f', cases: [] },
      { onExpected: ({ index }) => void expected.push(index) },
    );
    const { runId } = worker.trustedRequest();
    const answer = { kind: 'raises', exception: 'ValueError' } as const;
    worker.say({ type: 'expected', runId: runId - 1, expected: { index: 9, answer, referenceMs: 1 } });
    worker.say({ type: 'expected', runId, expected: { index: 3, answer, referenceMs: 1 } });
    worker.say({ type: 'answer', runId, answer: null });
    expect(await asked).toBeNull();
    expect(expected).toEqual([3]);
    expect(interpreter.used()).toBe(false);
  });

  test('that is silent for longer than its limit is lost; each answer starts the limit anew', async () => {
    const { worker, interpreter } = await booted();
    const asked = interpreter.ask({ task: 'expect', reference: '', entry: 'f', cases: [] }, { limitMs: 1000 });
    const settled = vi.fn();
    asked.catch(settled);
    const { runId } = worker.trustedRequest();
    const answer = { kind: 'raises', exception: 'ValueError' } as const;
    await vi.advanceTimersByTimeAsync(900);
    worker.say({ type: 'expected', runId, expected: { index: 0, answer, referenceMs: 1 } });
    await vi.advanceTimersByTimeAsync(900);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(100);
    await expect(asked).rejects.toBeInstanceOf(TrustedTimeout);
  });

  test('that is given up has a moment to end by itself, and then is lost', async () => {
    const { worker, interpreter } = await booted();
    const ask = (signal: AbortSignal) => interpreter.ask({ task: 'validate', inputs: '', args: [] }, { signal });
    const first = new AbortController();
    const ending = ask(first.signal);
    first.abort();
    worker.say({ type: 'answer', runId: worker.trustedRequest().runId, answer: [] });
    expect(await ending).toEqual([]);
    const second = new AbortController();
    const endless = ask(second.signal);
    endless.catch(() => undefined);
    second.abort();
    await vi.advanceTimersByTimeAsync(250);
    await expect(endless).rejects.toBeInstanceOf(InterpreterLost);
  });

  test('a refusal and a dead worker reject', async () => {
    const { worker, interpreter } = await booted();
    const first = interpreter.ask({ task: 'mutate', source: '' });
    worker.say({ type: 'refused', runId: worker.trustedRequest().runId, message: 'SyntaxError' });
    await expect(first).rejects.toThrow('SyntaxError');
    const second = interpreter.ask({ task: 'mutate', source: '' });
    worker.fail('gone');
    await expect(second).rejects.toThrow('gone');
  });
});

test('disposing terminates the worker', async () => {
  const { worker, interpreter } = await booted();
  interpreter.dispose();
  expect(worker.terminated()).toBe(true);
});
