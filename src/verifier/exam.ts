import type { Expected } from '#domain/outcome.ts';
import type { Case, Problem } from '#domain/problem.ts';
import type { CaseResult } from '#domain/verdict.ts';
import { createExpectations, type Expectations } from '#grading/expectations.ts';
import { createGrader } from '#grading/grade.ts';
import type { Grader } from '#grading/grader.ts';
import type { Judge } from '#grading/judge.ts';
import type { Runner } from '#runner/runner.ts';

/** What the verifier works with. */
export interface Parts {
  readonly runner: Runner;
  readonly judge: Judge;
  /** What the cases of the problems must give; the grader has the same. */
  readonly expectations: Expectations;
  readonly grader: Grader;
}

/** Parts on the same Python that know no problem's expected values: it may have changed on disk, and they are large. */
export function forgetful({ runner, judge }: Pick<Parts, 'runner' | 'judge'>): Parts {
  const expectations = createExpectations(runner);
  return { runner, judge, expectations, grader: createGrader({ runner, judge, expectations }) };
}

/** A problem with what each of its cases must give. */
export interface Exam {
  readonly problem: Problem;
  readonly expected: readonly Expected[];
}

export interface Sitting {
  readonly code: string;
  /** Positions in `problem.cases`, in the order in which they are run. */
  readonly cases: readonly number[];
  /** ms. */
  readonly limitFor: (one: Case, expected: Expected) => number;
  /** Ends with the first case that is not Accepted. */
  readonly stopAtFailure: boolean;
}

/** Works out what every case must give. Rejects when the reference fails where it should answer. */
export async function setExam(expectations: Expectations, problem: Problem): Promise<Exam> {
  const expected = await Promise.all(problem.cases.map((_, index) => expectations.of(problem, index)));
  return { problem, expected };
}

/**
 * Runs code against an exam, with limits of its own where `Grader` has the candidate's. Results come in the order of
 * judging; with `stopAtFailure` the cases after the failure are missing, save for one that was already done.
 */
export async function sitExam(
  { runner, judge }: Parts,
  { problem, expected }: Exam,
  sitting: Sitting,
): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  const judging: Promise<void>[] = [];
  const failed = new AbortController();
  const calls = sitting.cases.flatMap((index) => {
    const one = problem.cases[index];
    const answer = expected[index];
    if (one === undefined || answer === undefined) return [];
    const { args, earlier, unchanged } = one;
    return [{ index, args, earlier, unchanged, limitMs: sitting.limitFor(one, answer) }];
  });
  await runner.run(
    { source: sitting.code, entry: problem.entry, calls, pristine: false },
    {
      signal: failed.signal,
      onOutcome(index, outcome) {
        const answer = expected[index];
        if (answer === undefined) return;
        judging.push(
          judge.judge(problem, index, outcome, answer).then((result) => {
            results.push(result);
            if (sitting.stopAtFailure && result.verdict !== 'Accepted') failed.abort();
          }),
        );
      },
    },
  );
  await Promise.all(judging);
  return results;
}
