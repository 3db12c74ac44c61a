import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AttemptSession } from '#storage/attempt-log.ts';
import type { Preferences } from '#storage/preferences.ts';
import { installLanguage, type RecognitionPlace, recognitionPlace } from './speech-recognition.ts';
import { type Segment, startTranscriber, type Transcriber } from './transcriber.ts';

export interface TranscriptState {
  /** Null until it was looked up; `none`: there is no switch to show. */
  readonly place: RecognitionPlace | null;
  readonly choice: 'off' | 'local' | 'cloud';
  /** `cloud`: the candidate is being asked whether the browser's vendor may listen. */
  readonly step: 'idle' | 'asking' | 'installing';
  /** What is being said, as far as it is understood. */
  readonly interim: string;
  /** What was said in this visit, newest last. */
  readonly lines: readonly Segment[];
  /** Why there is no transcript although it was asked for. */
  readonly problem: string | null;
}

export interface Transcript {
  readonly store: StoreApi<TranscriptState>;
  /** Finds out what this browser can do; asked for when the menu is opened. */
  lookUp(): Promise<void>;
  /** On: on this machine where that is possible, else the candidate is asked first. */
  turnOn(): Promise<void>;
  /** The answer to the question. */
  allowCloud(allowed: boolean): void;
  turnOff(): void;
  /** A recording begins or ends. */
  follow(track: MediaStreamTrack): void;
  unfollow(): void;
}

export interface TranscriptCollaborators {
  readonly session: Pick<AttemptSession, 'append' | 'now'>;
  readonly preferences: Preferences;
}

/** Writes down what is said while it is recorded, if the candidate wants that. */
export function createTranscript({ session, preferences }: TranscriptCollaborators): Transcript {
  const store = createStore<TranscriptState>(() => ({
    place: null,
    choice: preferences.get('voice').transcript,
    step: 'idle',
    interim: '',
    lines: [],
    problem: null,
  }));
  const { getState, setState } = store;
  let track: MediaStreamTrack | null = null;
  let running: Transcriber | null = null;

  function sync(): void {
    running?.stop();
    running = null;
    const { choice } = getState();
    if (track === null || choice === 'off') return;
    running = startTranscriber({
      lang: navigator.language,
      place: choice,
      track,
      now: session.now,
      onSegment(segment) {
        session.append({ type: 'transcribed', ...segment });
        setState(({ lines }) => ({ lines: [...lines, segment] }));
      },
      onInterim: (interim) => setState({ interim }),
      onFailed: (problem) => setState({ problem }),
    });
  }

  function choose(choice: TranscriptState['choice']): void {
    preferences.set('voice', { ...preferences.get('voice'), transcript: choice });
    setState({ choice, step: 'idle', problem: null });
    sync();
  }

  return {
    store,
    async lookUp() {
      if (getState().place === null) setState({ place: await recognitionPlace(navigator.language) });
    },
    async turnOn() {
      const place = await recognitionPlace(navigator.language);
      setState({ place, problem: null });
      if (place === 'local') choose('local');
      if (place === 'cloud') setState({ step: 'asking' });
      if (place !== 'downloadable') return;
      setState({ step: 'installing' });
      if (await installLanguage(navigator.language)) choose('local');
      else setState({ step: 'asking' });
    },
    allowCloud(allowed) {
      if (allowed) choose('cloud');
      else setState({ step: 'idle' });
    },
    turnOff: () => choose('off'),
    follow(next) {
      track = next;
      setState({ problem: null });
      sync();
    },
    unfollow() {
      track = null;
      sync();
      setState({ interim: '' });
    },
  };
}
