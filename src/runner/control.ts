/**
 * The shared memory through which the page interrupts a worker that is busy in Python and reads no messages.
 *
 * Every case that a worker starts takes a new ticket. An interrupt names the ticket it is meant for, so that one which
 * arrives a moment late is recognised instead of killing the next case.
 */

const SIGNAL = 0;
const TARGET = 1;
const CANCELLED = 2;
const CELLS = 3;
/** The number of SIGINT: Pyodide turns it into KeyboardInterrupt. */
const SIGINT = 2;

/** A control block, or undefined where the page is not cross-origin isolated. */
export function createControl(): SharedArrayBuffer | undefined {
  if (typeof SharedArrayBuffer === 'undefined') return undefined;
  return new SharedArrayBuffer(CELLS * Int32Array.BYTES_PER_ELEMENT);
}

/** Asks the case with this ticket to stop. */
export function requestInterrupt(control: SharedArrayBuffer, ticket: number): void {
  const cells = new Int32Array(control);
  Atomics.store(cells, TARGET, ticket);
  Atomics.store(cells, SIGNAL, SIGINT);
}

/** The part of the block that Pyodide watches. */
export function interruptBuffer(control: SharedArrayBuffer): Int32Array {
  return new Int32Array(control, SIGNAL, 1);
}

/** For whom the latest interrupt was: the case with this ticket, the one before it, or neither. */
export type Interrupt = 'this' | 'before' | 'none';

/** Takes back any interrupt, and tells for whom it was. */
export function takeInterrupt(control: SharedArrayBuffer, ticket: number): Interrupt {
  const cells = new Int32Array(control);
  Atomics.store(cells, SIGNAL, 0);
  const target = Atomics.load(cells, TARGET);
  if (target === ticket) return 'this';
  return target === ticket - 1 && target > 0 ? 'before' : 'none';
}

/** Asks the worker to leave out the cases of this run that it has not started. */
export function cancelRun(control: SharedArrayBuffer, runId: number): void {
  Atomics.store(new Int32Array(control), CANCELLED, runId);
}

export function isCancelled(control: SharedArrayBuffer, runId: number): boolean {
  return Atomics.load(new Int32Array(control), CANCELLED) === runId;
}
