import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AttemptEntry, AttemptEvent } from '#domain/attempt.ts';
import type { Phase } from '#domain/phase.ts';
import {
  AWAY_MS,
  type ClockFold,
  clockOf,
  evidentPhase,
  foldClock,
  NO_CLOCK,
  neighbouringPhase,
  type PhaseSign,
  type SessionClock,
} from '#domain/session-clock.ts';
import type { AttemptSession } from '#storage/attempt-log.ts';
import { browserPage, type Page } from './clock-page.ts';
import type { ClockPlan } from './clock-plan.ts';

export interface ClockState {
  /** Null while one practises without. Holds from the time that it was changed: read it by `elapsedAt(now)`. */
  readonly clock: SessionClock | null;
  /** The log's time, renewed every second while the clock runs and somebody can see it. */
  readonly now: number;
  /** Why the attempt is over; null as long as it is not. */
  readonly ended: EndReason | null;
  /** The last change of phase that nobody asked for, while it is being told. */
  readonly moved: { readonly from: Phase; readonly to: Phase; readonly sign: PhaseSign } | null;
  /** How long the candidate was away in all, until they have said whether that counts. */
  readonly awayMs: number | null;
  /** The clock was taken away, and can still be brought back. */
  readonly removed: boolean;
  /** The candidate is being asked for how long the clock is to run. */
  readonly choosing: boolean;
}

export type EndReason = Extract<AttemptEntry, { type: 'ended' }>['reason'];

export interface Clock {
  readonly store: StoreApi<ClockState>;
  /** Asks for a plan to start with, or no longer. */
  choose(choosing: boolean): void;
  start(plan: ClockPlan): void;
  /** Takes the clock away: practice goes on without. */
  remove(): void;
  undoRemove(): void;
  forgetRemove(): void;
  pause(): void;
  resume(): void;
  goTo(phase: Phase): void;
  step(direction: 1 | -1): void;
  undoMove(): void;
  forgetMove(): void;
  /** What the clock's one key does: asks for a plan, pauses, or resumes. */
  startOrPause(): void;
  toggleHidden(): void;
  leaveOut(): void;
  forgetAbsence(): void;
  end(reason: EndReason): void;
  dispose(): void;
}

export interface ClockCollaborators {
  readonly session: AttemptSession;
  /** By default the page that this runs in. */
  readonly page?: Page;
}

/** How often the log is told that the clock runs, in ms. */
const ALIVE_MS = 15_000;

/** How late a timer of a page that nobody sees may come, in ms, beside the minute that browsers make it wait. */
const LATE_MS = 15_000;

/** A timer may come a moment early, and then the second would not be over yet. */
const PAST_THE_SECOND_MS = 3;

/** The clock of one attempt. What it shows follows from the log alone; everything that it does is appended to the log. */
export function createClock({ session, page = browserPage() }: ClockCollaborators): Clock {
  let fold = session.events.reduce(foldClock, NO_CLOCK);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastTick = session.now();
  let lastAlive = lastTick;
  let submission: string | null = null;

  const store = createStore<ClockState>(() => ({
    clock: clockOf(fold),
    now: lastTick,
    ended: session.events.findLast((event) => event.type === 'ended')?.reason ?? null,
    moved: null,
    awayMs: absenceBefore(session.events),
    removed: false,
    choosing: false,
  }));
  const { getState, setState } = store;

  const isRunning = (): boolean => getState().clock?.running ?? false;

  /** Time stands still between two ticks of a page that runs: anything much longer is a machine that slept. */
  function noticeTime(): number {
    const now = session.now();
    const gap = now - lastTick;
    if (isRunning() && gap > AWAY_MS + LATE_MS) setState({ awayMs: (getState().awayMs ?? 0) + gap });
    lastTick = now;
    return now;
  }

  function tick(): void {
    const now = noticeTime();
    setState({ now });
    if (isRunning() && now - lastAlive >= ALIVE_MS) session.append({ type: 'alive' });
    schedule();
  }

  function schedule(): void {
    clearTimeout(timer);
    const { clock } = getState();
    if (clock === null || !clock.running) return;
    const toNextSecond = 1000 - (clock.elapsedAt(session.now()) % 1000) + PAST_THE_SECOND_MS;
    timer = setTimeout(tick, page.isVisible() ? toNextSecond : ALIVE_MS);
  }

  function follow(event: AttemptEvent): void {
    const now = noticeTime();
    fold = foldClock(fold, event);
    if (event.type === 'alive') lastAlive = now;
    if (event.type === 'submitted') submission = event.runId;
    if (changesClock(event)) {
      setState({ clock: clockOf(fold), now });
      schedule();
    }
    if (event.type === 'phase-changed' && event.by === 'candidate') setState({ moved: null });
    if (event.type === 'resumed') setState({ removed: false });
    if (event.type === 'clock-started' || event.type === 'clock-removed') {
      setState({ moved: null, awayMs: null, choosing: false, removed: event.type === 'clock-removed' });
    }
    if (event.type === 'ended') setState({ ended: event.reason, moved: null, awayMs: null, removed: false });
    const sign = signOf(event, submission);
    // Not while others are still being told of the event that it follows from.
    if (sign !== null && isEvident(sign)) queueMicrotask(() => move(sign));
  }

  const isEvident = (sign: PhaseSign): boolean => {
    const { clock } = getState();
    return clock !== null && evidentPhase(clock, sign) !== null;
  };

  function move(sign: PhaseSign): void {
    const { clock } = getState();
    const to = clock && evidentPhase(clock, sign);
    if (clock === null || to === null) return;
    session.append({ type: 'phase-changed', phase: to, by: sign });
    setState({ moved: { from: clock.phase, to, sign } });
  }

  const goTo = (phase: Phase): void => {
    const { clock } = getState();
    if (clock === null || clock.state === 'ended' || clock.phase === phase) return;
    session.append({ type: 'phase-changed', phase, by: 'candidate' });
  };

  const choose = (choosing: boolean): void => {
    const { clock, ended } = getState();
    setState({ choosing: choosing && clock === null && ended === null });
  };

  const unsubscribe = session.subscribe(follow);
  const unwatch = page.onVisibility(() => {
    // The last that a page may hear of itself, or the first after a long time.
    if (isRunning() && !page.isVisible()) session.append({ type: 'alive' });
    tick();
  });
  // A visit's first sign of life, from which its time is counted.
  if (isRunning()) session.append({ type: 'alive' });
  schedule();

  return {
    store,
    choose,
    start: ({ lengthMs, shares }) => session.append({ type: 'clock-started', lengthMs, shares }),
    remove() {
      if (getState().clock !== null) session.append({ type: 'clock-removed' });
    },
    undoRemove() {
      if (getState().removed) session.append({ type: 'resumed' });
    },
    forgetRemove: () => setState({ removed: false }),
    pause() {
      if (getState().clock?.state === 'running') session.append({ type: 'paused' });
    },
    resume() {
      if (getState().clock?.state === 'paused') session.append({ type: 'resumed' });
    },
    goTo,
    step(direction) {
      const { clock } = getState();
      const phase = clock && neighbouringPhase(clock.phase, direction);
      if (phase !== null) goTo(phase);
    },
    undoMove() {
      const { moved } = getState();
      if (moved !== null) goTo(moved.from);
    },
    forgetMove: () => setState({ moved: null }),
    startOrPause() {
      const { clock } = getState();
      if (clock === null) choose(true);
      else if (clock.state !== 'ended') session.append({ type: clock.running ? 'paused' : 'resumed' });
    },
    toggleHidden() {
      const { clock } = getState();
      if (clock !== null) session.append({ type: 'clock-hidden', hidden: !clock.hidden });
    },
    leaveOut() {
      const { awayMs } = getState();
      if (awayMs === null) return;
      session.append({ type: 'time-left-out', ms: awayMs });
      setState({ awayMs: null });
    },
    forgetAbsence: () => setState({ awayMs: null }),
    end(reason) {
      if (getState().ended === null) session.append({ type: 'ended', reason });
    },
    dispose() {
      clearTimeout(timer);
      unsubscribe();
      unwatch();
    },
  };
}

function changesClock({ type }: AttemptEvent): boolean {
  return (
    type === 'clock-started' ||
    type === 'clock-removed' ||
    type === 'phase-changed' ||
    type === 'paused' ||
    type === 'resumed' ||
    type === 'clock-hidden' ||
    type === 'time-left-out' ||
    type === 'ended'
  );
}

/** `submission` is the id of the latest one. */
function signOf(event: AttemptEvent, submission: string | null): PhaseSign | null {
  switch (event.type) {
    case 'edited':
      return 'edit';
    case 'replaced':
      return event.reason === 'resync' ? 'edit' : null;
    case 'ran':
    case 'submitted':
      return 'run';
    case 'run-finished':
      return event.verdict === 'Accepted' && event.runId === submission ? 'accepted' : null;
    default:
      return null;
  }
}

/** How long the page was closed before this visit, in ms, if the clock ran on meanwhile and it was long. */
function absenceBefore(events: readonly AttemptEvent[]): number | null {
  const opened = events.findLastIndex(({ type }) => type === 'opened');
  const here = events[opened];
  if (here === undefined) return null;
  const before: ClockFold = events.slice(0, opened).reduce(foldClock, NO_CLOCK);
  const gap = here.at - before.lastAt;
  return clockOf(before)?.running && gap > AWAY_MS ? gap : null;
}
