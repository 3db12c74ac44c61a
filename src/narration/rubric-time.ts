import type { AttemptEvent } from '#domain/attempt.ts';
import { clockOf, foldClock, NO_CLOCK } from '#domain/session-clock.ts';

/**
 * Moments of the log as the candidate knows them, in ms: what the clock read then, or, without a clock, the time since the
 * attempt was opened. `moments` are times like the events' `at`; the log is gone through once for all of them.
 */
export function candidatesTimes(events: readonly AttemptEvent[], moments: readonly number[]): readonly number[] {
  const places = moments.map((at) => events.findLastIndex((event) => event.at <= at));
  const last = Math.max(-1, ...places);
  const opened = events.find(({ type }) => type === 'opened')?.at;
  const times = moments.map((at) => Math.max(0, at - (opened ?? at)));
  let fold = NO_CLOCK;
  for (const [place, event] of events.slice(0, last + 1).entries()) {
    fold = foldClock(fold, event);
    if (!places.includes(place)) continue;
    const clock = clockOf(fold);
    if (clock === null) continue;
    for (const [index, at] of moments.entries()) if (places[index] === place) times[index] = clock.elapsedAt(at);
  }
  return times;
}
