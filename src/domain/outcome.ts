import type { Output, Traceback } from './verdict.ts';

/** An exception that the candidate's code let escape. */
export interface ExceptionReport {
  readonly type: string;
  readonly message: string;
  /** Names of Python's own exception classes that it is an instance of, checked by identity, not by name. */
  readonly builtins: readonly string[];
  readonly traceback: Traceback;
}

/** Why code could not be called at all. */
export type RejectionReason = 'syntax' | 'import' | 'missing-entry' | 'arity' | 'exit';

/**
 * What happened when one case was run. It says nothing about right or wrong: that is the judge's part, and the judge
 * has what the worker has never seen.
 */
export type Outcome = { readonly ms: number; readonly output: Output } & (
  | {
      readonly kind: 'returned';
      /** The returned value, encoded: see `src/runner/python/edgewise/values.py`. */
      readonly value: Uint8Array;
      /** Positions of arguments that the call changed; only looked at where the case asks for it. */
      readonly changed: readonly number[];
    }
  | { readonly kind: 'raised'; readonly exception: ExceptionReport }
  | {
      readonly kind: 'rejected';
      readonly reason: RejectionReason;
      readonly message: string;
      readonly traceback: Traceback;
    }
  /** `note`: that and why the case was not even run. */
  | { readonly kind: 'time-limit'; readonly limitMs: number; readonly traceback: Traceback; readonly note?: string }
  | { readonly kind: 'memory-limit'; readonly message: string; readonly traceback: Traceback }
  | { readonly kind: 'output-limit'; readonly message: string }
  /** The interpreter died under the code, and was replaced. */
  | { readonly kind: 'crashed'; readonly message: string }
  /** The arguments themselves could not be made (custom input). */
  | { readonly kind: 'bad-arguments'; readonly message: string }
);

/** What a case must give, worked out where no candidate's code has ever run. */
export interface Expected {
  readonly index: number;
  readonly answer:
    | { readonly kind: 'value'; readonly value: Uint8Array }
    | { readonly kind: 'raises'; readonly exception: string };
  /** What the reference took for this case on this machine. */
  readonly referenceMs: number;
}
