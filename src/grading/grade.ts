import type { Expected } from '#domain/outcome.ts';
import type { Case, Problem, TimeLimit } from '#domain/problem.ts';
import type { CaseResult } from '#domain/verdict.ts';
import { verdictOf } from '#judge/judge.ts';
import type { CaseCall } from '#runner/protocol.ts';
import type { RunEnd, Runner } from '#runner/runner.ts';
import { createExpectations, type Expectations } from './expectations.ts';
import type { GradeEnd, Grader } from './grader.ts';
import type { Judge } from './judge.ts';

export interface GraderParts {
  readonly runner: Runner;
  readonly judge: Judge;
  /** Those of others who ask for the same problems; without them the grader keeps its own. */
  readonly expectations?: Expectations;
}

/** Joins a runner and a judge. */
export function createGrader({ runner, judge, expectations = createExpectations(runner) }: GraderParts): Grader {
  return {
    prepare: (problem) => expectations.prepare(problem),

    async grade({ problem, code, pristine, cases }, { signal, onCaseStarted, onResult }): Promise<GradeEnd> {
      const indices = cases ?? problem.cases.map((_, index) => index);
      const stopped = aborted(signal);
      const expected = new Map<number, Expected>();
      const known = Promise.all(
        indices.map(async (index) => void expected.set(index, await expectations.of(problem, index))),
      );
      known.catch(() => undefined);
      if ((await Promise.race([known, stopped])) === 'aborted') return { kind: 'stopped', results: [] };

      const calls = indices.flatMap((index): CaseCall[] => {
        const item = problem.cases[index];
        const answer = expected.get(index);
        return item && answer ? [callOf(item, index, limitOf(problem.timeLimit, answer.referenceMs))] : [];
      });
      const judged = new Map<number, CaseResult>();
      const runAndJudge = async (calls: readonly CaseCall[]): Promise<RunEnd> => {
        const judging: Promise<void>[] = [];
        const end = await runner.run(
          { source: code, entry: problem.entry, calls, pristine },
          {
            ...(signal === undefined ? {} : { signal }),
            ...(onCaseStarted === undefined ? {} : { onCaseStarted }),
            onOutcome(index, outcome) {
              const answer = expected.get(index);
              if (answer === undefined) return;
              const judgement = judge.judge(problem, index, outcome, answer, signal).then((result) => {
                if (signal?.aborted) return;
                judged.set(index, result);
                onResult(result);
              });
              // Awaited below, when the run is over; until then a failure must not count as one that nobody handles.
              judgement.catch(() => undefined);
              judging.push(judgement);
            },
          },
        );
        const all = await Promise.race([Promise.all(judging), stopped]);
        return all === 'aborted' && end.kind === 'finished' ? { kind: 'stopped' } : end;
      };
      let end = await runAndJudge(calls);
      if (end.kind === 'finished') {
        const again = await Promise.race([withFairLimits(expectations, problem, calls, judged, signal), stopped]);
        if (again === 'aborted') end = { kind: 'stopped' };
        else if (again.length > 0) end = await runAndJudge(again);
      }
      const results = [...judged.values()].sort((a, b) => a.index - b.index);
      if (end.kind === 'stopped')
        return { kind: 'stopped', results, ...(end.line === undefined ? {} : { line: end.line }) };
      // A verdict of Accepted must rest on every case: one that went missing is our fault, and is said.
      const missing = indices.length - results.length;
      if (missing > 0)
        throw new Error(`Python gave no result for ${missing} of ${indices.length} cases. Run it again.`);
      return { kind: 'graded', verdict: verdictOf(results), results };
    },
  };
}

/** A case counts as small when the reference takes less than this; then no problem's floor is higher than the second. */
const SMALL_CASE_MS = 100;
const SMALL_CASE_FLOOR_MS = 2000;

/** The time limit of a case in ms, from what the reference took for it on this machine. */
export function limitOf({ factor, floorMs }: TimeLimit, referenceMs: number): number {
  const floor = referenceMs < SMALL_CASE_MS ? Math.min(floorMs, SMALL_CASE_FLOOR_MS) : floorMs;
  return Math.max(floor, factor * referenceMs);
}

/** How much slower the machine must have become for a case that ran out of time to get another chance. */
const SLOWDOWN = 1.5;

/**
 * The calls that ran out of time and deserve another go: where the reference, measured anew, would now have been given
 * much more. A machine that was busy for a moment must not decide a verdict.
 */
async function withFairLimits(
  expectations: Expectations,
  problem: Problem,
  calls: readonly CaseCall[],
  judged: ReadonlyMap<number, CaseResult>,
  signal: AbortSignal | undefined,
): Promise<CaseCall[]> {
  const late = calls.filter(({ index }) => judged.get(index)?.verdict === 'Time Limit Exceeded');
  if (late.length === 0) return [];
  const indices = late.map(({ index }) => index);
  const measured = await expectations.measure(problem, indices, signal);
  return late.flatMap((call) => {
    const limitMs = limitOf(problem.timeLimit, measured.get(call.index) ?? 0);
    return limitMs > SLOWDOWN * call.limitMs ? [{ ...call, limitMs }] : [];
  });
}

function callOf({ args, earlier, unchanged }: Case, index: number, limitMs: number): CaseCall {
  return { index, args, earlier, unchanged, limitMs };
}

function aborted(signal: AbortSignal | undefined): Promise<'aborted'> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve('aborted');
    signal?.addEventListener('abort', () => resolve('aborted'), { once: true });
  });
}
