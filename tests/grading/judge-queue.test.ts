import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Expected, Outcome } from '#domain/outcome.ts';
import type { CaseResult } from '#domain/verdict.ts';
import type { JudgeAnswer, JudgeQuestion } from '#grading/judge-protocol.ts';
import { createQueuedJudge, type JudgePort } from '#grading/judge-queue.ts';
import { aProblem } from '../fakes/a-problem.ts';
import { returned } from '../fakes/fake-worker.ts';

const LARGE = 1_000_000;
const LONG_MS = 60_000;

const problem = aProblem();

interface FakeThread {
  readonly port: JudgePort;
  readonly posted: readonly JudgeQuestion[];
  readonly moved: readonly boolean[];
  terminated(): boolean;
  say(answer: JudgeAnswer): void;
  fail(): void;
}

/** A judge's thread that does nothing by itself. */
function fakeThread(): FakeThread {
  const posted: JudgeQuestion[] = [];
  const moved: boolean[] = [];
  let terminated = false;
  let onAnswer: (answer: JudgeAnswer) => void = () => undefined;
  let onError: () => void = () => undefined;
  return {
    port: {
      post(question, transfer) {
        posted.push(question);
        moved.push(transfer.length > 0);
      },
      onAnswer(listener) {
        onAnswer = listener;
      },
      onError(listener) {
        onError = listener;
      },
      terminate() {
        terminated = true;
      },
    },
    posted,
    moved,
    terminated: () => terminated,
    say: (answer) => onAnswer(answer),
    fail: () => onError(),
  };
}

function at<T>(items: readonly T[], index: number): T {
  const item = items.at(index);
  if (item === undefined) throw new RangeError(`no item ${index} of ${items.length}`);
  return item;
}

function begin() {
  const threads: FakeThread[] = [];
  const judge = createQueuedJudge(() => {
    const thread = fakeThread();
    threads.push(thread);
    return thread.port;
  });
  const asking = (index: number, { size = 1, expectedSize = 1, signal }: Asked = {}): Promise<CaseResult> => {
    const outcome: Outcome = { ...returned, kind: 'returned', value: new Uint8Array(size), changed: [] };
    const answer: Expected['answer'] = { kind: 'value', value: new Uint8Array(expectedSize) };
    const result = judge.judge(problem, index, outcome, { index, answer, referenceMs: 1 }, signal);
    result.catch(() => undefined);
    return result;
  };
  const thread = (): FakeThread => at(threads, -1);
  const questionOf = (index: number): JudgeQuestion => {
    const found = thread().posted.find((question) => question.index === index);
    if (found === undefined) throw new RangeError(`case ${index} was not asked`);
    return found;
  };
  const takeUp = (index: number): void => thread().say({ kind: 'begun', questionId: questionOf(index).questionId });
  const answer = (index: number): void => {
    const { questionId, case: item, outcome } = questionOf(index);
    const result: CaseResult = {
      index,
      name: item.name,
      edge: item.edge,
      verdict: 'Accepted',
      ms: 1,
      output: outcome.output,
    };
    thread().say({ kind: 'judged', questionId, result });
  };
  const askedOf = (one: FakeThread): number[] => one.posted.map(({ index }) => index);
  return { threads, thread, asking, questionOf, takeUp, answer, askedOf };
}

interface Asked {
  readonly size?: number;
  readonly expectedSize?: number;
  readonly signal?: AbortSignal;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('questions to the judge', () => {
  test('about small values are sent without waiting, and answered by the thread', async () => {
    const { threads, thread, asking, answer, askedOf } = begin();
    const results = [asking(0), asking(1)];
    expect(askedOf(thread())).toEqual([0, 1]);
    answer(0);
    answer(1);
    expect((await Promise.all(results)).map(({ verdict }) => verdict)).toEqual(['Accepted', 'Accepted']);
    expect(threads).toHaveLength(1);
  });

  test('about small values are copied, so that they can be asked again; a large one moves, alone', () => {
    const { thread, asking, answer, askedOf } = begin();
    void asking(0);
    void asking(1, { size: LARGE });
    void asking(2);
    expect(askedOf(thread())).toEqual([0]);
    answer(0);
    expect(askedOf(thread())).toEqual([0, 1]);
    answer(1);
    expect(askedOf(thread())).toEqual([0, 1, 2]);
    expect(thread().moved).toEqual([false, true, false]);
  });

  test('of a thread that cannot be loaded are rejected, and the next question starts another', async () => {
    const { threads, thread, asking, askedOf } = begin();
    const results = [asking(0, { size: LARGE }), asking(1)];
    thread().fail();
    for (const result of results) await expect(result).rejects.toThrow('The judge could not be loaded.');
    void asking(2);
    expect(threads).toHaveLength(2);
    expect(askedOf(thread())).toEqual([2]);
  });

  test('that the thread fails at are rejected one by one', async () => {
    const { thread, asking, answer, questionOf } = begin();
    const [first, second] = [asking(0), asking(1)];
    thread().say({ kind: 'failed', questionId: questionOf(0).questionId, message: 'no checker' });
    answer(1);
    await expect(first).rejects.toThrow('The judge failed: no checker');
    expect((await second).verdict).toBe('Accepted');
  });
});

describe('a comparison that does not end', () => {
  test('costs its own case the verdict, and the thread its life', async () => {
    const { threads, asking, takeUp } = begin();
    const result = asking(0);
    takeUp(0);
    vi.advanceTimersByTime(LONG_MS);
    expect(await result).toMatchObject({
      index: 0,
      verdict: 'Wrong Answer',
      message: expect.stringContaining('the returned value takes too long to compare'),
    });
    expect(at(threads, 0).terminated()).toBe(true);
  });

  test('leaves the others to a fresh thread', async () => {
    const { threads, thread, asking, takeUp, answer, askedOf } = begin();
    const results = [asking(0), asking(1), asking(2, { size: LARGE })];
    takeUp(0);
    vi.advanceTimersByTime(LONG_MS);
    expect(threads).toHaveLength(2);
    expect(askedOf(thread())).toEqual([1]);
    answer(1);
    answer(2);
    expect((await Promise.all(results)).map(({ verdict }) => verdict)).toEqual([
      'Wrong Answer',
      'Accepted',
      'Accepted',
    ]);
  });

  test('is timed from when it is taken up: loading and waiting do not count', async () => {
    const { threads, asking, takeUp, answer } = begin();
    const result = asking(0);
    vi.advanceTimersByTime(LONG_MS);
    takeUp(0);
    answer(0);
    expect((await result).verdict).toBe('Accepted');
    vi.advanceTimersByTime(LONG_MS);
    expect(threads).toHaveLength(1);
  });

  test('is timed at once where the thread is at its problem already, from when its turn has come', async () => {
    const { threads, thread, asking, takeUp, answer, askedOf } = begin();
    const first = asking(0);
    const second = asking(1);
    takeUp(0);
    answer(0);
    expect((await first).verdict).toBe('Accepted');
    vi.advanceTimersByTime(LONG_MS);
    expect((await second).verdict).toBe('Wrong Answer');
    expect(threads).toHaveLength(2);
    const third = asking(2);
    expect(askedOf(thread())).toEqual([2]);
    vi.advanceTimersByTime(LONG_MS);
    expect(threads).toHaveLength(2);
    answer(2);
    expect((await third).verdict).toBe('Accepted');
  });

  test('has more time where more is expected', async () => {
    const { threads, asking, takeUp } = begin();
    void asking(0, { expectedSize: 10_000_000 });
    takeUp(0);
    vi.advanceTimersByTime(10_000);
    expect(threads).toHaveLength(1);
    vi.advanceTimersByTime(LONG_MS);
    expect(threads).toHaveLength(2);
  });

  test('that was given up is not heard any more', async () => {
    const { threads, thread, asking, takeUp } = begin();
    const first = asking(0);
    takeUp(0);
    vi.advanceTimersByTime(LONG_MS);
    await first;
    const second = asking(0);
    const { questionId } = at(thread().posted, 0);
    at(threads, 0).say({ kind: 'failed', questionId, message: 'late' });
    thread().say({ kind: 'begun', questionId });
    vi.advanceTimersByTime(LONG_MS);
    expect((await second).verdict).toBe('Wrong Answer');
  });
});

describe('stopping', () => {
  test('ends a question under way, and the thread with it', async () => {
    const { threads, thread, asking, takeUp, answer, askedOf } = begin();
    const stop = new AbortController();
    const stopped = [
      asking(0, { signal: stop.signal }),
      asking(1, { signal: stop.signal }),
      asking(2, { signal: stop.signal, size: LARGE }),
    ];
    const other = asking(3);
    takeUp(0);
    stop.abort(new Error('stopped'));
    for (const one of stopped) await expect(one).rejects.toThrow('stopped');
    expect(at(threads, 0).terminated()).toBe(true);
    expect(threads).toHaveLength(2);
    expect(askedOf(thread())).toEqual([3]);
    answer(3);
    expect((await other).verdict).toBe('Accepted');
  });

  test('leaves a thread alone that works for somebody else', async () => {
    const { threads, asking } = begin();
    const stop = new AbortController();
    void asking(0, { size: LARGE });
    const stopped = asking(1, { signal: stop.signal });
    stop.abort(new Error('stopped'));
    await expect(stopped).rejects.toThrow('stopped');
    expect(threads).toHaveLength(1);
  });

  test('before the question sends nothing', async () => {
    const { threads, asking } = begin();
    await expect(asking(0, { signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow('stopped');
    expect(threads).toHaveLength(0);
  });

  test('after the answer changes nothing', async () => {
    const { threads, asking, answer } = begin();
    const stop = new AbortController();
    const result = asking(0, { signal: stop.signal });
    answer(0);
    await result;
    stop.abort();
    expect(threads).toHaveLength(1);
  });
});
