import { AFTERWARDS, type AttemptEvent, type RecordingId, type SessionId } from './attempt.ts';

/** Time that is not shown at its length: the page was closed, the clock was paused, or nothing happened for long. */
export interface TimeGap {
  /** Where it lies on the axis, in ms; it takes `SHOWN_GAP_MS` of it, or less. */
  readonly t: number;
  readonly kind: 'away' | 'paused' | 'idle';
  /** Its true length in ms. */
  readonly ms: number;
}

/** A moment as the log names it. */
export interface LogMoment {
  readonly at: number;
  readonly session: SessionId;
}

/**
 * The attempt's own time: `t` in ms from its first event. Within a session it runs as the events' `at` do; what a gap hides
 * is left out. It follows the order of the log, so clocks that were set back between visits change nothing.
 */
export interface TimeAxis {
  readonly durationMs: number;
  readonly gaps: readonly TimeGap[];
  /** When the event at this position of the log happened; annotations lie where the log stood before them. */
  timeOfEvent(position: number): number;
  /** How many events of the log have happened at `t`. */
  positionAt(t: number): number;
  /** `t` of a time such as `at`; without a session, that of the latest session which it falls into, or comes nearest to. */
  timeAt(at: number, session?: SessionId): number;
  momentAt(t: number): LogMoment;
}

/** A gap between two visits, a pause, or a long nothing takes at most this much of the axis. */
export const SHOWN_GAP_MS = 1000;

/** Somebody who does nothing for this long, and is not being recorded, has left. */
export const IDLE_LIMIT_MS = 10 * 60_000;

/** What is said about an attempt, later or from elsewhere, takes no time of it; `alive` says nothing happened. */
const OFF_THE_AXIS: ReadonlySet<AttemptEvent['type']> = new Set(['alive', ...AFTERWARDS]);

interface Knot extends LogMoment {
  readonly t: number;
}

/**
 * Lays out the events in time.
 *
 * @param recordingMs lengths of recordings: one that was cut off, with its page, lasts longer than the events tell.
 */
export function createTimeAxis(
  events: readonly AttemptEvent[],
  recordingMs: ReadonlyMap<RecordingId, number> = new Map(),
): TimeAxis {
  const times: number[] = [];
  const knots: Knot[] = [];
  const bySession = new Map<SessionId, Knot[]>();
  const gaps: TimeGap[] = [];
  const recording = new Map<RecordingId, LogMoment>();
  let paused = false;

  const addKnot = (t: number, at: number, session: SessionId): void => {
    const knot = { t, at, session };
    knots.push(knot);
    const own = bySession.get(session);
    if (own === undefined) bySession.set(session, [knot]);
    else own.push(knot);
  };
  /** Lets what a session's page was still recording sound to its end. */
  const soundOut = (before: Knot): void => {
    let end = before.at;
    for (const [id, { at, session }] of recording) {
      if (session !== before.session) continue;
      end = Math.max(end, at + (recordingMs.get(id) ?? 0));
      recording.delete(id);
    }
    if (end > before.at) addKnot(before.t + end - before.at, end, before.session);
  };
  const step = (from: Knot, { at, session }: AttemptEvent): number => {
    const ms = Math.max(0, at - from.at);
    const kind = session !== from.session ? 'away' : paused ? 'paused' : 'idle';
    const known = bySession.has(session);
    const hides = kind === 'idle' ? ms > IDLE_LIMIT_MS && recording.size === 0 : kind === 'paused' || !known;
    if (!hides || ms <= SHOWN_GAP_MS) return ms;
    gaps.push({ t: from.t, kind, ms });
    return SHOWN_GAP_MS;
  };

  for (const event of events) {
    const { type, at, session } = event;
    const shown = knots.at(-1);
    if (OFF_THE_AXIS.has(type)) {
      times.push(shown?.t ?? 0);
      continue;
    }
    if (shown !== undefined && session !== shown.session) soundOut(shown);
    const before = knots.at(-1);
    const t = before === undefined ? 0 : before.t + step(before, event);
    const own = bySession.get(session)?.at(-1);
    times.push(t);
    addKnot(t, own === undefined ? at : Math.max(at, own.at), session);
    if (type === 'paused') paused = true;
    if (type === 'resumed' || type === 'clock-started' || type === 'clock-removed') paused = false;
    if (type === 'recording-started') recording.set(event.recordingId, { at, session });
    if (type === 'recording-stopped') recording.delete(event.recordingId);
  }
  const end = knots.at(-1);
  if (end !== undefined) soundOut(end);

  const durationMs = knots.at(-1)?.t ?? 0;
  const timeIn = (own: readonly Knot[], at: number): number => {
    const index = lastIndex(own, (knot) => knot.at <= at);
    const knot = own[index];
    if (knot === undefined) return own[0]?.t ?? 0;
    return Math.min(knot.t + at - knot.at, own[index + 1]?.t ?? durationMs);
  };

  return {
    durationMs,
    gaps,
    timeOfEvent: (position) => times[Math.max(0, Math.min(position, times.length - 1))] ?? 0,
    positionAt: (t) => lastIndex(times, (time) => time <= t) + 1,
    timeAt(at, session) {
      const own = session === undefined ? undefined : bySession.get(session);
      return timeIn(own ?? nearest([...bySession.values()], at), at);
    },
    momentAt(t) {
      const knot = knots[lastIndex(knots, (one) => one.t <= t)] ?? knots[0];
      if (knot === undefined) return { at: 0, session: '' };
      return { at: knot.at + Math.max(0, Math.min(t, durationMs) - knot.t), session: knot.session };
    },
  };
}

/** Position of the last item of which `holds` is true, where it is true of a beginning of the list; -1 for none. */
export function lastIndex<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function nearest(sessions: readonly (readonly Knot[])[], at: number): readonly Knot[] {
  let best: readonly Knot[] = [];
  let distance = Number.POSITIVE_INFINITY;
  for (const own of sessions) {
    const from = own[0]?.at ?? 0;
    const to = own.at(-1)?.at ?? 0;
    const away = Math.max(0, from - at, at - to);
    if (away > distance) continue;
    best = own;
    distance = away;
  }
  return best;
}
