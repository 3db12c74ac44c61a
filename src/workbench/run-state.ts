import type { CaseResult, Verdict } from '#domain/verdict.ts';

/** Run tries the samples, Submit every case on a fresh interpreter, and `one` a single case again. */
export type RunMode = 'run' | 'submit' | 'one';

/** Where the latest run stands. */
export type RunState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly mode: RunMode;
      readonly cases: readonly number[];
      readonly current: number | null;
      readonly done: number;
    }
  /** Stop was asked for; the interpreter has not let go yet. */
  | { readonly kind: 'stopping'; readonly mode: RunMode; readonly cases: readonly number[]; readonly done: number }
  | { readonly kind: 'graded'; readonly mode: RunMode; readonly verdict: Verdict; readonly summary: RunSummary }
  | {
      readonly kind: 'stopped';
      readonly mode: RunMode;
      readonly done: number;
      readonly total: number;
      readonly line?: number;
    }
  /** Python could not be started, or the grader itself failed: nothing is known about the code. */
  | { readonly kind: 'failed'; readonly message: string };

/** A finished run in numbers. `ms` adds up the judged calls. */
export interface RunSummary {
  readonly total: number;
  readonly passed: number;
  readonly failingEdges: readonly string[];
  readonly ms: number;
}

export function isBusy(state: RunState): boolean {
  return state.kind === 'running' || state.kind === 'stopping';
}

export function summarise(results: readonly CaseResult[]): RunSummary {
  const failing = results.filter((result) => result.verdict !== 'Accepted');
  return {
    total: results.length,
    passed: results.length - failing.length,
    failingEdges: [...new Set(failing.map((result) => result.edge))],
    ms: results.reduce((sum, result) => sum + result.ms, 0),
  };
}

/**
 * The one message behind every result, where all of them failed alike: a syntax error or a missing function is said once,
 * not once a case. Null where there are fewer than two results or they differ.
 */
export function sharedFailure(results: readonly CaseResult[]): CaseResult | null {
  const first = results[0];
  if (first === undefined || results.length < 2 || first.verdict !== 'Runtime Error') return null;
  const alike = (result: CaseResult) => result.verdict === first.verdict && result.message === first.message;
  return results.every(alike) ? first : null;
}
