/**
 * Every message that crosses between the page and a Python worker. Each carries the id of the run it belongs to, so that
 * what a dead run still says can be told apart and dropped.
 */
import type { Expected, Outcome } from '#domain/outcome.ts';

export type RunId = number;

/** One judged call of the candidate's function. */
export interface CaseCall {
  readonly index: number;
  readonly args: string;
  readonly earlier: readonly string[];
  readonly unchanged: boolean;
  /** After this long the page interrupts the call; the worker only repeats it in its report. */
  readonly limitMs: number;
}

/** One case for the trusted interpreter: `expected` is absent where the reference's own answer is the expected one. */
export interface TrustedCase {
  readonly index: number;
  readonly args: string;
  readonly expected?: string;
  readonly raises?: string;
}

/** Work for an interpreter that has never run a candidate's code. */
export type TrustedTask =
  | {
      readonly task: 'expect';
      readonly reference: string;
      readonly entry: string;
      readonly cases: readonly TrustedCase[];
    }
  /** Makes `count` inputs with `generate(Random(seed + i), sizes[i])`; answers with argument lists as Python source. */
  | { readonly task: 'generate'; readonly inputs: string; readonly seed: number; readonly sizes: readonly number[] }
  /** Asks the problem's validator about an argument list; answers with its objection, or null. */
  | { readonly task: 'validate'; readonly inputs: string; readonly args: readonly string[] }
  /** Asks validator and reference about argument lists that somebody typed; only literals get to them. */
  | {
      readonly task: 'examine';
      readonly reference: string;
      readonly entry: string;
      readonly inputs: string;
      readonly args: readonly string[];
    }
  /** Argument lists as values; `literal` where they are not the problem's own. */
  | { readonly task: 'evaluate'; readonly args: readonly string[]; readonly literal: boolean }
  | { readonly task: 'mutate'; readonly source: string };

/** What the trusted interpreter has to say about an argument list that somebody typed. */
export type Examination =
  /** Not Python at all, or not only literals. */
  | { readonly kind: 'unreadable'; readonly reason: 'syntax' | 'not-literal'; readonly message: string }
  /** The validator objects, and the contract does not say what the function does then. */
  | { readonly kind: 'invalid'; readonly objection: string }
  | {
      readonly kind: 'answered';
      /** The validator's objection where the contract asks for an exception, else null. */
      readonly objection: string | null;
      readonly answer:
        | { readonly kind: 'value'; readonly value: Uint8Array }
        | { readonly kind: 'raises'; readonly exception: string };
      readonly referenceMs: number;
    };

/** An argument list as `[list of positional arguments, dict of the others]`, encoded; or why there is none. */
export type Evaluation =
  | { readonly kind: 'value'; readonly value: Uint8Array }
  | { readonly kind: 'unreadable'; readonly message: string };

export interface Mutant {
  /** What was changed, stable across runs: names the mutant in `equivalent_mutants.yaml`. */
  readonly id: string;
  readonly line: number;
  readonly source: string;
}

export interface TrustedAnswers {
  expect: null;
  generate: readonly string[];
  validate: readonly (string | null)[];
  examine: readonly Examination[];
  evaluate: readonly Evaluation[];
  mutate: readonly Mutant[];
}

/**
 * A trusted interpreter works with references and expected values and never meets a candidate's code; a candidate's
 * interpreter does not even hold the modules for trusted work.
 */
export type InterpreterRole = 'candidate' | 'trusted';

/** What a worker needs to come up: where Pyodide's files are, and the Python side of the runner. */
export interface BootRequest {
  readonly type: 'boot';
  readonly role: InterpreterRole;
  readonly indexUrl: string;
  /** Path below `site-packages` to content. */
  readonly pythonFiles: Readonly<Record<string, string>>;
  /** Python packages to load before the interpreter is ready, by their names in Pyodide's lock file. */
  readonly packages: readonly string[];
  /** The unpacked memory snapshot, where another worker has fetched it already. */
  readonly snapshot?: SharedArrayBuffer;
  /** Pyodide's WebAssembly, where another worker has compiled it already. */
  readonly module?: WebAssembly.Module;
  /** Shared memory for interrupting: see `control.ts`. Absent where the page is not cross-origin isolated. */
  readonly control?: SharedArrayBuffer;
}

export interface RunRequest {
  readonly type: 'run';
  readonly runId: RunId;
  readonly source: string;
  readonly entry: string;
  readonly calls: readonly CaseCall[];
}

export interface TrustedRequest {
  readonly type: 'trusted';
  readonly runId: RunId;
  readonly task: TrustedTask;
}

export type ToWorker = BootRequest | RunRequest | TrustedRequest;

export type BootStage = 'download' | 'start' | 'load' | 'packages';

export type FromWorker =
  | { readonly type: 'boot-progress'; readonly stage: BootStage; readonly loaded: number; readonly total: number }
  /**
   * `snapshot` is what this worker restored Python from and `module` what it compiled, for the workers that come after it;
   * `missing` the packages that could not be loaded.
   */
  | {
      readonly type: 'ready';
      readonly version: string;
      readonly snapshot?: SharedArrayBuffer;
      readonly module?: WebAssembly.Module;
      readonly missing?: readonly string[];
    }
  | { readonly type: 'boot-failed'; readonly message: string }
  | { readonly type: 'case-started'; readonly runId: RunId; readonly index: number; readonly ticket: number }
  | { readonly type: 'case-finished'; readonly runId: RunId; readonly index: number; readonly outcome: Outcome }
  | { readonly type: 'run-finished'; readonly runId: RunId }
  | { readonly type: 'expected'; readonly runId: RunId; readonly expected: Expected }
  | { readonly type: 'answer'; readonly runId: RunId; readonly answer: TrustedAnswers[keyof TrustedAnswers] }
  | { readonly type: 'refused'; readonly runId: RunId; readonly message: string }
  /**
   * The interpreter is beyond repair; `index` is the case that was running, null while the code was still being compiled.
   * `outOfMemory`: memory had been asked for past the cap.
   */
  | {
      readonly type: 'died';
      readonly runId: RunId;
      readonly index: number | null;
      readonly message: string;
      readonly outOfMemory: boolean;
    };
