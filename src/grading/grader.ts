import type { Problem } from '#domain/problem.ts';
import type { CaseResult, Verdict } from '#domain/verdict.ts';

export interface GradeRequest {
  readonly problem: Problem;
  readonly code: string;
  /** Positions in `problem.cases`; all of them when absent. */
  readonly cases?: readonly number[];
  /** A submission runs on an interpreter that has never run a candidate's code. */
  readonly pristine: boolean;
}

export interface GradeOptions {
  readonly signal?: AbortSignal;
  readonly onCaseStarted?: (index: number) => void;
  readonly onResult: (result: CaseResult) => void;
}

export type GradeEnd =
  /** `verdict` is that of the first case that is not Accepted. */
  | { readonly kind: 'graded'; readonly verdict: Verdict; readonly results: readonly CaseResult[] }
  | { readonly kind: 'stopped'; readonly results: readonly CaseResult[]; readonly line?: number };

/** Code and cases in, verdicts out: the runner runs, the judge judges, neither knows the other. */
export interface Grader {
  /** Works out a problem's expected values ahead of time, so that the first run need not wait for them. */
  prepare(problem: Problem): void;
  grade(request: GradeRequest, options: GradeOptions): Promise<GradeEnd>;
}
