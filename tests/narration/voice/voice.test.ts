import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AttemptEntry } from '#domain/attempt.ts';
import { SUGGESTED_SHARES } from '#domain/session-clock.ts';
import type { RecordingOptions, StopReason } from '#narration/voice/recording.ts';
import { createVoice } from '#narration/voice/voice.ts';
import { createPreferences } from '#storage/preferences.ts';
import { createFakeSession } from '../../fakes/fake-session.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const clock: AttemptEntry = { type: 'clock-started', lengthMs: 60_000, shares: SUGGESTED_SHARES };

function setUp({ told = true, past = [] }: { told?: boolean; past?: readonly AttemptEntry[] } = {}) {
  const fake = createFakeSession('', past);
  const session = { ...fake, now: () => Date.now() };
  const preferences = createPreferences({ storage: null, page: null });
  preferences.set('voice', { ...preferences.get('voice'), told });
  const recordings: { readonly options: RecordingOptions; stopped: StopReason | null }[] = [];
  const voice = createVoice({
    session,
    audio: { append: async () => {}, chunks: async () => [] },
    preferences,
    history: async () => session.events,
    record(options) {
      const recording = { options, stopped: null as StopReason | null };
      recordings.push(recording);
      return {
        async stop(reason) {
          recording.stopped = reason;
        },
      };
    },
  });
  const hear = (silentSince: number | null): void => {
    const { options } = recordings.at(-1) ?? {};
    options?.onStarted({} as MediaStreamTrack);
    options?.onChange({
      recordingId: 'r',
      startedAt: 0,
      listener: 'listening',
      silentSince,
      muted: false,
      soundless: false,
    });
  };
  return { voice, session: fake, preferences, recordings, hear, mode: () => voice.store.getState().mode.kind };
}

describe('recording', () => {
  test('the first one is explained before the microphone is asked for', () => {
    const { voice, recordings, preferences, mode } = setUp({ told: false });
    voice.toggle();
    expect(mode()).toBe('explaining');
    voice.cancel();
    expect(mode()).toBe('off');
    voice.toggle();
    expect(recordings).toHaveLength(0);
    voice.confirm();
    expect(recordings).toHaveLength(1);
    expect(preferences.get('voice').told).toBe(true);
  });

  test('the same key starts and stops it', () => {
    const { voice, recordings, hear, mode } = setUp();
    voice.toggle();
    expect(mode()).toBe('starting');
    hear(0);
    expect(mode()).toBe('recording');
    voice.toggle();
    expect(mode()).toBe('off');
    expect(recordings[0]?.stopped).toBe('candidate');
  });

  test('it stops while the clock is paused, and another begins when it goes on', () => {
    const { voice, session, recordings, hear, mode } = setUp({ past: [clock] });
    voice.toggle();
    hear(0);
    session.append({ type: 'paused' });
    expect(mode()).toBe('paused');
    expect(recordings[0]?.stopped).toBe('paused');
    session.append({ type: 'resumed' });
    expect(recordings).toHaveLength(2);
  });

  test('what was left off during a pause stays off', () => {
    const { voice, session, recordings, hear, mode } = setUp({ past: [clock] });
    voice.toggle();
    hear(0);
    session.append({ type: 'paused' });
    voice.toggle();
    session.append({ type: 'resumed' });
    expect(mode()).toBe('off');
    expect(recordings).toHaveLength(1);
  });

  test('it stops with the attempt, with the page, and when another tab takes over', () => {
    const ended = setUp();
    ended.voice.toggle();
    ended.session.append({ type: 'ended', reason: 'solved' });
    expect(ended.recordings[0]?.stopped).toBe('ended');
    ended.voice.toggle();
    expect(ended.recordings).toHaveLength(1);
    expect(ended.voice.store.getState().problem).toMatch(/over/);

    const left = setUp();
    left.voice.toggle();
    left.voice.dispose();
    expect(left.recordings[0]?.stopped).toBe('ended');

    const taken = setUp();
    taken.voice.toggle();
    taken.session.setAccess({ kind: 'outdated' });
    expect(taken.recordings[0]?.stopped).toBe('ended');
    expect(taken.mode()).toBe('off');
  });

  test('a failure is said, and gone with the next start', () => {
    const { voice, recordings, hear, mode } = setUp();
    voice.toggle();
    hear(0);
    recordings[0]?.options.onFailed('The microphone was taken away.');
    expect(mode()).toBe('off');
    expect(voice.store.getState().problem).toBe('The microphone was taken away.');
    voice.toggle();
    expect(voice.store.getState().problem).toBeNull();
  });

  test('another microphone is used at once', () => {
    const { voice, recordings, hear } = setUp();
    voice.toggle();
    hear(0);
    voice.set({ microphone: 'headset' });
    expect(recordings.map(({ stopped, options }) => [stopped, options.microphone])).toEqual([
      ['candidate', ''],
      [null, 'headset'],
    ]);
  });
});

describe('the reminder', () => {
  const nudge = ({ voice }: ReturnType<typeof setUp>) => voice.store.getState().nudge;

  test('comes after the silence that was chosen, once for each silence', () => {
    const set = setUp();
    set.voice.toggle();
    set.hear(Date.now());
    vi.advanceTimersByTime(44_000);
    expect(nudge(set)).toBeNull();
    vi.advanceTimersByTime(2000);
    expect(nudge(set)).toBe(45_000);
    set.voice.forgetNudge();
    vi.advanceTimersByTime(100_000);
    expect(nudge(set)).toBeNull();
    set.hear(null);
    set.hear(Date.now());
    vi.advanceTimersByTime(46_000);
    expect(nudge(set)).toBe(45_000);
    set.hear(null);
    expect(nudge(set)).toBeNull();
  });

  test('comes only while coding, and counts from when that began', () => {
    const set = setUp({ past: [clock] });
    set.voice.toggle();
    set.hear(Date.now());
    vi.advanceTimersByTime(60_000);
    expect(nudge(set)).toBeNull();
    set.session.append({ type: 'phase-changed', phase: 'code', by: 'candidate' });
    vi.advanceTimersByTime(40_000);
    expect(nudge(set)).toBeNull();
    vi.advanceTimersByTime(10_000);
    expect(nudge(set)).toBe(45_000);
  });

  test('can be turned off', () => {
    const set = setUp();
    set.voice.set({ nudgeMs: 0 });
    set.voice.toggle();
    set.hear(Date.now());
    vi.advanceTimersByTime(500_000);
    expect(nudge(set)).toBeNull();
  });
});
