import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AttemptEntry, type AttemptEvent, draftOf } from '#domain/attempt.ts';
import { createTextHistory } from '#domain/text-history.ts';
import { createTimeAxis, IDLE_LIMIT_MS, SHOWN_GAP_MS } from '#domain/time-axis.ts';
import { createTimeline, phaseAt, quietSpans, reflectionsOf, runAt } from '#domain/timeline.ts';

const OPENED: AttemptEntry = { type: 'opened', problemId: 'auc', code: 'start' };
const RAN: AttemptEntry = { type: 'ran', runId: '1' };
const SHARES = { clarify: 0.2, plan: 0.2, code: 0.3, test: 0.2, discuss: 0.1 };

const typed = (text: string, rangeOffset = 0, rangeLength = 0): AttemptEntry => ({
  type: 'edited',
  changes: [{ rangeOffset, rangeLength, text }],
});

/** Events of one session at the given times. */
function visit(session: string, ...entries: readonly (readonly [at: number, entry: AttemptEntry])[]): AttemptEvent[] {
  return entries.map(([at, entry]) => ({ ...entry, at, session }));
}

describe('the time axis', () => {
  test('runs as the clock does within a session', () => {
    const axis = createTimeAxis(visit('a', [5000, OPENED], [6500, typed('x')], [9000, RAN]));
    expect([0, 1, 2].map(axis.timeOfEvent)).toEqual([0, 1500, 4000]);
    expect(axis.durationMs).toBe(4000);
  });

  test('shortens the time between two visits to a second, and says how long it was', () => {
    const axis = createTimeAxis([...visit('a', [0, OPENED]), ...visit('b', [7_200_000, OPENED], [7_203_000, RAN])]);
    expect(axis.durationMs).toBe(SHOWN_GAP_MS + 3000);
    expect(axis.gaps).toEqual([{ t: 0, kind: 'away', ms: 7_200_000 }]);
  });

  test('never goes back when the clock was set back between visits', () => {
    const axis = createTimeAxis([
      ...visit('a', [90_000, OPENED], [95_000, RAN]),
      ...visit('b', [10, OPENED], [30, RAN]),
    ]);
    expect([0, 1, 2, 3].map(axis.timeOfEvent)).toEqual([0, 5000, 5000, 5020]);
  });

  test('shortens pauses, and long nothings where nobody is recorded', () => {
    const paused = visit('a', [0, OPENED], [1000, { type: 'paused' }], [61_000, { type: 'resumed' }], [62_000, RAN]);
    expect(createTimeAxis(paused).gaps).toEqual([{ t: 1000, kind: 'paused', ms: 60_000 }]);
    expect(createTimeAxis(paused).durationMs).toBe(1000 + SHOWN_GAP_MS + 1000);
    const idle = IDLE_LIMIT_MS + 1;
    expect(createTimeAxis(visit('a', [0, OPENED], [idle, RAN])).durationMs).toBe(SHOWN_GAP_MS);
    const recorded: AttemptEntry = { type: 'recording-started', recordingId: 'r', mimeType: 'audio/webm' };
    expect(createTimeAxis(visit('a', [0, OPENED], [0, recorded], [idle, RAN])).durationMs).toBe(idle);
  });

  test('lasts as long as a recording that was cut off with its page', () => {
    const events = visit(
      'a',
      [0, OPENED],
      [500, { type: 'recording-started', recordingId: 'r', mimeType: 'audio/webm' }],
    );
    expect(createTimeAxis(events, new Map([['r', 9000]])).durationMs).toBe(9500);
    const again = [...events, ...visit('b', [99_000, OPENED])];
    expect(createTimeAxis(again, new Map([['r', 9000]])).timeOfEvent(2)).toBe(9500 + SHOWN_GAP_MS);
  });

  test('takes no time for what is said about the attempt later', () => {
    const comment: AttemptEntry = { type: 'commented', commentId: 'c', about: 1500, text: 'Why?' };
    const axis = createTimeAxis([...visit('a', [1000, OPENED], [3000, RAN]), ...visit('z', [9_000_000, comment])]);
    expect(axis.durationMs).toBe(2000);
    expect(axis.timeOfEvent(2)).toBe(2000);
    expect(axis.timeAt(1500)).toBe(500);
  });

  const visits = fc
    .array(fc.array(fc.nat(20_000), { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 })
    .chain((steps) => fc.tuple(fc.constant(steps), fc.array(fc.nat(10_000_000), { minLength: 4, maxLength: 4 })))
    .map(([steps, starts]) =>
      steps.flatMap((own, i) => {
        let at = starts[i] ?? 0;
        return own.flatMap((step, k) => {
          at += step;
          return visit(`s${i}`, [at, k === 0 ? OPENED : typed('x')]);
        });
      }),
    );

  test('ascends, and finds its way from a position to the log and back', () => {
    fc.assert(
      fc.property(visits, fc.double({ min: 0, max: 1, noNaN: true }), (events, share) => {
        const axis = createTimeAxis(events);
        const times = events.map((_, position) => axis.timeOfEvent(position));
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        const t = share * axis.durationMs;
        const moment = axis.momentAt(t);
        expect(axis.timeAt(moment.at, moment.session)).toBeCloseTo(t, 5);
        const position = axis.positionAt(t);
        expect(times.filter((time) => time <= t)).toHaveLength(position);
      }),
    );
  });
});

describe('the text at a moment', () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('type' as const),
      at: fc.nat(40),
      cut: fc.nat(4),
      text: fc.string({ maxLength: 6 }),
    }),
    fc.record({ kind: fc.constant('replace' as const), text: fc.string({ maxLength: 20 }) }),
    fc.record({ kind: fc.constant('other' as const) }),
  );
  const log = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), step), { maxLength: 400 }).map((steps) =>
    steps.flatMap(([session, one], i): AttemptEvent[] => {
      if (one.kind === 'other') return visit(session, [i, i % 2 ? RAN : { type: 'selected', start: 0, end: 1 }]);
      if (one.kind === 'replace') return visit(session, [i, { type: 'replaced', code: one.text, reason: 'reset' }]);
      return visit(session, [i, typed(one.text, one.at, one.cut)]);
    }),
  );

  test('is what folding the log from its start would give, at any place, changes that do not fit included', () => {
    fc.assert(
      fc.property(log, fc.nat(420), (rest, at) => {
        const events = [...visit('a', [0, OPENED]), ...rest];
        const history = createTextHistory(events);
        const position = Math.min(at, events.length);
        expect(history.textAt(position)).toBe(draftOf(events.slice(0, position)));
        expect(history.textsAt([0, position, events.length])).toEqual([
          null,
          draftOf(events.slice(0, position)),
          draftOf(events),
        ]);
      }),
    );
  });

  test('comes with the caret behind what was typed, or where it was put', () => {
    const events = visit('a', [0, OPENED], [1, typed('>=', 2)], [2, { type: 'selected', start: 0, end: 3 }]);
    const history = createTextHistory(events);
    expect(history.selectionAt(1)).toBeNull();
    expect(history.selectionAt(2)).toEqual({ start: 4, end: 4 });
    expect(history.selectionAt(3)).toEqual({ start: 0, end: 3 });
  });
});

describe('the timeline', () => {
  const events = visit(
    'a',
    [0, OPENED],
    [0, { type: 'clock-started', lengthMs: 60_000, shares: SHARES }],
    [1000, { type: 'recording-started', recordingId: 'r', mimeType: 'audio/webm' }],
    [2400, { type: 'speech-started', recordingId: 'r', from: 2000 }],
    [5400, { type: 'speech-ended', recordingId: 'r', to: 5000 }],
    [6000, { type: 'transcribed', from: 2000, to: 5000, text: 'ties count half' }],
    [7000, { type: 'phase-changed', phase: 'code', by: 'edit' }],
    [7000, typed('x = 1\n')],
    [20_000, { type: 'hint-shown', index: 0 }],
    [30_000, { type: 'submitted', runId: '1' }],
    [
      30_500,
      { type: 'case-finished', runId: '1', index: 0, name: 'tied', edge: 'ties', verdict: 'Wrong Answer', ms: 1 },
    ],
    [31_000, { type: 'run-finished', runId: '1', verdict: 'Wrong Answer' }],
    [40_000, { type: 'recording-stopped', recordingId: 'r', reason: 'candidate' }],
  );
  const timeline = createTimeline(events);

  test('has phases, runs with their results and code, speech at its true times, and words', () => {
    expect(timeline.phases).toEqual([
      { phase: 'clarify', from: 0, to: 7000 },
      { phase: 'code', from: 7000, to: 40_000 },
    ]);
    expect(timeline.runs).toMatchObject([
      { kind: 'submission', from: 30_000, to: 31_000, code: 'x = 1\nstart', verdict: 'Wrong Answer' },
    ]);
    expect(timeline.runs[0]?.results).toEqual([
      { t: 30_500, index: 0, name: 'tied', edge: 'ties', verdict: 'Wrong Answer' },
    ]);
    expect(timeline.speech).toEqual([{ from: 2000, to: 5000 }]);
    expect(timeline.transcript).toEqual([{ from: 2000, to: 5000, text: 'ties count half' }]);
    expect(timeline.recordings).toMatchObject([{ from: 1000, to: 40_000 }]);
    expect(timeline.marks).toEqual([{ t: 20_000, kind: 'hint', detail: '1' }]);
  });

  test('knows the phase and the latest run of any moment', () => {
    expect(phaseAt(timeline, 6999)).toBe('clarify');
    expect(phaseAt(timeline, 7001)).toBe('code');
    expect(runAt(timeline, 29_999)).toBeNull();
    expect(runAt(timeline, 39_000)?.runId).toBe('1');
  });

  test('is quiet where neither was spoken nor typed nor run', () => {
    expect(quietSpans(timeline, 3000)).toEqual([
      { from: 7000, to: 20_000 },
      { from: 20_000, to: 30_000 },
      { from: 31_000, to: 40_000 },
    ]);
  });

  test('is never quiet in a recording in which nobody looked for speech', () => {
    const unheard = createTimeline(events.filter(({ type }) => !type.startsWith('speech')));
    expect(quietSpans(unheard, 3000)).toEqual([]);
  });

  test('keeps ticks and comments at the moments they speak of, until they are taken back', () => {
    const later = visit(
      'z',
      [9_000_000, { type: 'commented', commentId: 'c', about: 25_000, text: 'Say why.' }],
      [9_000_100, { type: 'rubric-ticked', item: 'approach', about: 3000 }],
    );
    const { axis } = createTimeline([...events, ...later]);
    expect(reflectionsOf([...events, ...later], axis)).toEqual({
      ticks: [{ t: 3000, item: 'approach' }],
      comments: [{ t: 25_000, commentId: 'c', about: 25_000, text: 'Say why.' }],
    });
    const back = visit(
      'z',
      [9_000_200, { type: 'comment-removed', commentId: 'c' }],
      [9_000_300, { type: 'rubric-unticked', item: 'approach' }],
    );
    expect(reflectionsOf([...events, ...later, ...back], axis)).toEqual({ ticks: [], comments: [] });
  });
});
