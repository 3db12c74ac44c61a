import { AFTERWARDS, type AttemptEvent, type SessionId } from './attempt.ts';
import { PHASES, type Phase, type PhaseShares } from './phase.ts';

/** A time in which the clock ran in one phase, on one page. `from` and `to` are times like `at`, in that session. */
export interface PhaseSpan {
  readonly phase: Phase;
  readonly session: SessionId;
  readonly from: number;
  readonly to: number;
}

/** Ms spent in each phase. */
export type PhaseTimes = Readonly<Record<Phase, number>>;

/** An attempt's clock. Times are in ms; pauses do not count, the time between two visits does unless it was left out. */
export interface SessionClock {
  readonly lengthMs: number;
  /** Suggested shares of the length. */
  readonly shares: PhaseShares;
  readonly hidden: boolean;
  readonly state: 'running' | 'paused' | 'ended';
  readonly running: boolean;
  readonly phase: Phase;
  /** Who led into it. */
  readonly by: 'candidate' | PhaseSign;
  /** Phases that the candidate has gone back from: nothing but the candidate leads into them again. */
  readonly corrected: readonly Phase[];
  /** As of the last event. */
  readonly elapsedMs: number;
  /** As of the last event; its sum is `elapsedMs`. */
  readonly phaseMs: PhaseTimes;
  /** In the order of the log; time between two visits is in none of them. */
  readonly spans: readonly PhaseSpan[];
  /** Time on the clock when the newest session's log reads `at`, no earlier than its last event. */
  elapsedAt(at: number): number;
  /** As `elapsedAt`, by phase. */
  phaseMsAt(at: number): PhaseTimes;
}

/** A machine asleep or a page closed for longer than this, in ms, is an absence that the candidate may leave out. */
export const AWAY_MS = 60_000;

/** The shares that a clock starts with unless told otherwise. */
export const SUGGESTED_SHARES: PhaseShares = { clarify: 0.1, plan: 0.15, code: 0.45, test: 0.2, discuss: 0.1 };

/** The clock of an attempt: null when none was started, or when it was taken away. */
export function sessionClock(events: readonly AttemptEvent[]): SessionClock | null {
  return clockOf(events.reduce(foldClock, NO_CLOCK));
}

/** The part of the log that the clock depends on: for who follows a growing log, event by event. */
export interface ClockFold {
  /** Time in ms since the first event, by the order of the log. */
  readonly time: number;
  /** `at` of the last event that has a time of its own. */
  readonly lastAt: number;
  /** What to add to a session's `at` to get `time`. */
  readonly offsets: ReadonlyMap<SessionId, number>;
  readonly clock: FoldedClock | null;
}

interface Absence {
  readonly phase: Phase;
  readonly ms: number;
}

type FoldedClock = Omit<SessionClock, 'state' | 'running' | 'elapsedMs' | 'elapsedAt' | 'phaseMsAt'> & {
  readonly state: SessionClock['state'] | 'removed';
  /** The span that the last event lies in; null unless the clock runs. */
  readonly open: PhaseSpan | null;
  /** The absences that were counted, in order: what can be left out. */
  readonly away: readonly Absence[];
};

export const NO_CLOCK: ClockFold = { time: 0, lastAt: 0, offsets: new Map(), clock: null };

/**
 * Takes one more event of the log. Within a session, time is the difference of its `at`; between sessions it is the gap, or
 * nothing where the machine's clock was set back meanwhile.
 */
export function foldClock(fold: ClockFold, event: AttemptEvent): ClockFold {
  if (AFTERWARDS.has(event.type)) return fold;
  const { at, session } = event;
  const offset = fold.offsets.get(session);
  const first = fold.offsets.size === 0;
  const time =
    offset === undefined ? fold.time + (first ? 0 : Math.max(0, at - fold.lastAt)) : Math.max(fold.time, at + offset);
  return {
    time,
    lastAt: at,
    offsets: offset === undefined ? new Map(fold.offsets).set(session, time - at) : fold.offsets,
    clock: changed(fold.clock && passed(fold.clock, time - fold.time, event), event),
  };
}

export function clockOf({ clock, lastAt }: ClockFold): SessionClock | null {
  if (clock === null || clock.state === 'removed') return null;
  const { open: _, away: __, ...rest } = clock;
  const { state, phase, phaseMs } = clock;
  const elapsedMs = sum(phaseMs);
  const since = (at: number): number => (state === 'running' ? Math.max(0, at - lastAt) : 0);
  return {
    ...rest,
    state,
    running: state === 'running',
    elapsedMs,
    spans: closed(clock),
    elapsedAt: (at) => elapsedMs + since(at),
    phaseMsAt: (at) => ({ ...phaseMs, [phase]: phaseMs[phase] + since(at) }),
  };
}

/** What the candidate did that makes a phase evident. */
export type PhaseSign = 'edit' | 'run' | 'accepted';

const EVIDENT: Readonly<Record<PhaseSign, Phase>> = { edit: 'code', run: 'test', accepted: 'discuss' };

/** The phase that the sign leads to, or null: never back, never where the candidate came back from, never in a pause. */
export function evidentPhase(clock: SessionClock, sign: PhaseSign): Phase | null {
  const phase = EVIDENT[sign];
  const isAhead = PHASES.indexOf(phase) > PHASES.indexOf(clock.phase);
  return clock.running && isAhead && !clock.corrected.includes(phase) ? phase : null;
}

/** The phase that one would be in by the suggested shares; the last one in overtime. */
export function plannedPhase(
  { lengthMs, shares }: Pick<SessionClock, 'lengthMs' | 'shares'>,
  elapsedMs: number,
): Phase {
  let end = 0;
  for (const phase of PHASES) {
    end += shares[phase] * lengthMs;
    if (elapsedMs < end) return phase;
  }
  return 'discuss';
}

/** The phase before or after, or null at either end. */
export function neighbouringPhase(phase: Phase, step: 1 | -1): Phase | null {
  return PHASES[PHASES.indexOf(phase) + step] ?? null;
}

/** The clock after `ms` have passed on the log's time, up to the event. */
function passed(clock: FoldedClock, ms: number, { at, session }: AttemptEvent): FoldedClock {
  if (clock.state !== 'running' || clock.open === null) return clock;
  const { phase, open } = clock;
  const here = open.session === session;
  return {
    ...clock,
    phaseMs: { ...clock.phaseMs, [phase]: clock.phaseMs[phase] + ms },
    spans: here ? clock.spans : closed(clock),
    open: here ? { ...open, to: Math.max(open.to, at) } : { phase, session, from: at, to: at },
    away: ms > AWAY_MS ? [...clock.away, { phase, ms }] : clock.away,
  };
}

/** The clock as the event leaves it, the time up to the event being counted already. */
function changed(clock: FoldedClock | null, event: AttemptEvent): FoldedClock | null {
  if (clock?.state === 'ended') return clock;
  if (event.type === 'clock-started') return started(event);
  if (clock === null) return null;
  const { at, session } = event;
  if (clock.state === 'removed' && event.type !== 'resumed') return clock;
  switch (event.type) {
    case 'clock-removed':
      return { ...clock, state: 'removed', spans: closed(clock), open: null };
    case 'clock-hidden':
      return { ...clock, hidden: event.hidden };
    case 'phase-changed': {
      const { phase, by } = event;
      const corrected = by === 'candidate' ? PHASES.filter((one) => isBetween(one, phase, clock.phase)) : [];
      const open = clock.open && { phase, session, from: at, to: at };
      return {
        ...clock,
        phase,
        by,
        corrected: [...new Set([...clock.corrected, ...corrected])],
        spans: closed(clock),
        open,
      };
    }
    case 'paused':
      return clock.state === 'running' ? { ...clock, state: 'paused', spans: closed(clock), open: null } : clock;
    case 'resumed':
      if (clock.state === 'running') return clock;
      return { ...clock, state: 'running', open: { phase: clock.phase, session, from: at, to: at } };
    case 'ended':
      return { ...clock, state: 'ended', spans: closed(clock), open: null };
    case 'time-left-out':
      return withoutTime(clock, event.ms);
    default:
      return clock;
  }
}

function started({ at, session, lengthMs, shares }: AttemptEvent & { type: 'clock-started' }): FoldedClock {
  const phase = PHASES[0];
  return {
    lengthMs,
    shares,
    hidden: false,
    state: 'running',
    phase,
    by: 'candidate',
    corrected: [],
    phaseMs: { clarify: 0, plan: 0, code: 0, test: 0, discuss: 0 },
    spans: [],
    open: { phase, session, from: at, to: at },
    away: [],
  };
}

/** Takes time off the phases that the last absences fell into, never more than was counted for them. */
function withoutTime(clock: FoldedClock, ms: number): FoldedClock {
  const phaseMs = { ...clock.phaseMs };
  const away = [...clock.away];
  let left = ms;
  while (left > 0) {
    const absence = away.pop();
    if (absence === undefined) break;
    const taken = Math.min(left, absence.ms);
    phaseMs[absence.phase] -= taken;
    left -= taken;
    if (taken < absence.ms) away.push({ ...absence, ms: absence.ms - taken });
  }
  return { ...clock, phaseMs, away };
}

function closed({ spans, open }: FoldedClock): readonly PhaseSpan[] {
  return open === null || open.to <= open.from ? spans : [...spans, open];
}

/** After `from`, up to `to`. */
function isBetween(phase: Phase, from: Phase, to: Phase): boolean {
  const index = PHASES.indexOf(phase);
  return index > PHASES.indexOf(from) && index <= PHASES.indexOf(to);
}

function sum(times: PhaseTimes): number {
  return PHASES.reduce((total, phase) => total + times[phase], 0);
}
