import type { Expected, Outcome } from '#domain/outcome.ts';
import type { Problem } from '#domain/problem.ts';
import type { CaseResult } from '#domain/verdict.ts';
import { type Checker, judgeCase } from '#judge/judge.ts';

/** The judge as the grader asks it; where it works (this thread, a worker) is not the grader's concern. */
export interface Judge {
  /** Rejects with the signal's reason when it aborts: nobody waits for the verdict any more. */
  judge(
    problem: Problem,
    index: number,
    outcome: Outcome,
    expected: Expected,
    signal?: AbortSignal,
  ): Promise<CaseResult>;
}

export type LoadChecker = (problemId: string) => Promise<Checker | undefined>;

/** A judge on the calling thread. */
export function localJudge(loadChecker: LoadChecker): Judge {
  return {
    async judge(problem, index, outcome, expected, signal) {
      const item = problem.cases[index];
      if (item === undefined) throw new RangeError(`${problem.id} has no case ${index}`);
      const checker = problem.comparison.rule === 'checker' ? await loadChecker(problem.id) : undefined;
      signal?.throwIfAborted();
      return judgeCase({ index, case: item, comparison: problem.comparison, outcome, expected }, checker);
    },
  };
}
