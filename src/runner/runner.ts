import type { Expected, Outcome } from '#domain/outcome.ts';
import type { BootStage, CaseCall, Mutant, TrustedCase } from './protocol.ts';

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
  /** Works out what the cases must give, in the trusted interpreter. */
  expect(
    request: { readonly reference: string; readonly entry: string; readonly cases: readonly TrustedCase[] },
    options: { readonly signal?: AbortSignal; readonly onExpected: (expected: Expected) => void },
  ): Promise<void>;
  /** Valid random inputs as Python argument lists, one for each size. */
  generate(request: {
    readonly inputs: string;
    readonly seed: number;
    readonly sizes: readonly number[];
  }): Promise<readonly string[]>;
  /** The validator's objection to each argument list, or null. */
  validate(request: { readonly inputs: string; readonly args: readonly string[] }): Promise<readonly (string | null)[]>;
  /** Mutants of an accepted solution, for measuring how strong a suite is. */
  mutate(request: { readonly source: string }): Promise<readonly Mutant[]>;
  dispose(): void;
}
