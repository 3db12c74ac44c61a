import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Expected, Outcome } from '#domain/outcome.ts';
import type { Problem } from '#domain/problem.ts';
import type { CaseResult, Verdict } from '#domain/verdict.ts';
import { createGrader, limitOf } from '#grading/grade.ts';
import type { Judge } from '#grading/judge.ts';
import type { CaseCall } from '#runner/protocol.ts';
import type { CandidateRun, RunEnd, Runner, RunOptions } from '#runner/runner.ts';
import { aCase, aProblem } from '../fakes/a-problem.ts';
import { createFakeRunner } from '../fakes/fake-runner.ts';
import { returned, settle } from '../fakes/fake-worker.ts';

type ExpectRequest = Parameters<Runner['expect']>[0];

interface Asked extends ExpectRequest {
  tell(index: number, expected?: Partial<Expected>): void;
  finish(): void;
  fail(message: string): void;
}

interface Running extends CandidateRun {
  readonly options: RunOptions;
  outcome(index: number, outcome?: Outcome): void;
  end(end?: RunEnd): void;
  fail(message: string): void;
}

/** A runner that answers when the test says so. */
function scriptedRunner() {
  const asked: Asked[] = [];
  const runs: Running[] = [];
  const runner: Runner = {
    ...createFakeRunner(),
    expect: (request, { onExpected }) =>
      new Promise((resolve, reject) => {
        asked.push({
          ...request,
          tell: (index, expected) =>
            onExpected({
              index,
              answer: { kind: 'value', value: new Uint8Array([index]) },
              referenceMs: 1,
              ...expected,
            }),
          finish: () => resolve(),
          fail: (message) => reject(new Error(message)),
        });
      }),
    run: (run, options) =>
      new Promise((resolve, reject) => {
        const abort = (): void => resolve({ kind: 'stopped' });
        if (options.signal?.aborted) abort();
        options.signal?.addEventListener('abort', abort);
        runs.push({
          ...run,
          options,
          outcome: (index, outcome = returned) => options.onOutcome(index, outcome),
          end: (end = { kind: 'finished' }) => resolve(end),
          fail: (message) => reject(new Error(message)),
        });
      }),
  };
  return { runner, asked, runs };
}

/** A judge that finds what it is told to, and notes what it was shown. */
function scriptedJudge(verdicts: Readonly<Record<number, Verdict>> = {}) {
  const questions: [index: number, expected: Expected, outcome: Outcome][] = [];
  const judge: Judge = {
    async judge(problem, index, outcome, expected): Promise<CaseResult> {
      questions.push([index, expected, outcome]);
      const { name = '', edge = '' } = problem.cases[index] ?? {};
      return { index, name, edge, verdict: verdicts[index] ?? 'Accepted', ms: outcome.ms, output: outcome.output };
    },
  };
  return { judge, questions };
}

function at<T>(items: readonly T[], index: number): T {
  const item = items.at(index);
  if (item === undefined) throw new RangeError(`no item ${index} of ${items.length}`);
  return item;
}

function begin(
  parts: ReturnType<typeof scriptedRunner>,
  {
    problem = aProblem(),
    judge = scriptedJudge().judge,
    cases,
    signal,
  }: { problem?: Problem; judge?: Judge; cases?: readonly number[]; signal?: AbortSignal } = {},
) {
  const grader = createGrader({ runner: parts.runner, judge });
  const results: number[] = [];
  const graded = grader.grade(
    { problem, code: 'def auc(x): return 1\n', pristine: true, ...(cases === undefined ? {} : { cases }) },
    { ...(signal === undefined ? {} : { signal }), onResult: ({ index }) => void results.push(index) },
  );
  return { grader, graded, results };
}

/** Tells the expected values of all cases that were asked for. */
async function tellAll(asked: Asked, expected?: Partial<Expected>): Promise<void> {
  for (const { index } of asked.cases) asked.tell(index, expected);
  asked.finish();
  await settle();
}

describe('what the runner is asked', () => {
  test('each case is sent as the problem has it, with the code and the name of the entry', async () => {
    const problem = aProblem({
      cases: [
        aCase({ name: 'a', args: '[1]', earlier: ['[2]', '[3]'], unchanged: true }),
        aCase({ name: 'b', args: '[4]' }),
      ],
    });
    const parts = scriptedRunner();
    begin(parts, { problem });
    await tellAll(at(parts.asked, 0));
    const run = at(parts.runs, 0);
    expect(run).toMatchObject({ source: 'def auc(x): return 1\n', entry: 'auc', pristine: true });
    expect(run.calls).toEqual<CaseCall[]>([
      { index: 0, args: '[1]', earlier: ['[2]', '[3]'], unchanged: true, limitMs: 2000 },
      { index: 1, args: '[4]', earlier: [], unchanged: false, limitMs: 2000 },
    ]);
  });

  test('nothing that a case expects reaches the interpreter of the candidate', async () => {
    const problem = aProblem({
      cases: [aCase({ name: 'a', expectation: { kind: 'value', source: '"the answer"' }, why: 'the reason' })],
      reference: 'the reference',
    });
    const parts = scriptedRunner();
    begin(parts, { problem });
    await tellAll(at(parts.asked, 0));
    expect(JSON.stringify(at(parts.runs, 0))).not.toMatch(/the answer|the reason|the reference/);
  });

  test('only the cases that were asked for are run, in the order asked', async () => {
    const parts = scriptedRunner();
    begin(parts, { cases: [3, 1] });
    await tellAll(at(parts.asked, 0));
    expect(at(parts.runs, 0).calls.map(({ index }) => index)).toEqual([3, 1]);
  });

  test('a run waits only for the expected values of its own cases', async () => {
    const parts = scriptedRunner();
    begin(parts, { cases: [0, 2] });
    at(parts.asked, 0).tell(0);
    await settle();
    expect(parts.runs).toHaveLength(0);
    at(parts.asked, 0).tell(2);
    await settle();
    expect(parts.runs).toHaveLength(1);
  });
});

describe('expected values', () => {
  test('are asked for once a problem, however often it is prepared and graded', async () => {
    const parts = scriptedRunner();
    const { judge } = scriptedJudge();
    const grader = createGrader({ runner: parts.runner, judge });
    const problem = aProblem();
    grader.prepare(problem);
    grader.prepare(problem);
    const grade = () => grader.grade({ problem, code: '', pristine: false, cases: [0] }, { onResult: () => undefined });
    const both = [grade(), grade()];
    expect(parts.asked).toHaveLength(1);
    await tellAll(at(parts.asked, 0));
    void grade();
    await settle();
    for (const run of parts.runs) {
      run.outcome(0);
      run.end();
    }
    await Promise.all(both);
    expect(parts.asked).toHaveLength(1);
    grader.prepare(aProblem({ id: 'another' }));
    expect(parts.asked).toHaveLength(2);
  });

  test('are asked for as the cases have them: a value, an exception, or what the reference returns', () => {
    const problem = aProblem({
      reference: 'def auc(): ...',
      cases: [
        aCase({ name: 'value', args: '1', expectation: { kind: 'value', source: '0.5' } }),
        aCase({ name: 'raises', args: '2', expectation: { kind: 'raises', exception: 'ValueError' } }),
        aCase({ name: 'reference', args: '3', expectation: { kind: 'reference' } }),
      ],
    });
    const parts = scriptedRunner();
    begin(parts, { problem });
    const { reference, entry, cases } = at(parts.asked, 0);
    expect({ reference, entry }).toEqual({ reference: 'def auc(): ...', entry: 'auc' });
    expect([...cases].sort((a, b) => a.index - b.index)).toEqual([
      { index: 0, args: '1', expected: '0.5' },
      { index: 1, args: '2', raises: 'ValueError' },
      { index: 2, args: '3' },
    ]);
  });

  test('are worked out for the samples first and for the large cases last', () => {
    const problem = aProblem({
      cases: [
        aCase({ name: 'large', edge: 'large' }),
        aCase({ name: 'hidden' }),
        aCase({ name: 'by the reference', expectation: { kind: 'reference' } }),
        aCase({ name: 'sample', sample: true }),
      ],
    });
    const parts = scriptedRunner();
    begin(parts, { problem });
    expect(at(parts.asked, 0).cases.map(({ index }) => index)).toEqual([3, 1, 0, 2]);
  });

  test('that cannot be worked out reject the run with a sentence, and are asked for again by the next', async () => {
    const parts = scriptedRunner();
    const { grader, graded } = begin(parts);
    at(parts.asked, 0).fail('the reference raises ZeroDivisionError: division by zero');
    await expect(graded).rejects.toThrow(
      'The expected values of auc could not be worked out: the reference raises ZeroDivisionError: division by zero',
    );
    expect(parts.runs).toHaveLength(0);
    void grader.grade({ problem: aProblem(), code: '', pristine: false }, { onResult: () => undefined });
    await tellAll(at(parts.asked, 1));
    expect(parts.runs).toHaveLength(1);
  });

  test('that never come because the work ended without them reject the run instead of holding it for ever', async () => {
    const parts = scriptedRunner();
    const { graded } = begin(parts, { cases: [0, 1] });
    const ended = vi.fn();
    graded.catch(ended);
    at(parts.asked, 0).tell(0);
    at(parts.asked, 0).finish();
    await settle();
    expect(ended).toHaveBeenCalled();
  });

  test('of a case that the problem does not have are refused', async () => {
    const { graded } = begin(scriptedRunner(), { cases: [99] });
    await expect(graded).rejects.toThrow('auc has no case 99');
  });

  test('that fail with nobody waiting do no harm', async () => {
    const parts = scriptedRunner();
    const grader = createGrader({ runner: parts.runner, judge: scriptedJudge().judge });
    grader.prepare(aProblem());
    at(parts.asked, 0).fail('Python cannot be started');
    await settle();
  });
});

describe('time limits', () => {
  test('of small cases are two seconds at the most, however high the floor', () => {
    expect(limitOf({ factor: 10, floorMs: 6000 }, 0.02)).toBe(2000);
    expect(limitOf({ factor: 10, floorMs: 300 }, 0.02)).toBe(300);
    expect(limitOf({ factor: 10, floorMs: 6000 }, 130)).toBe(6000);
  });

  test('are a multiple of what the reference took here, and at least the floor', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 100, noNaN: true }),
        fc.nat(10_000),
        fc.double({ min: 100, max: 1e6, noNaN: true }),
        (factor, floorMs, referenceMs) => {
          const limit = limitOf({ factor, floorMs }, referenceMs);
          expect(limit).toBeGreaterThanOrEqual(floorMs);
          expect(limit).toBeGreaterThanOrEqual(factor * referenceMs);
          expect([floorMs, factor * referenceMs]).toContain(limit);
        },
      ),
    );
  });

  test('differ from case to case as the reference took its time', async () => {
    const parts = scriptedRunner();
    begin(parts, { cases: [0, 1], problem: aProblem({ timeLimit: { factor: 10, floorMs: 2000 } }) });
    at(parts.asked, 0).tell(0, { referenceMs: 3 });
    at(parts.asked, 0).tell(1, { referenceMs: 900 });
    await settle();
    expect(at(parts.runs, 0).calls.map(({ limitMs }) => limitMs)).toEqual([2000, 9000]);
  });
});

describe('results', () => {
  test('are told one by one as the judge gives them, each judged by its own expected value', async () => {
    const parts = scriptedRunner();
    const { judge, questions } = scriptedJudge();
    const { graded, results } = begin(parts, { judge, cases: [2, 0] });
    await tellAll(at(parts.asked, 0));
    const run = at(parts.runs, 0);
    run.outcome(2);
    await settle();
    expect(results).toEqual([2]);
    run.outcome(0);
    run.end();
    await graded;
    expect(results).toEqual([2, 0]);
    expect(questions.map(([index, { index: expected, answer }]) => [index, expected, answer])).toEqual([
      [2, 2, { kind: 'value', value: new Uint8Array([2]) }],
      [0, 0, { kind: 'value', value: new Uint8Array([0]) }],
    ]);
  });

  test('come back by position, and the verdict is that of the first case that is not Accepted', async () => {
    const parts = scriptedRunner();
    const { judge } = scriptedJudge({ 3: 'Runtime Error', 1: 'Wrong Answer' });
    const { graded } = begin(parts, { judge, cases: [3, 1, 0] });
    await tellAll(at(parts.asked, 0));
    const run = at(parts.runs, 0);
    for (const index of [3, 1, 0]) run.outcome(index);
    run.end();
    const end = await graded;
    expect(end).toMatchObject({ kind: 'graded', verdict: 'Wrong Answer' });
    expect(end.results.map(({ index }) => index)).toEqual([0, 1, 3]);
  });

  test('that the judge gives out of order are told as they come and returned by position', async () => {
    const parts = scriptedRunner();
    const { judge } = scriptedJudge();
    const slow: Judge = {
      judge: async (problem, index, outcome, expected) => {
        if (index === 0) await new Promise((resolve) => setTimeout(resolve, 5));
        return judge.judge(problem, index, outcome, expected);
      },
    };
    const { graded, results } = begin(parts, { judge: slow, cases: [0, 1] });
    await tellAll(at(parts.asked, 0));
    at(parts.runs, 0).outcome(0);
    at(parts.runs, 0).outcome(1);
    at(parts.runs, 0).end();
    expect((await graded).results.map(({ index }) => index)).toEqual([0, 1]);
    expect(results).toEqual([1, 0]);
  });

  test('that went missing never make a run Accepted', async () => {
    const parts = scriptedRunner();
    const { graded } = begin(parts, { cases: [0, 1] });
    await tellAll(at(parts.asked, 0));
    at(parts.runs, 0).outcome(0);
    at(parts.runs, 0).end();
    await expect(graded).rejects.toThrow('no result for 1 of 2 cases');
  });

  test('for cases that nobody asked for are not judged', async () => {
    const parts = scriptedRunner();
    const { judge, questions } = scriptedJudge();
    const { graded } = begin(parts, { judge, cases: [0] });
    await tellAll(at(parts.asked, 0));
    at(parts.runs, 0).outcome(0);
    at(parts.runs, 0).outcome(4);
    at(parts.runs, 0).end();
    expect((await graded).results).toHaveLength(1);
    expect(questions).toHaveLength(1);
  });

  test('that come twice for one case do not stand in for one that is missing', async () => {
    const parts = scriptedRunner();
    const { graded } = begin(parts, { cases: [0, 1] });
    await tellAll(at(parts.asked, 0));
    at(parts.runs, 0).outcome(0);
    at(parts.runs, 0).outcome(0);
    at(parts.runs, 0).end();
    await expect(graded).rejects.toThrow(/no result/);
  });

  test('of a judge that fails reject the grading, and nothing else, though the run goes on for a while', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const parts = scriptedRunner();
    const { graded } = begin(parts, {
      judge: { judge: () => Promise.reject(new Error('The judge could not be loaded.')) },
      cases: [0, 1],
    });
    const failed = expect(graded).rejects.toThrow('The judge could not be loaded.');
    await tellAll(at(parts.asked, 0));
    at(parts.runs, 0).outcome(0);
    await new Promise((resolve) => setTimeout(resolve, 20));
    at(parts.runs, 0).outcome(1);
    at(parts.runs, 0).end();
    await failed;
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  test('of a Python that cannot be started reject the grading', async () => {
    const parts = scriptedRunner();
    const { graded } = begin(parts);
    await tellAll(at(parts.asked, 0));
    at(parts.runs, 0).fail('no wasm');
    await expect(graded).rejects.toThrow('no wasm');
  });
});

describe('stopping', () => {
  test('before the expected values are known ends at once, with nothing run', async () => {
    const parts = scriptedRunner();
    const stop = new AbortController();
    const { graded } = begin(parts, { signal: stop.signal });
    await settle();
    stop.abort();
    expect(await graded).toEqual({ kind: 'stopped', results: [] });
    await tellAll(at(parts.asked, 0));
    expect(parts.runs).toHaveLength(0);
  });

  test('with a signal that was aborted before runs nothing', async () => {
    const parts = scriptedRunner();
    expect(await begin(parts, { signal: AbortSignal.abort() }).graded).toEqual({ kind: 'stopped', results: [] });
    expect(parts.runs).toHaveLength(0);
  });

  test('leaves the expected values to the next run', async () => {
    const parts = scriptedRunner();
    const stop = new AbortController();
    const { grader, graded } = begin(parts, { signal: stop.signal });
    stop.abort();
    await graded;
    void grader.grade({ problem: aProblem(), code: '', pristine: false }, { onResult: () => undefined });
    await tellAll(at(parts.asked, 0));
    expect(parts.asked).toHaveLength(1);
    expect(parts.runs).toHaveLength(1);
  });

  test('before expected values that then fail is still only a stop', async () => {
    const parts = scriptedRunner();
    const stop = new AbortController();
    const { graded } = begin(parts, { signal: stop.signal });
    stop.abort();
    at(parts.asked, 0).fail('late');
    expect(await graded).toEqual({ kind: 'stopped', results: [] });
  });

  test('during the run keeps what was judged and tells the line', async () => {
    const parts = scriptedRunner();
    const { graded } = begin(parts, { signal: new AbortController().signal });
    await tellAll(at(parts.asked, 0));
    at(parts.runs, 0).outcome(1);
    at(parts.runs, 0).outcome(0);
    at(parts.runs, 0).end({ kind: 'stopped', line: 12 });
    const end = await graded;
    expect(end).toMatchObject({ kind: 'stopped', line: 12 });
    expect(end.results.map(({ index }) => index)).toEqual([0, 1]);
  });

  test('while the judge is at work ends at once, keeps what is judged, and drops the rest', async () => {
    const parts = scriptedRunner();
    const stop = new AbortController();
    const signals: (AbortSignal | undefined)[] = [];
    const verdict = scriptedJudge().judge;
    const judge: Judge = {
      judge(problem, index, outcome, expected, signal) {
        signals.push(signal);
        return index === 0 ? verdict.judge(problem, index, outcome, expected) : new Promise(() => undefined);
      },
    };
    const { graded, results } = begin(parts, { judge, cases: [0, 1], signal: stop.signal });
    await tellAll(at(parts.asked, 0));
    at(parts.runs, 0).outcome(0);
    at(parts.runs, 0).outcome(1);
    at(parts.runs, 0).end();
    await settle();
    stop.abort();
    const end = await graded;
    expect(end).toMatchObject({ kind: 'stopped', results: [{ index: 0 }] });
    expect(results).toEqual([0]);
    expect(signals).toEqual([stop.signal, stop.signal]);
  });

  test('tells no result that comes after it', async () => {
    const parts = scriptedRunner();
    const stop = new AbortController();
    let finish: (result: CaseResult) => void = () => undefined;
    const late = new Promise<CaseResult>((resolve) => {
      finish = resolve;
    });
    const judge: Judge = { judge: () => late };
    const { graded, results } = begin(parts, { judge, cases: [0], signal: stop.signal });
    await tellAll(at(parts.asked, 0));
    at(parts.runs, 0).outcome(0);
    at(parts.runs, 0).end();
    await settle();
    stop.abort();
    expect(await graded).toEqual({ kind: 'stopped', results: [] });
    finish({ index: 0, name: '', edge: '', verdict: 'Accepted', ms: 1, output: returned.output });
    await settle();
    expect(results).toEqual([]);
  });

  test('hands the signal and the starts of cases to the runner', async () => {
    const parts = scriptedRunner();
    const grader = createGrader({ runner: parts.runner, judge: scriptedJudge().judge });
    const { signal } = new AbortController();
    const onCaseStarted = vi.fn();
    void grader.grade(
      { problem: aProblem(), code: '', pristine: false },
      { signal, onCaseStarted, onResult: () => undefined },
    );
    await tellAll(at(parts.asked, 0));
    const { options } = at(parts.runs, 0);
    expect(options.signal).toBe(signal);
    options.onCaseStarted?.(3);
    expect(onCaseStarted).toHaveBeenCalledWith(3);
  });
});

describe('a case that ran out of time', () => {
  const problem = aProblem({
    cases: [aCase({ name: 'a' }), aCase({ name: 'b' })],
    timeLimit: { factor: 10, floorMs: 100 },
  });
  /** Slow the first time, in time afterwards. */
  const secondChance = (): Judge => {
    const { judge } = scriptedJudge({ 1: 'Time Limit Exceeded' });
    const inTime = scriptedJudge();
    let asked = 0;
    return {
      judge(...question) {
        const [, index] = question;
        asked += index === 1 ? 1 : 0;
        return (index === 1 && asked > 1 ? inTime.judge : judge).judge(...question);
      },
    };
  };

  test('gets another chance when the machine has become slower since the reference was measured', async () => {
    const parts = scriptedRunner();
    const { graded } = begin(parts, { problem, judge: secondChance() });
    await tellAll(at(parts.asked, 0), { referenceMs: 20 });
    for (const index of [0, 1]) at(parts.runs, 0).outcome(index);
    at(parts.runs, 0).end();
    await settle();
    expect(at(parts.asked, 1).cases.map(({ index }) => index)).toEqual([1]);
    await tellAll(at(parts.asked, 1), { referenceMs: 90 });
    expect(at(parts.runs, 1).calls.map(({ index, limitMs }) => [index, limitMs])).toEqual([[1, 900]]);
    at(parts.runs, 1).outcome(1);
    at(parts.runs, 1).end();
    expect(await graded).toMatchObject({ kind: 'graded', verdict: 'Accepted' });
  });

  test('does not keep a stop waiting while the reference is measured anew', async () => {
    const parts = scriptedRunner();
    const stop = new AbortController();
    const { graded } = begin(parts, { problem, judge: secondChance(), signal: stop.signal });
    await tellAll(at(parts.asked, 0), { referenceMs: 20 });
    for (const index of [0, 1]) at(parts.runs, 0).outcome(index);
    at(parts.runs, 0).end();
    await settle();
    expect(parts.asked).toHaveLength(2);
    stop.abort();
    expect(await graded).toMatchObject({ kind: 'stopped', results: [{ index: 0 }, { index: 1 }] });
    expect(parts.runs).toHaveLength(1);
  });

  test('keeps its verdict when the reference is as fast as before', async () => {
    const parts = scriptedRunner();
    const { graded } = begin(parts, { problem, judge: secondChance() });
    await tellAll(at(parts.asked, 0), { referenceMs: 20 });
    for (const index of [0, 1]) at(parts.runs, 0).outcome(index);
    at(parts.runs, 0).end();
    await settle();
    await tellAll(at(parts.asked, 1), { referenceMs: 25 });
    expect(await graded).toMatchObject({ kind: 'graded', verdict: 'Time Limit Exceeded' });
    expect(parts.runs).toHaveLength(1);
  });
});
