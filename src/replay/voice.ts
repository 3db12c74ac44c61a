import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RecordingId } from '#domain/attempt.ts';
import { messageOf } from '#domain/message-of.ts';
import type { TimedRecording } from '#domain/timeline.ts';
import { playableAudio } from '#media/playable-audio.ts';
import type { AudioChunk } from '#storage/attempt-log.ts';

/** One recording as it lies on the axis. Positions are in ms from its first sample. */
export interface Track {
  readonly from: number;
  readonly to: number;
  play(positionMs: number, speed: number): void;
  pause(): void;
  setSpeed(speed: number): void;
  positionMs(): number;
  /** Nothing more will sound unless it is played from elsewhere. */
  ended(): boolean;
  /** False once the browser has refused it. */
  playable(): boolean;
}

/** The recorded voice of an attempt. */
export interface Voice {
  /** What sounds at `t`; null where nothing was recorded, or cannot be played. */
  covering(t: number): Track | null;
  dispose(): void;
}

export type RecordingState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly url: string }
  /** `message` is a sentence to show. */
  | { readonly kind: 'failed'; readonly message: string };

export interface RecordedVoice extends Voice {
  readonly states: StoreApi<ReadonlyMap<RecordingId, RecordingState>>;
  /** The loudest sample of every 50 ms, 0 to 255. */
  readonly levels: ReadonlyMap<RecordingId, Uint8Array>;
  /** Gives a recording the element that plays it, or takes it away. */
  attach(recordingId: RecordingId, element: HTMLAudioElement | null): void;
}

export const LEVEL_MS = 50;

const NO_AUDIO = 'This recording is no longer on this machine. The replay goes on without it.';

/** Makes recordings playable in the background, one after the other; their levels are there at once. */
export function createVoice(
  recordings: readonly TimedRecording[],
  chunks: ReadonlyMap<RecordingId, readonly AudioChunk[]>,
): RecordedVoice {
  const states = createStore<ReadonlyMap<RecordingId, RecordingState>>(
    () => new Map(recordings.map(({ recordingId }) => [recordingId, { kind: 'loading' }])),
  );
  const tracks = new Map<RecordingId, Track>();
  let gone = false;
  const setState = (id: RecordingId, state: RecordingState): void => {
    states.setState((before) => new Map(before).set(id, state), true);
  };

  void (async () => {
    for (const { recordingId, mimeType } of recordings) {
      const own = chunks.get(recordingId) ?? [];
      if (own.length === 0) setState(recordingId, { kind: 'failed', message: NO_AUDIO });
      else {
        try {
          const url = URL.createObjectURL(await playableAudio(own, mimeType));
          if (gone) return URL.revokeObjectURL(url);
          setState(recordingId, { kind: 'ready', url });
        } catch (error) {
          setState(recordingId, { kind: 'failed', message: messageOf(error) });
        }
      }
      if (gone) return;
    }
  })();

  return {
    states,
    levels: new Map([...chunks].map(([id, own]) => [id, joined(own.map(({ levels }) => levels))])),
    attach(recordingId, element) {
      const recording = recordings.find((one) => one.recordingId === recordingId);
      if (element === null || recording === undefined) tracks.delete(recordingId);
      else tracks.set(recordingId, createTrack(recording, element));
    },
    covering(t) {
      for (const track of tracks.values()) if (track.from <= t && t < track.to && track.playable()) return track;
      return null;
    },
    dispose() {
      gone = true;
      for (const track of tracks.values()) track.pause();
      for (const state of states.getState().values()) if (state.kind === 'ready') URL.revokeObjectURL(state.url);
    },
  };
}

function createTrack({ from, to }: TimedRecording, element: HTMLAudioElement): Track {
  let refused = false;
  return {
    from,
    to,
    play(positionMs, speed) {
      element.playbackRate = speed;
      element.currentTime = positionMs / 1000;
      element.play().catch((error: unknown) => {
        // Pausing before it has begun is no failure; an unplayable file is, and the clock must go on without it.
        if (!(error instanceof DOMException && error.name === 'AbortError')) refused = true;
      });
    },
    pause: () => element.pause(),
    setSpeed: (speed) => {
      element.playbackRate = speed;
    },
    positionMs: () => element.currentTime * 1000,
    // A sought element counts as ended until it gets there.
    ended: () => element.ended && !element.seeking,
    playable: () => !refused && element.error === null,
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
