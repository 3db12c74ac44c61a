import type { Interpreter } from './interpreter.ts';
import type { InterpreterRole } from './protocol.ts';

export interface PoolOptions {
  /** `packages` are the Python packages that the interpreter is to hold. */
  boot(role: InterpreterRole, packages: readonly string[]): Promise<Interpreter>;
}

/**
 * The interpreters: the candidate's, a spare to replace it, and the trusted one. The trusted one holds references and
 * expected values, so it never becomes a candidate's.
 */
export interface Pool {
  /**
   * The candidate's interpreter; with `pristine`, one that has never run a candidate's code. It has been asked to load
   * `packages`, and so is every candidate's interpreter that boots after it: a spare is as warm as the first.
   */
  candidate(pristine: boolean, packages?: readonly string[]): Promise<Interpreter>;
  trusted(): Promise<Interpreter>;
  /**
   * Boots in the background what is missing of two: the interpreter that the next run gets, and a spare, so that
   * replacing the first in the middle of a run takes no time.
   */
  keepSpare(): void;
  /** Terminates a candidate's interpreter; the spare takes its place. */
  discard(interpreter: Interpreter): void;
  dispose(): void;
}

/** A candidate's interpreter, booted or booting. */
interface Slot {
  readonly packages: readonly string[];
  readonly interpreter: Promise<Interpreter>;
  /** Null while it boots. */
  booted: Interpreter | null;
  /** Where this is known before its turn to boot has come, it is not booted at all. */
  dropped: boolean;
}

export function createPool({ boot }: PoolOptions): Pool {
  let candidate: Slot | null = null;
  let spare: Slot | null = null;
  let trusted: Promise<Interpreter> | null = null;
  let trustedBooted: Interpreter | null = null;
  let lastBoot: Promise<unknown> = Promise.resolve();
  let disposed = false;
  const wanted = new Set<string>();

  /** One after the other: two that boot at once slow each other down, and have been seen to hang. */
  function enqueue(start: () => Promise<Interpreter>, onFailure: () => void): Promise<Interpreter> {
    const booted = lastBoot.then(start);
    lastBoot = booted.catch(onFailure);
    booted.then(
      (interpreter) => disposed && interpreter.dispose(),
      () => undefined,
    );
    return booted;
  }

  function bootCandidate(): Slot {
    const packages = [...wanted];
    const start = async () => {
      if (slot.dropped) throw new Error('This interpreter is no longer needed.');
      return boot('candidate', packages);
    };
    const interpreter = enqueue(start, () => forget(slot));
    const slot: Slot = { packages, interpreter, booted: null, dropped: false };
    interpreter.then(
      (booted) => {
        slot.booted = booted;
        // Not for every boot from now on, then, but again for a run that needs it: by then there may be a network.
        for (const name of booted.missing) wanted.delete(name);
      },
      () => undefined,
    );
    return slot;
  }

  function takeCandidate(): Slot {
    if (candidate === null) {
      candidate = spare ?? bootCandidate();
      spare = null;
    }
    return candidate;
  }

  function forget(slot: Slot): void {
    if (candidate === slot) candidate = null;
    if (spare === slot) spare = null;
  }

  function drop(slot: Slot): void {
    slot.dropped = true;
    forget(slot);
    disposeOf(slot);
  }

  function discard(interpreter: Interpreter): void {
    interpreter.dispose();
    if (candidate?.booted === interpreter) candidate = null;
    if (trustedBooted === interpreter) trusted = null;
  }

  return {
    async candidate(pristine, packages = []) {
      for (const name of packages) wanted.add(name);
      // At most the candidate and the spare are dropped: what boots after them holds what is wanted, and is unused.
      for (;;) {
        const slot = takeCandidate();
        if (packages.every((name) => slot.packages.includes(name))) {
          const interpreter = await slot.interpreter;
          if (!pristine || !interpreter.used()) return interpreter;
        }
        drop(slot);
      }
    },
    trusted() {
      if (trusted === null) {
        trusted = enqueue(
          () => boot('trusted', []),
          () => (trusted = null),
        );
        trusted.then(
          (booted) => (trustedBooted = booted),
          () => undefined,
        );
      }
      return trusted;
    },
    keepSpare() {
      // The next run's interpreter first: a spare that has to stand in for it would be missing when it is needed.
      if (!disposed) takeCandidate();
      if (spare === null && !disposed) spare = bootCandidate();
    },
    discard,
    dispose() {
      disposed = true;
      for (const slot of [candidate, spare]) if (slot !== null) disposeOf(slot);
      trusted?.then(
        (interpreter) => interpreter.dispose(),
        () => undefined,
      );
    },
  };
}

function disposeOf({ interpreter, booted }: Slot): void {
  if (booted !== null) booted.dispose();
  else
    interpreter.then(
      (late) => late.dispose(),
      () => undefined,
    );
}
