import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AttemptEvent } from '#domain/attempt.ts';
import { clockOf, foldClock, NO_CLOCK } from '#domain/session-clock.ts';
import { type SpeechFigures, speechFigures } from '#domain/speech.ts';
import type { AttemptSession } from '#storage/attempt-log.ts';
import type { AudioStore } from '#storage/audio.ts';
import type { Preferences, VoicePreferences } from '#storage/preferences.ts';
import { createListener } from './listener.ts';
import { isNudgeDue } from './nudge.ts';
import { type RecordingState, type StopReason, startRecording, type VoiceRecording } from './recording.ts';
import { createTranscript, type Transcript } from './transcript.ts';

export type VoiceMode =
  | { readonly kind: 'off' }
  /** The candidate is being told what becomes of the voice, before the first recording. */
  | { readonly kind: 'explaining' }
  | { readonly kind: 'starting' }
  | ({ readonly kind: 'recording' } & RecordingState)
  /** The clock is paused: with the clock, another recording starts. */
  | { readonly kind: 'paused' };

export interface VoiceState {
  readonly mode: VoiceMode;
  /** The log's time, renewed every second while it records. */
  readonly now: number;
  /** A sentence about what went wrong last, until the next start or until it is put away. */
  readonly problem: string | null;
  /** The silence, in ms, that the candidate is being reminded of. */
  readonly nudge: number | null;
  readonly settings: VoicePreferences;
}

export interface Voice {
  readonly store: StoreApi<VoiceState>;
  readonly transcript: Transcript;
  /** The key and the button: start, or stop. */
  toggle(): void;
  /** The candidate has read what becomes of the voice, and goes on or not. */
  confirm(): void;
  cancel(): void;
  /** A new microphone is used from the next recording on, or at once by starting another one. */
  set(settings: Partial<VoicePreferences>): void;
  forgetProblem(): void;
  forgetNudge(): void;
  /** Calls `listener` with the loudest sample, 0 to 1, some twenty times a second; returns the way to unsubscribe. */
  onLevel(listener: (peak: number) => void): () => void;
  /** Of the whole attempt, as of now. */
  figures(): Promise<SpeechFigures>;
  dispose(): void;
}

export interface VoiceCollaborators {
  readonly session: AttemptSession;
  readonly audio: AudioStore;
  readonly preferences: Preferences;
  /** Every event of the attempt. */
  readonly history: () => Promise<readonly AttemptEvent[]>;
  /** By default this browser's microphone. */
  readonly record?: typeof startRecording;
}

const ELSEWHERE = 'Another tab has this attempt. Take it over to record here.';
const OVER = 'This attempt is over. Start a new one to record.';

/** One attempt's voice: records it, listens for speech, and appends what it finds to the log. Nothing starts by itself. */
export function createVoice(collaborators: VoiceCollaborators): Voice {
  const { session, audio, preferences, history, record = startRecording } = collaborators;
  const listener = createListener();
  const transcript = createTranscript({ session, preferences });
  const store = createStore<VoiceState>(() => ({
    mode: { kind: 'off' },
    now: session.now(),
    problem: null,
    nudge: null,
    settings: preferences.get('voice'),
  }));
  const { getState, setState } = store;
  const levelListeners = new Set<(peak: number) => void>();
  let clock = session.events.reduce(foldClock, NO_CLOCK);
  let recording: VoiceRecording | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  /** Since when the candidate codes: a silence before that is another matter. */
  let codingSince = session.now();
  /** Nobody is reminded twice of one silence. */
  let nudged = false;

  function tick(): void {
    const now = session.now();
    const { mode, settings } = getState();
    setState({ now });
    if (mode.kind !== 'recording' || mode.listener !== 'listening' || nudged) return;
    const silentSince = mode.silentSince === null ? null : Math.max(mode.silentSince, codingSince);
    const phase = clockOf(clock)?.phase ?? null;
    if (!isNudgeDue({ silentSince, phase, now, afterMs: settings.nudgeMs })) return;
    nudged = true;
    setState({ nudge: settings.nudgeMs });
  }

  function refusal(): string | null {
    if (session.access().kind !== 'writing') return ELSEWHERE;
    return session.events.some(({ type }) => type === 'ended') ? OVER : null;
  }

  function start(): void {
    const problem = refusal();
    setState({ mode: { kind: problem === null ? 'starting' : 'off' }, problem, nudge: null });
    if (problem !== null) return;
    nudged = false;
    recording = record({
      session,
      audio,
      listener,
      microphone: getState().settings.microphone,
      onStarted(track) {
        clearInterval(timer);
        timer = setInterval(tick, 1000);
        transcript.follow(track);
      },
      onChange(state) {
        if (state.silentSince === null) nudged = false;
        setState({
          mode: { kind: 'recording', ...state },
          now: session.now(),
          ...(state.silentSince === null && { nudge: null }),
        });
      },
      onLevel(peak) {
        for (const each of levelListeners) each(peak);
      },
      onFailed(sentence) {
        ended({ kind: 'off' });
        setState({ problem: sentence });
      },
    });
  }

  function ended(mode: VoiceMode): void {
    recording = null;
    clearInterval(timer);
    transcript.unfollow();
    setState({ mode, nudge: null });
    for (const each of levelListeners) each(0);
  }

  async function stop(reason: StopReason): Promise<void> {
    const stopped = recording?.stop(reason);
    ended({ kind: reason === 'paused' ? 'paused' : 'off' });
    await stopped;
  }

  function follow(event: AttemptEvent): void {
    clock = foldClock(clock, event);
    if (event.type === 'phase-changed' || event.type === 'clock-started') codingSince = session.now();
    const { kind } = getState().mode;
    const runs = kind === 'recording' || kind === 'starting';
    switch (event.type) {
      case 'paused':
        if (runs) void stop('paused');
        break;
      case 'resumed':
      case 'clock-started':
      case 'clock-removed':
        if (kind === 'paused') start();
        break;
      case 'ended':
        if (runs) void stop('ended');
        else setState({ mode: { kind: 'off' } });
    }
  }

  const unsubscribe = session.subscribe(follow);
  const unwatch = session.subscribeAccess(() => {
    if (recording === null || session.access().kind === 'writing') return;
    void stop('ended');
    setState({ problem: ELSEWHERE });
  });
  const unsettle = preferences.subscribe(() => setState({ settings: preferences.get('voice') }));

  return {
    store,
    transcript,
    toggle() {
      const { mode, settings } = getState();
      if (mode.kind === 'off') {
        if (settings.told) start();
        else setState({ mode: { kind: 'explaining' }, problem: null });
      } else if (mode.kind === 'explaining' || mode.kind === 'paused') {
        setState({ mode: { kind: 'off' } });
      } else {
        void stop('candidate');
      }
    },
    confirm() {
      if (getState().mode.kind !== 'explaining') return;
      preferences.set('voice', { ...preferences.get('voice'), told: true });
      start();
    },
    cancel() {
      if (getState().mode.kind === 'explaining') setState({ mode: { kind: 'off' } });
    },
    set(settings) {
      const before = getState().settings.microphone;
      preferences.set('voice', { ...preferences.get('voice'), ...settings });
      if (recording === null || settings.microphone === undefined || settings.microphone === before) return;
      void stop('candidate');
      start();
    },
    forgetProblem: () => setState({ problem: null }),
    forgetNudge: () => setState({ nudge: null }),
    onLevel(each) {
      levelListeners.add(each);
      return () => levelListeners.delete(each);
    },
    async figures() {
      const events = await history();
      const here = session.events.at(-1)?.session;
      if (recording === null || here === undefined) return speechFigures(events);
      return speechFigures([...events, { type: 'alive', at: session.now(), session: here }]);
    },
    dispose() {
      unsubscribe();
      unwatch();
      unsettle();
      void stop('ended').finally(listener.dispose);
    },
  };
}
