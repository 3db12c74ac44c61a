import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AttemptEntry, AttemptEvent } from '#domain/attempt.ts';
import { SUGGESTED_SHARES, sessionClock } from '#domain/session-clock.ts';
import { createClock } from '#narration/clock.ts';
import { createFakeSession } from '../fakes/fake-session.ts';

const MINUTE = 60_000;
const PLAN = { lengthMs: 45 * MINUTE, shares: SUGGESTED_SHARES };
const STARTED: AttemptEntry = { type: 'clock-started', ...PLAN };

/** A session whose log tells the time of the faked timers; `past` are its events of earlier visits. */
function createTimedSession(past: readonly AttemptEvent[]) {
  const base = createFakeSession('');
  const followers = new Set<(event: AttemptEvent) => void>();
  const events: AttemptEvent[] = [...past];
  const append = (entry: AttemptEntry): void => {
    const event: AttemptEvent = { ...entry, at: Date.now(), session: 'here' };
    events.push(event);
    for (const follower of [...followers]) follower(event);
  };
  append({ type: 'opened', problemId: 'auc', code: '' });
  return {
    ...base,
    events,
    append,
    now: () => Date.now(),
    subscribe(listener: (event: AttemptEvent) => void) {
      followers.add(listener);
      return () => followers.delete(listener);
    },
  };
}

function createFakePage() {
  const listeners = new Set<() => void>();
  let visible = true;
  return {
    isVisible: () => visible,
    onVisibility(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(next: boolean) {
      visible = next;
      for (const listener of [...listeners]) listener();
    },
  };
}

function setUp(past: readonly AttemptEvent[] = []) {
  const session = createTimedSession(past);
  const page = createFakePage();
  const clock = createClock({ session, page });
  const state = () => clock.store.getState();
  const elapsed = () => state().clock?.elapsedAt(state().now);
  const count = (type: AttemptEntry['type']) => session.events.filter((event) => event.type === type).length;
  return { session, page, clock, state, elapsed, count };
}

const at = (ms: number, entry: AttemptEntry): AttemptEvent => ({ ...entry, at: ms, session: 'before' });

/** What Monaco tells of a typed letter. */
const TYPED: AttemptEntry = { type: 'edited', changes: [{ rangeOffset: 0, rangeLength: 0, text: 'x' }] };

const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers({ now: 1e12 });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the clock on the page', () => {
  it('is not there until it is started, and asks no timer until then', () => {
    const { state } = setUp();
    expect(state().clock).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('shows every second, with one timer at a time', () => {
    const { clock, elapsed, session } = setUp();
    const shown: (number | undefined)[] = [];
    vi.advanceTimersByTime(333);
    clock.start(PLAN);
    clock.store.subscribe(() => shown.push(Math.floor((elapsed() ?? 0) / 1000)));
    for (let typed = 0; typed < 50; typed++) session.append(TYPED);
    vi.advanceTimersByTime(10_500);
    expect([...new Set(shown)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(vi.getTimerCount()).toBe(1);
  });

  it('stands still in a pause, and goes on from there', () => {
    const { clock, elapsed } = setUp();
    clock.start(PLAN);
    vi.advanceTimersByTime(5000);
    clock.pause();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(MINUTE);
    clock.pause();
    clock.resume();
    vi.advanceTimersByTime(2500);
    expect(elapsed()).toBeGreaterThanOrEqual(7000);
    expect(elapsed()).toBeLessThan(7600);
  });

  it('is right at once when a page is shown again whose timers were held back', () => {
    const { clock, elapsed, page } = setUp();
    clock.start(PLAN);
    page.show(false);
    vi.setSystemTime(Date.now() + 50_000);
    page.show(true);
    expect(elapsed()).toBe(50_000);
  });

  it('tells the log every quarter of a minute that it runs, and not in a pause', () => {
    const { clock, count } = setUp();
    clock.start(PLAN);
    const before = count('alive');
    vi.advanceTimersByTime(61_000);
    expect(count('alive') - before).toBe(4);
    clock.pause();
    vi.advanceTimersByTime(10 * MINUTE);
    expect(count('alive') - before).toBe(4);
  });

  it('leaves no timer behind with the page', () => {
    const { clock, count } = setUp();
    clock.start(PLAN);
    clock.dispose();
    const before = count('alive');
    vi.advanceTimersByTime(10 * MINUTE);
    expect(vi.getTimerCount()).toBe(0);
    expect(count('alive')).toBe(before);
  });

  it('shows what follows from the log', () => {
    const { clock, session, state } = setUp();
    clock.start(PLAN);
    vi.advanceTimersByTime(1234);
    clock.step(1);
    session.append(TYPED);
    clock.toggleHidden();
    vi.advanceTimersByTime(4321);
    const { now } = state();
    expect(state().clock?.phaseMsAt(now)).toEqual(sessionClock(session.events)?.phaseMsAt(now));
  });

  it('goes on after a reload', () => {
    const { elapsed, state } = setUp([
      at(Date.now() - 5000, STARTED),
      at(Date.now() - 4000, { type: 'clock-hidden', hidden: true }),
    ]);
    expect(elapsed()).toBe(5000);
    expect(state()).toMatchObject({ awayMs: null, clock: { hidden: true, running: true } });
    vi.advanceTimersByTime(1500);
    expect(elapsed()).toBeGreaterThanOrEqual(6000);
  });

  it('can be brought back at once after it was taken away', () => {
    const { clock, state, elapsed } = setUp();
    clock.start(PLAN);
    vi.advanceTimersByTime(3000);
    clock.remove();
    expect(state()).toMatchObject({ clock: null, removed: true });
    vi.advanceTimersByTime(9000);
    clock.undoRemove();
    expect(state().removed).toBe(false);
    expect(elapsed()).toBe(3000);
  });
});

describe('a phase that makes itself evident', () => {
  it('begins with the first edit, is told, and can be undone for good', async () => {
    const { clock, session, state, count } = setUp();
    clock.start(PLAN);
    session.append(TYPED);
    session.append(TYPED);
    await settle();
    expect(state().clock?.phase).toBe('code');
    expect(state().moved).toEqual({ from: 'clarify', to: 'code', sign: 'edit' });
    expect(count('phase-changed')).toBe(1);
    clock.undoMove();
    expect(state()).toMatchObject({ moved: null, clock: { phase: 'clarify' } });
    session.append(TYPED);
    await settle();
    expect(state().clock?.phase).toBe('clarify');
  });

  it('is Test with a run, and Discuss with an accepted submission alone', async () => {
    const { clock, session, state } = setUp();
    clock.start(PLAN);
    session.append({ type: 'ran', runId: '1' });
    session.append({ type: 'run-finished', runId: '1', verdict: 'Accepted' });
    await settle();
    expect(state().clock?.phase).toBe('test');
    session.append({ type: 'submitted', runId: '2' });
    session.append({ type: 'run-finished', runId: '2', verdict: 'Wrong Answer' });
    await settle();
    expect(state().clock?.phase).toBe('test');
    session.append({ type: 'submitted', runId: '3' });
    session.append({ type: 'run-finished', runId: '3', verdict: 'Accepted' });
    await settle();
    expect(state().clock?.phase).toBe('discuss');
  });

  it('is not made by a reset, nor without a clock', async () => {
    const { clock, session, state, count } = setUp();
    session.append(TYPED);
    await settle();
    clock.start(PLAN);
    session.append({ type: 'replaced', code: '', reason: 'reset' });
    await settle();
    expect(state().clock?.phase).toBe('clarify');
    expect(count('phase-changed')).toBe(0);
  });
});

describe('an absence', () => {
  it('between two visits is told, counts, and can be left out', () => {
    const { clock, state, elapsed } = setUp([
      at(Date.now() - 13 * MINUTE, STARTED),
      at(Date.now() - 12 * MINUTE, { type: 'alive' }),
    ]);
    expect(state().awayMs).toBe(12 * MINUTE);
    expect(elapsed()).toBe(13 * MINUTE);
    clock.leaveOut();
    expect(state().awayMs).toBeNull();
    expect(elapsed()).toBe(MINUTE);
  });

  it('is none in a pause, none without a clock, and none when the clock of the machine was set back', () => {
    const started = at(Date.now() - 13 * MINUTE, STARTED);
    expect(setUp([started, at(Date.now() - 12 * MINUTE, { type: 'paused' })]).state().awayMs).toBeNull();
    expect(setUp([at(Date.now() - 13 * MINUTE, TYPED)]).state().awayMs).toBeNull();
    expect(setUp([at(Date.now() + 13 * MINUTE, STARTED)]).state().awayMs).toBeNull();
  });

  it('of a machine that slept is told when it wakes', () => {
    const { clock, state, elapsed } = setUp();
    clock.start(PLAN);
    vi.advanceTimersByTime(10_000);
    vi.setSystemTime(Date.now() + 20 * MINUTE);
    vi.advanceTimersByTime(1100);
    expect(state().awayMs).toBeGreaterThanOrEqual(20 * MINUTE);
    expect(elapsed()).toBeGreaterThan(20 * MINUTE);
    clock.leaveOut();
    expect(elapsed()).toBeLessThan(12_000);
  });

  it('adds up with another one, until it is said whether they count', () => {
    const { clock, state, elapsed } = setUp();
    clock.start(PLAN);
    for (let nap = 0; nap < 2; nap++) {
      vi.setSystemTime(Date.now() + 10 * MINUTE);
      vi.advanceTimersByTime(20_000);
    }
    expect(state().awayMs).toBeGreaterThanOrEqual(20 * MINUTE);
    clock.leaveOut();
    expect(elapsed()).toBeLessThan(45_000);
  });

  it('is none while the timers of a page that nobody looks at come once a minute', () => {
    const { clock, page, state } = setUp();
    clock.start(PLAN);
    page.show(false);
    for (let minute = 0; minute < 5; minute++) {
      vi.setSystemTime(Date.now() + MINUTE - 14_000);
      vi.advanceTimersByTime(15_000);
    }
    expect(state().awayMs).toBeNull();
  });
});

describe('the end of an attempt', () => {
  it('stops the clock, once', () => {
    const { clock, state, elapsed, count } = setUp();
    clock.start(PLAN);
    vi.advanceTimersByTime(4000);
    clock.end('given-up');
    clock.end('solved');
    vi.advanceTimersByTime(MINUTE);
    clock.step(1);
    expect(state()).toMatchObject({ ended: 'given-up', clock: { state: 'ended', phase: 'clarify' } });
    expect(elapsed()).toBe(4000);
    expect(count('ended')).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
