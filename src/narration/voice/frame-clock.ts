/**
 * For how long a reading counts at least, in ms: longer than a page is busy, and short, because on a busy machine the sound
 * itself falls behind at times and stays there.
 */
const WINDOW_MS = 1500;

export interface FrameClock {
  /** Sound up to `frame` (in samples) has arrived, at `now`. */
  observe(frame: number, now: number): void;
  /** When the sample was recorded, by the clock that `observe` was given; null before the first reading. */
  timeOf(frame: number): number | null;
}

/**
 * Places samples in time. Blocks arrive late, by as much as the thread was busy, but never early: the block with the least
 * delay of the last seconds tells how the two clocks stand.
 */
export function createFrameClock(rate: number): FrameClock {
  let current = { since: 0, lag: Number.POSITIVE_INFINITY };
  let previous = Number.POSITIVE_INFINITY;
  return {
    observe(frame, now) {
      const lag = now - (frame / rate) * 1000;
      if (now - current.since > WINDOW_MS) {
        previous = current.lag;
        current = { since: now, lag };
      } else if (lag < current.lag) {
        current = { ...current, lag };
      }
    },
    timeOf(frame) {
      const lag = Math.min(current.lag, previous);
      return Number.isFinite(lag) ? (frame / rate) * 1000 + lag : null;
    },
  };
}
