import type { AttemptEvent, RecordingId } from '#domain/attempt.ts';
import type { AttemptSession } from '#storage/attempt-log.ts';
import type { AudioStore } from '#storage/audio.ts';
import { randomId } from '#storage/random-id.ts';
import { type Capture, startCapture } from './capture.ts';
import type { Listener, ListenerState } from './listener.ts';
import { MICROPHONE_PROBLEMS, openMicrophone } from './microphone.ts';

export interface RecordingState {
  readonly recordingId: RecordingId;
  readonly startedAt: number;
  readonly listener: ListenerState;
  /** Since when nobody has spoken; null while somebody does. */
  readonly silentSince: number | null;
  /** The system has muted the microphone. */
  readonly muted: boolean;
  /** Not a sound has come for the first seconds. */
  readonly soundless: boolean;
}

export type StopReason = Extract<AttemptEvent, { type: 'recording-stopped' }>['reason'];

export interface RecordingOptions {
  readonly session: Pick<AttemptSession, 'attemptId' | 'append' | 'now'>;
  readonly audio: AudioStore;
  readonly listener: Listener;
  /** The device's id; empty for the system's choice. */
  readonly microphone: string;
  readonly onStarted: (track: MediaStreamTrack) => void;
  readonly onChange: (state: RecordingState) => void;
  readonly onLevel: (peak: number) => void;
  /** It could not start, or has stopped by itself: a sentence that says why and what to do. */
  readonly onFailed: (sentence: string) => void;
}

export interface VoiceRecording {
  /** Also before it has started: then it never does. Resolves when the last second and the last word are in the log. */
  stop(reason: StopReason): Promise<void>;
}

/** After this long without a sound, in ms, something must be wrong: no room is that quiet. */
const SOUNDLESS_MS = 5000;
const SOUND = 0.001;

const LOST = 'The microphone was taken away, so the recording has stopped. Record again to go on.';
const BROKEN = 'The browser could not record this microphone. Choose another one in the voice menu, or try again.';

/** Records the microphone into the log and the audio store until it is stopped, or until the microphone is taken away. */
export function startRecording(options: RecordingOptions): VoiceRecording {
  const { session, audio, listener, onStarted, onChange, onLevel, onFailed } = options;
  const recordingId = randomId();
  let over = false;
  let stream: MediaStream | null = null;
  let capture: Capture | null = null;
  let state: RecordingState | null = null;
  let listening: ListenerState = 'loading';
  let loudest = 0;
  let soundCheck: ReturnType<typeof setTimeout> | undefined;

  const change = (part: Partial<RecordingState>): void => {
    if (state === null || over) return;
    state = { ...state, ...part };
    onChange(state);
  };
  const onMute = ({ target }: Event): void => {
    if (over || state === null || !(target instanceof MediaStreamTrack)) return;
    session.append({ type: 'microphone-muted', recordingId, muted: target.muted });
    change({ muted: target.muted });
  };
  const fail = (sentence: string): void => {
    if (over) return;
    void stop('lost');
    onFailed(sentence);
  };
  const letGo = (): void => {
    for (const track of stream?.getTracks() ?? []) track.stop();
  };

  async function stop(reason: StopReason): Promise<void> {
    if (over) return;
    over = true;
    clearTimeout(soundCheck);
    if (state !== null) session.append({ type: 'recording-stopped', recordingId, reason });
    // The last second is handed over when the recorder has ended, before the microphone goes.
    await capture?.stop().catch(() => undefined);
    letGo();
  }

  function begun(mimeType: string, track: MediaStreamTrack): void {
    session.append({ type: 'recording-started', recordingId, mimeType });
    if (listening === 'failed') session.append({ type: 'listening-failed', recordingId });
    const startedAt = session.now();
    state = {
      recordingId,
      startedAt,
      listener: listening,
      silentSince: startedAt,
      muted: track.muted,
      soundless: false,
    };
    onStarted(track);
    onChange(state);
    soundCheck = setTimeout(() => change({ soundless: loudest < SOUND }), SOUNDLESS_MS);
  }

  async function start(): Promise<void> {
    const opened = await openMicrophone(options.microphone);
    if (opened.kind === 'failed') return fail(MICROPHONE_PROBLEMS[opened.problem]);
    const { track } = opened;
    stream = opened.stream;
    if (over) return letGo();
    track.addEventListener('mute', onMute);
    track.addEventListener('unmute', onMute);
    track.addEventListener('ended', () => fail(LOST));
    const made = await startCapture({
      stream,
      listener,
      now: session.now,
      isWanted: () => !over,
      onStarted: (mimeType) => begun(mimeType, track),
      onChunk: (chunk) => void audio.append(session.attemptId, { recordingId, ...chunk }),
      onLevel(peak) {
        loudest = Math.max(loudest, peak);
        if (state?.soundless === true && peak >= SOUND) change({ soundless: false });
        if (!over) onLevel(peak);
      },
      onListener(next) {
        if (next === 'failed' && state !== null) session.append({ type: 'listening-failed', recordingId });
        listening = next;
        change({ listener: next });
      },
      onSpeechStarted(from) {
        session.append({ type: 'speech-started', recordingId, from });
        change({ silentSince: null });
      },
      onSpeechEnded(to) {
        session.append({ type: 'speech-ended', recordingId, to });
        change({ silentSince: to });
      },
      onBroken: () => fail(LOST),
    });
    if (made === null) return letGo();
    if (over) void made.stop().finally(letGo);
    else capture = made;
  }

  start().catch(() => fail(BROKEN));
  return { stop };
}
