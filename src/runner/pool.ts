import type { Interpreter } from './interpreter.ts';
import type { InterpreterRole } from './protocol.ts';

export interface PoolOptions {
  boot(role: InterpreterRole): Promise<Interpreter>;
}

/**
 * The interpreters: the candidate's, a spare to replace it, and the trusted one. The trusted one holds references and
 * expected values, so it never becomes a candidate's.
 */
export interface Pool {
  /** The candidate's interpreter; with `pristine`, one that has never run a candidate's code. */
  candidate(pristine: boolean): Promise<Interpreter>;
  trusted(): Promise<Interpreter>;
  /** Boots a spare in the background if there is none, so that replacing the candidate's interpreter takes no time. */
  keepSpare(): void;
  /** Terminates a candidate's interpreter; the spare takes its place. */
  discard(interpreter: Interpreter): void;
  dispose(): void;
}

export function createPool({ boot }: PoolOptions): Pool {
  let candidate: Promise<Interpreter> | null = null;
  let spare: Promise<Interpreter> | null = null;
  let trusted: Promise<Interpreter> | null = null;
  let lastBoot: Promise<unknown> = Promise.resolve();
  let disposed = false;

  /** One after the other: two that boot at once slow each other down, and have been seen to hang. */
  function enqueue(role: InterpreterRole, onFailure: () => void): Promise<Interpreter> {
    const booted = lastBoot.then(() => boot(role));
    lastBoot = booted.catch(onFailure);
    booted.then(
      (interpreter) => disposed && interpreter.dispose(),
      () => undefined,
    );
    return booted;
  }

  function takeCandidate(): Promise<Interpreter> {
    if (candidate === null) {
      candidate = spare ?? enqueue('candidate', () => (candidate = null));
      spare = null;
    }
    return candidate;
  }

  function keepSpare(): void {
    if (spare === null && !disposed) spare = enqueue('candidate', () => (spare = null));
  }

  function drop(interpreter: Interpreter): void {
    interpreter.dispose();
    candidate = null;
  }

  return {
    async candidate(pristine) {
      const interpreter = await takeCandidate();
      if (!pristine || !interpreter.used()) return interpreter;
      drop(interpreter);
      return takeCandidate();
    },
    trusted() {
      trusted ??= enqueue('trusted', () => (trusted = null));
      return trusted;
    },
    keepSpare,
    discard: drop,
    dispose() {
      disposed = true;
      for (const pending of [candidate, spare, trusted]) {
        pending?.then(
          (interpreter) => interpreter.dispose(),
          () => undefined,
        );
      }
    },
  };
}
