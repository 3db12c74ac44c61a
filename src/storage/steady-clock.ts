/** How far the wall clock must be ahead, in ms, before that is taken for a machine that slept. */
const SLEPT_MS = 2000;

export interface SteadyClockOptions {
  /** Ms since the epoch, as the system has it now: may be set back and forward. */
  readonly wall?: () => number;
  /** Ms since any moment; never goes back, but may stand still while the machine sleeps. */
  readonly monotonic?: () => number;
}

/**
 * Ms since the epoch, by a clock that never goes back. It counts a machine's sleep, which `performance.now()` leaves out on
 * some systems: then the wall clock has run ahead by more than two seconds. Where the wall clock is set back, or forward by
 * less, it goes on as if nothing had happened.
 */
export function createSteadyClock(options: SteadyClockOptions = {}): () => number {
  const wall = options.wall ?? Date.now;
  const monotonic = options.monotonic ?? (() => performance.now());
  let epoch = wall() - monotonic();
  return () => {
    const steady = epoch + monotonic();
    const ahead = wall() - steady;
    if (ahead <= SLEPT_MS) return steady;
    epoch += ahead;
    return steady + ahead;
  };
}
