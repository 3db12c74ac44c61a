import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttemptEntry, AttemptEvent } from '#domain/attempt.ts';
import { PHASES, type Phase } from '#domain/phase.ts';
import {
  AWAY_MS,
  evidentPhase,
  neighbouringPhase,
  plannedPhase,
  type SessionClock,
  SUGGESTED_SHARES,
  sessionClock,
} from '#domain/session-clock.ts';

const MINUTE = 60_000;
const START: AttemptEntry = { type: 'clock-started', lengthMs: 45 * MINUTE, shares: SUGGESTED_SHARES };
const OPENED: AttemptEntry = { type: 'opened', problemId: 'auc', code: '' };

type Moment = readonly [at: number, entry: AttemptEntry, session?: string];

function log(...moments: readonly Moment[]): AttemptEvent[] {
  return moments.map(([at, entry, session = 's']) => ({ ...entry, at, session }));
}

function clockAfter(...moments: readonly Moment[]): SessionClock {
  const clock = sessionClock(log(...moments));
  if (clock === null) throw new Error('There is no clock.');
  return clock;
}

const to = (phase: Phase, by: 'candidate' | 'edit' | 'run' | 'accepted' = 'candidate'): AttemptEntry => ({
  type: 'phase-changed',
  phase,
  by,
});

describe('the clock of an attempt', () => {
  it('is not there unless it was started, and not after it was taken away', () => {
    expect(sessionClock(log([0, OPENED], [5, to('code')], [9, { type: 'paused' }]))).toBeNull();
    expect(sessionClock(log([0, OPENED], [5, START], [9, { type: 'clock-removed' }]))).toBeNull();
  });

  it('starts at zero, in the phase of clarifying', () => {
    const clock = clockAfter([1000, OPENED], [5000, START]);
    expect(clock).toMatchObject({ lengthMs: 45 * MINUTE, phase: 'clarify', state: 'running', hidden: false });
    expect(clock.elapsedAt(5000)).toBe(0);
    expect(clock.elapsedAt(65_000)).toBe(MINUTE);
  });

  it('tells the time of each phase, and where on the log it was spent', () => {
    const clock = clockAfter([0, START], [100, to('plan')], [250, to('code', 'edit')], [300, { type: 'alive' }]);
    expect(clock.phaseMsAt(1000)).toEqual({ clarify: 100, plan: 150, code: 750, test: 0, discuss: 0 });
    expect(clock.spans).toEqual([
      { phase: 'clarify', session: 's', from: 0, to: 100 },
      { phase: 'plan', session: 's', from: 100, to: 250 },
      { phase: 'code', session: 's', from: 250, to: 300 },
    ]);
  });

  it('stands still in a pause', () => {
    const clock = clockAfter([0, START], [100, { type: 'paused' }], [900, { type: 'resumed' }]);
    expect(clock.elapsedAt(1000)).toBe(200);
    const paused = clockAfter([0, START], [100, { type: 'paused' }]);
    expect(paused.elapsedAt(1000)).toBe(100);
    expect(paused).toMatchObject({ state: 'paused', running: false });
  });

  it('begins anew when it is started again', () => {
    const clock = clockAfter([0, START], [100, to('code')], [500, { ...START, lengthMs: MINUTE }]);
    expect(clock).toMatchObject({ lengthMs: MINUTE, phase: 'clarify', elapsedMs: 0, spans: [] });
  });

  it('comes back as it was when taking it away is undone, without the time in between', () => {
    const clock = clockAfter(
      [0, START],
      [100, to('plan')],
      [200, { type: 'clock-removed' }],
      [900, { type: 'resumed' }],
    );
    expect(clock).toMatchObject({ state: 'running', phase: 'plan', elapsedMs: 200 });
  });

  it('stops for good when the attempt ends', () => {
    const clock = clockAfter(
      [0, START],
      [100, { type: 'ended', reason: 'solved' }],
      [200, { type: 'resumed' }],
      [300, START],
    );
    expect(clock).toMatchObject({ state: 'ended', elapsedMs: 100, lengthMs: 45 * MINUTE });
    expect(clock.elapsedAt(5000)).toBe(100);
  });

  it('remembers that it is hidden', () => {
    expect(clockAfter([0, START], [1, { type: 'clock-hidden', hidden: true }]).hidden).toBe(true);
  });
});

describe('time away', () => {
  it('counts, also when the page was closed', () => {
    const clock = clockAfter([0, START], [MINUTE, { type: 'alive' }], [10 * MINUTE, OPENED, 'next']);
    expect(clock.elapsedMs).toBe(10 * MINUTE);
    expect(clock.spans).toEqual([{ phase: 'clarify', session: 's', from: 0, to: MINUTE }]);
  });

  it('does not count when the page was closed in a pause', () => {
    const clock = clockAfter([0, START], [MINUTE, { type: 'paused' }], [10 * MINUTE, OPENED, 'next']);
    expect(clock.elapsedAt(20 * MINUTE)).toBe(MINUTE);
  });

  it('is taken off the phase that it fell into, once', () => {
    const away: AttemptEntry = { type: 'time-left-out', ms: 8 * MINUTE };
    const clock = clockAfter(
      [0, START],
      [9 * MINUTE, OPENED, 'next'],
      [9 * MINUTE, to('plan'), 'next'],
      [9 * MINUTE, away, 'next'],
    );
    expect(clock.phaseMs).toMatchObject({ clarify: MINUTE, plan: 0 });
  });

  it('is taken off several phases when there were several absences', () => {
    const away: AttemptEntry = { type: 'time-left-out', ms: 7 * MINUTE };
    const clock = clockAfter(
      [0, START],
      [3 * MINUTE, OPENED, 'next'],
      [4 * MINUTE, to('plan'), 'next'],
      [9 * MINUTE, OPENED, 'last'],
      [9 * MINUTE, away, 'last'],
    );
    expect(clock.phaseMs).toMatchObject({ clarify: 2 * MINUTE, plan: 0 });
  });

  it('is never taken off twice, and never more than there was', () => {
    const away: AttemptEntry = { type: 'time-left-out', ms: 60 * MINUTE };
    const clock = clockAfter(
      [0, START],
      [5 * MINUTE, OPENED, 'next'],
      [5 * MINUTE, away, 'next'],
      [6 * MINUTE, away, 'next'],
    );
    expect(clock.elapsedMs).toBe(MINUTE);
  });

  it('neither shrinks nor doubles when the clock of the machine was set back meanwhile', () => {
    const clock = clockAfter(
      [10 * MINUTE, START],
      [12 * MINUTE, { type: 'alive' }],
      [MINUTE, OPENED, 'next'],
      [4 * MINUTE, { type: 'alive' }, 'next'],
    );
    expect(clock.elapsedMs).toBe(5 * MINUTE);
  });

  it('is not made by what is said of the attempt afterwards', () => {
    const before = log([0, START], [100, { type: 'alive' }]);
    const review: AttemptEntry = { type: 'reviewed', case: 'tied', grade: 3 };
    const after = [...before, ...log([9e9, review, 'review'])];
    expect(sessionClock(after)?.elapsedMs).toBe(100);
    expect(sessionClock(after)?.elapsedAt(200)).toBe(200);
  });

  it('is not doubled by two tabs at the same time', () => {
    const clock = clockAfter(
      [0, START],
      [50, OPENED, 'other'],
      [100, { type: 'alive' }],
      [120, { type: 'alive' }, 'other'],
      [150, { type: 'alive' }],
    );
    expect(clock.elapsedMs).toBe(150);
  });
});

describe('the phase that is evident', () => {
  const running = (...moments: readonly Moment[]) => clockAfter([0, START], ...moments);

  it('is Code after an edit, Test after a run, Discuss once accepted', () => {
    expect(evidentPhase(running(), 'edit')).toBe('code');
    expect(evidentPhase(running([1, to('plan')]), 'edit')).toBe('code');
    expect(evidentPhase(running([1, to('code')]), 'run')).toBe('test');
    expect(evidentPhase(running([1, to('test')]), 'accepted')).toBe('discuss');
    expect(evidentPhase(running(), 'accepted')).toBe('discuss');
  });

  it('is never an earlier one', () => {
    expect(evidentPhase(running([1, to('test')]), 'edit')).toBeNull();
    expect(evidentPhase(running([1, to('discuss')]), 'run')).toBeNull();
  });

  it('is never one that the candidate has gone back from', () => {
    const back = running([1, to('code', 'edit')], [2, to('plan')]);
    expect(evidentPhase(back, 'edit')).toBeNull();
    expect(evidentPhase(back, 'run')).toBe('test');
    const further = running([1, to('test', 'run')], [2, to('clarify')]);
    expect(evidentPhase(further, 'edit')).toBeNull();
    expect(evidentPhase(further, 'run')).toBeNull();
    expect(evidentPhase(further, 'accepted')).toBe('discuss');
  });

  it('is none in a pause, and none after the end', () => {
    expect(evidentPhase(running([1, { type: 'paused' }]), 'edit')).toBeNull();
    expect(evidentPhase(running([1, { type: 'ended', reason: 'given-up' }]), 'edit')).toBeNull();
  });
});

describe('the plan', () => {
  it('says where one would be', () => {
    const plan = { lengthMs: 100, shares: SUGGESTED_SHARES };
    expect([0, 9, 10, 25, 69, 70, 90, 5000].map((ms) => plannedPhase(plan, ms))).toEqual([
      'clarify',
      'clarify',
      'plan',
      'code',
      'code',
      'test',
      'discuss',
      'discuss',
    ]);
  });

  it('has a beginning and an end', () => {
    expect(neighbouringPhase('clarify', -1)).toBeNull();
    expect(neighbouringPhase('clarify', 1)).toBe('plan');
    expect(neighbouringPhase('discuss', 1)).toBeNull();
  });
});

const anEntry: fc.Arbitrary<AttemptEntry> = fc.oneof(
  fc.constantFrom<AttemptEntry>(
    { type: 'alive' },
    { type: 'paused' },
    { type: 'resumed' },
    { type: 'edited', changes: [] },
    { type: 'commented', commentId: 'c', about: 0, text: '' },
  ),
  fc.constantFrom(...PHASES).map((phase) => to(phase)),
);

/** Before each visit the page is closed for a while, and the machine's clock may be set back. */
interface Visit {
  readonly closedMs: number;
  readonly steps: readonly (readonly [ms: number, entry: AttemptEntry])[];
}

const visits: fc.Arbitrary<readonly Visit[]> = fc.array(
  fc.record({
    closedMs: fc.integer({ min: -10 * MINUTE, max: 10 * MINUTE }),
    steps: fc.array(fc.tuple(fc.integer({ min: 0, max: 2 * MINUTE }), anEntry), { maxLength: 12 }),
  }),
  { minLength: 1, maxLength: 5 },
);

/** The log of the visits, its clock started at once, and what a stopwatch says that is held by somebody who sees it all. */
function lived(plan: readonly Visit[]) {
  const events: AttemptEvent[] = [];
  let at = 1e9;
  let paused = false;
  let stopwatch = 0;
  const pass = (ms: number) => {
    if (events.length > 0 && !paused) stopwatch += Math.max(0, ms);
    at += ms;
  };
  plan.forEach(({ closedMs, steps }, visit) => {
    const session = `visit ${visit}`;
    if (visit > 0) pass(closedMs);
    events.push({ ...(visit === 0 ? START : OPENED), at, session });
    for (const [ms, entry] of steps) {
      pass(ms);
      events.push({ ...entry, at, session });
      if (entry.type === 'paused') paused = true;
      if (entry.type === 'resumed') paused = false;
    }
    // What is said about an attempt takes no time of it, so each visit ends with something that does.
    events.push({ type: 'alive', at, session });
  });
  return { events, stopwatch, at, paused };
}

describe('for any visits to a problem', () => {
  it('the clock agrees with a stopwatch', () => {
    fc.assert(
      fc.property(visits, fc.integer({ min: 0, max: MINUTE }), (plan, more) => {
        const { events, stopwatch, at, paused } = lived(plan);
        const clock = sessionClock(events);
        expect(clock?.elapsedMs).toBe(stopwatch);
        expect(clock?.elapsedAt(at + more)).toBe(stopwatch + (paused ? 0 : more));
      }),
    );
  });

  it('the phases add up to the whole, and none is negative, whatever is left out', () => {
    const leftOut = fc.array(fc.tuple(fc.nat(), fc.integer({ min: -MINUTE, max: 20 * MINUTE })), { maxLength: 4 });
    fc.assert(
      fc.property(visits, leftOut, (plan, absences) => {
        const { events } = lived(plan);
        for (const [where, ms] of absences) {
          const index = 1 + (where % events.length);
          const { at, session } = events[index - 1] ?? { at: 0, session: '' };
          events.splice(index, 0, { type: 'time-left-out', ms, at, session });
        }
        const clock = sessionClock(events);
        const times = Object.values(clock?.phaseMs ?? {});
        expect(times.reduce((a, b) => a + b, 0)).toBe(clock?.elapsedMs);
        expect(Math.min(...times)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('the spans of a session follow each other, and hold no more than the clock counted', () => {
    fc.assert(
      fc.property(visits, (plan) => {
        const clock = sessionClock(lived(plan).events);
        const spans = clock?.spans ?? [];
        spans.forEach((span, index) => {
          expect(span.to).toBeGreaterThanOrEqual(span.from);
          const next = spans[index + 1];
          if (next?.session === span.session) expect(next.from).toBeGreaterThanOrEqual(span.to);
        });
        const total = spans.reduce((sum, { from, to: end }) => sum + end - from, 0);
        expect(total).toBeLessThanOrEqual(clock?.elapsedMs ?? 0);
      }),
    );
  });

  it('an absence left out is no longer counted', () => {
    fc.assert(
      fc.property(visits, fc.integer({ min: AWAY_MS + 1, max: 100 * MINUTE }), (plan, ms) => {
        const { events, stopwatch, at, paused } = lived(plan);
        const session = 'back';
        const back: AttemptEvent[] = [
          { ...OPENED, at: at + ms, session },
          { type: 'time-left-out', ms, at: at + ms, session },
        ];
        fc.pre(!paused);
        expect(sessionClock([...events, ...back])?.elapsedMs).toBe(stopwatch);
      }),
    );
  });
});
