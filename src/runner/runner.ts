import type { Expected, Outcome } from '#domain/outcome.ts';
import type { BootStage, CaseCall, Evaluation, Examination, Mutant, TrustedCase } from './protocol.ts';

/** What the page shows of Python: one state, so that label, bar and error cannot contradict each other. */
export type RunnerState =
  | { readonly kind: 'booting'; readonly stage: BootStage; readonly loaded: number; readonly total: number }
  | { readonly kind: 'ready'; readonly version: string }
  /** A run waits for an interpreter with packages that its code imports; none before it did. */
  | { readonly kind: 'loading'; readonly packages: readonly string[]; readonly version: string }
  | { readonly kind: 'failed'; readonly message: string };

export interface RunOptions {
  /** Stops the run: the code is interrupted or, when that does not help, its interpreter is replaced. */
  readonly signal?: AbortSignal;
  readonly onCaseStarted?: (index: number) => void;
  readonly onOutcome: (index: number, outcome: Outcome) => void;
}

export interface CandidateRun {
  readonly source: string;
  readonly entry: string;
  readonly calls: readonly CaseCall[];
  /** Asks for an interpreter that has never run a candidate's code. */
  readonly pristine: boolean;
  /**
   * More runs of the same source follow at once: its interpreter is kept for them, so that a hundred small runs do not
   * cost a hundred interpreters. Whatever else runs then gets another one.
   */
  readonly keep?: boolean;
}

export interface TrustedOptions {
  /** The promise rejects with the signal's reason at once; the work is let go of, by force where it does not end. */
  readonly signal?: AbortSignal;
  /**
   * How long the interpreter may be silent, in ms, before it is replaced and the promise rejects with `TrustedTimeout`.
   * Waiting for earlier work does not count.
   */
  readonly limitMs?: number;
}

/** How a run ended: by itself, or stopped; then with the line where the code stood, where that is known. */
export type RunEnd = { readonly kind: 'finished' } | { readonly kind: 'stopped'; readonly line?: number };

/** Everything that executes Python, as the rest of the app sees it. */
export interface Runner {
  state(): RunnerState;
  /** Calls `listener` on every change of `state()`; returns the way to unsubscribe. */
  subscribe(listener: () => void): () => void;
  /** Starts booting, or boots again after a failure. Idempotent while a boot is under way. */
  boot(): void;
  /** Runs a candidate's code case by case. Rejects only when Python cannot be started. */
  run(run: CandidateRun, options: RunOptions): Promise<RunEnd>;
  /** Works out what the cases must give, in the trusted interpreter. `limitMs` counts anew with each answer. */
  expect(
    request: { readonly reference: string; readonly entry: string; readonly cases: readonly TrustedCase[] },
    options: TrustedOptions & { readonly onExpected: (expected: Expected) => void },
  ): Promise<void>;
  /** Valid random inputs as Python argument lists, one for each size. */
  generate(
    request: { readonly inputs: string; readonly seed: number; readonly sizes: readonly number[] },
    options?: TrustedOptions,
  ): Promise<readonly string[]>;
  /** The validator's objection to each argument list of the problem's own, or null. */
  validate(
    request: { readonly inputs: string; readonly args: readonly string[] },
    options?: TrustedOptions,
  ): Promise<readonly (string | null)[]>;
  /**
   * What validator and reference say about argument lists that somebody typed. They are read as literals: nothing of
   * them is run.
   */
  examine(
    request: {
      readonly reference: string;
      readonly entry: string;
      readonly inputs: string;
      readonly args: readonly string[];
    },
    options?: TrustedOptions,
  ): Promise<readonly Examination[]>;
  /** Argument lists as values. With `literal` they may be anybody's; without, only the problem's own. */
  evaluate(
    request: { readonly args: readonly string[]; readonly literal: boolean },
    options?: TrustedOptions,
  ): Promise<readonly Evaluation[]>;
  /** Mutants of an accepted solution, for measuring how strong a suite is. */
  mutate(request: { readonly source: string }): Promise<readonly Mutant[]>;
  dispose(): void;
}
