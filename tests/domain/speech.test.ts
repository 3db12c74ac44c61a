import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AttemptEntry, AttemptEvent } from '#domain/attempt.ts';
import { SUGGESTED_SHARES } from '#domain/session-clock.ts';
import { recordingsOf, silencesOf, speechFigures } from '#domain/speech.ts';

const at = (time: number, entry: AttemptEntry, session = 's'): AttemptEvent => ({ ...entry, at: time, session });
const started = (recordingId = 'r'): AttemptEntry => ({
  type: 'recording-started',
  recordingId,
  mimeType: 'audio/webm',
});
const stopped = (recordingId = 'r'): AttemptEntry => ({ type: 'recording-stopped', recordingId, reason: 'candidate' });
const spoke = (from: number, to: number, recordingId = 'r'): AttemptEvent[] => [
  at(from + 200, { type: 'speech-started', recordingId, from }),
  at(to + 450, { type: 'speech-ended', recordingId, to }),
];
const edit = (time: number): AttemptEvent => at(time, { type: 'edited', changes: [] });

describe('recordings', () => {
  test('hold their speech at its true times, not when it was noticed', () => {
    const events = [at(1000, started()), ...spoke(2000, 5000), at(9000, stopped())];
    expect(recordingsOf(events)).toEqual([
      {
        recordingId: 'r',
        session: 's',
        mimeType: 'audio/webm',
        from: 1000,
        to: 9000,
        stopped: 'candidate',
        listened: true,
        speech: [{ from: 2000, to: 5000 }],
      },
    ]);
  });

  test('a killed page leaves one that lasts until the last that was heard of it, speech included', () => {
    const events = [
      at(0, started()),
      at(3200, { type: 'speech-started', recordingId: 'r', from: 3000 }),
      at(7000, { type: 'alive' }),
      at(500_000, { type: 'opened', problemId: 'p', code: '' }, 'next visit'),
    ];
    const [recording] = recordingsOf(events);
    expect(recording).toMatchObject({ from: 0, to: 7000, stopped: null, speech: [{ from: 3000, to: 7000 }] });
  });

  test('speech that is told after the stop still counts, up to the stop', () => {
    const events = [
      at(0, started()),
      at(1200, { type: 'speech-started', recordingId: 'r', from: 1000 }),
      at(4000, stopped()),
      at(4100, { type: 'speech-ended', recordingId: 'r', to: 4050 }),
    ];
    expect(recordingsOf(events)[0]?.speech).toEqual([{ from: 1000, to: 4000 }]);
  });

  test('speech is in order, apart, and inside, whatever was logged', () => {
    const time = fc.integer({ min: -500, max: 3000 });
    const heard = fc.array(fc.tuple(fc.boolean(), time));
    fc.assert(
      fc.property(heard, (list) => {
        const events = [
          at(0, started()),
          ...list.map(([begins, when], index) =>
            begins
              ? at(index, { type: 'speech-started', recordingId: 'r', from: when })
              : at(index, { type: 'speech-ended', recordingId: 'r', to: when }),
          ),
          at(2000, stopped()),
        ];
        const recording = recordingsOf(events)[0];
        expect(recording).toBeDefined();
        if (recording === undefined) return;
        const edges = recording.speech.flatMap(({ from, to }) => [from, to]);
        expect(edges).toEqual(edges.toSorted((a, b) => a - b));
        for (const edge of edges) expect(edge >= 0 && edge <= 2000).toBe(true);
        const silence = silencesOf(recording).reduce((sum, { from, to }) => sum + to - from, 0);
        const figures = speechFigures(events);
        expect(figures.speakingMs + silence).toBeCloseTo(2000);
        expect(figures.recordedMs).toBe(2000);
      }),
    );
  });
});

describe('figures', () => {
  test('nothing recorded gives no share', () => {
    expect(speechFigures([])).toEqual({
      recordedMs: 0,
      speakingMs: 0,
      share: null,
      byPhase: null,
      longestSilence: null,
    });
  });

  test('the share is of the time recorded, over all recordings', () => {
    const events = [
      at(0, started('a')),
      ...spoke(0, 3000, 'a'),
      at(4000, stopped('a')),
      at(10_000, started('b')),
      ...spoke(11_000, 12_000, 'b'),
      at(16_000, stopped('b')),
    ];
    expect(speechFigures(events)).toMatchObject({ recordedMs: 10_000, speakingMs: 4000, share: 0.4 });
  });

  test('a recording that nobody listened to says nothing', () => {
    const events = [at(0, started()), at(10, { type: 'listening-failed', recordingId: 'r' }), at(60_000, stopped())];
    expect(speechFigures(events)).toMatchObject({ recordedMs: 0, share: null, longestSilence: null });
  });

  test('each phase has its own share; what is spoken without a clock is in none', () => {
    const events = [
      at(0, started()),
      at(1000, { type: 'clock-started', lengthMs: 60_000, shares: SUGGESTED_SHARES }),
      ...spoke(1500, 2500),
      at(5000, { type: 'phase-changed', phase: 'code', by: 'candidate' }),
      ...spoke(4500, 6000),
      at(9000, stopped()),
    ];
    const { byPhase } = speechFigures(events);
    expect(byPhase?.clarify).toEqual({ recordedMs: 4000, speakingMs: 1500, share: 0.375 });
    expect(byPhase?.code).toEqual({ recordedMs: 4000, speakingMs: 1000, share: 0.25 });
    expect(byPhase?.test).toEqual({ recordedMs: 0, speakingMs: 0, share: null });
  });

  test('the longest silence is told by what filled it', () => {
    const silence = (events: AttemptEvent[]) =>
      speechFigures([at(0, started()), ...spoke(0, 1000), ...events, at(21_000, stopped())]).longestSilence;
    expect(silence([])).toEqual({ recordingId: 'r', from: 1000, to: 21_000, during: 'reading' });
    expect(silence([2000, 4000, 6000, 8000, 10_000, 12_000].map(edit))?.during).toBe('typing');
    expect(silence([edit(2000), edit(2100)])?.during).toBe('reading');
    expect(
      silence([
        at(3000, { type: 'ran', runId: '1' }),
        at(19_000, { type: 'run-finished', runId: '1', verdict: 'Accepted' }),
      ])?.during,
    ).toBe('running');
    expect(silence([at(3000, { type: 'ran', runId: '1' })])?.during).toBe('running');
  });

  test('silences before the first word and after the last count', () => {
    const events = [at(0, started()), ...spoke(7000, 8000), at(13_000, stopped())];
    expect(speechFigures(events).longestSilence).toMatchObject({ from: 0, to: 7000 });
  });
});
