import type { Expected, Outcome } from '#domain/outcome.ts';
import type { Case, ComparisonRule } from '#domain/problem.ts';
import type { CaseResult } from '#domain/verdict.ts';

/** One question to the judge's worker. `questionId` ties the answers to it. */
export interface JudgeQuestion {
  readonly questionId: number;
  readonly problemId: string;
  readonly index: number;
  readonly case: Case;
  readonly comparison: ComparisonRule;
  readonly outcome: Outcome;
  readonly expected: Expected;
}

export type JudgeAnswer =
  /** The first question about a problem: whatever it needs is loaded, and the work on it begins. */
  | { readonly questionId: number; readonly kind: 'begun' }
  | { readonly questionId: number; readonly kind: 'judged'; readonly result: CaseResult }
  | { readonly questionId: number; readonly kind: 'failed'; readonly message: string };
