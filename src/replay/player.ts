import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Span } from '#domain/timeline.ts';
import type { Track, Voice } from './voice.ts';

export const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;

export interface PlayerState {
  /** Position on the attempt's axis, in ms. */
  readonly t: number;
  readonly playing: boolean;
  readonly speed: number;
  /** Whether stretches without speech, typing and runs are jumped over. */
  readonly skipQuiet: boolean;
}

export interface PlayerCollaborators {
  readonly durationMs: number;
  readonly voice: Voice;
  /** What may be jumped over; ascending. */
  readonly quiet: readonly Span[];
  /** Calls back before the next frame with the time in ms; returns the way to call it off. */
  readonly nextFrame: (callback: (now: number) => void) => () => void;
}

/** One clock for everything that is replayed. */
export interface Player {
  readonly store: StoreApi<PlayerState>;
  readonly durationMs: number;
  play(): void;
  pause(): void;
  toggle(): void;
  seek(t: number): void;
  setSpeed(speed: number): void;
  setSkipQuiet(skip: boolean): void;
  dispose(): void;
}

/** After a jump one hears, or sees, this much of what led up to it. */
const RUN_UP_MS = 400;

/** A page in the background gets no frames: what it missed is not caught up in one step. */
const LONGEST_STEP_MS = 250;

/**
 * Where the voice was recorded, the sound is the clock: position and speech cannot drift apart. Elsewhere the frames are.
 */
export function createPlayer({ durationMs, voice, quiet, nextFrame }: PlayerCollaborators): Player {
  const store = createStore<PlayerState>(() => ({ t: 0, playing: false, speed: 1, skipQuiet: false }));
  const { getState, setState } = store;
  let sounding: Track | null = null;
  let lastFrame: number | null = null;
  let callOff: (() => void) | null = null;

  const silence = (): void => {
    sounding?.pause();
    sounding = null;
    lastFrame = null;
  };
  const clamp = (t: number): number => Math.max(0, Math.min(t, durationMs));

  const stop = (): void => {
    callOff?.();
    callOff = null;
    silence();
    setState({ playing: false });
  };

  /** Where the clock stands now, having stood at `t` a frame ago. */
  const advance = (t: number, now: number): number => {
    const { speed } = getState();
    const track = voice.covering(t);
    if (track !== sounding) {
      sounding?.pause();
      sounding = track;
      track?.play(t - track.from, speed);
    }
    const elapsed = lastFrame === null ? 0 : Math.min(now - lastFrame, LONGEST_STEP_MS);
    lastFrame = now;
    if (track === null) return t + elapsed * speed;
    if (!track.ended()) return track.from + track.positionMs();
    sounding = null;
    return Math.max(t, track.to);
  };

  const frame = (now: number): void => {
    const { t, skipQuiet } = getState();
    let next = advance(t, now);
    const span = skipQuiet
      ? quiet.find(({ from, to }) => from + RUN_UP_MS <= next && next < to - RUN_UP_MS)
      : undefined;
    if (span !== undefined) {
      silence();
      next = span.to - RUN_UP_MS;
    }
    setState({ t: clamp(next) });
    if (next >= durationMs) stop();
    else callOff = nextFrame(frame);
  };

  const play = (): void => {
    const { t, playing } = getState();
    if (playing || durationMs === 0) return;
    setState({ playing: true, t: t >= durationMs ? 0 : t });
    callOff = nextFrame(frame);
  };

  return {
    store,
    durationMs,
    play,
    pause: stop,
    toggle: () => (getState().playing ? stop() : play()),
    seek(t) {
      silence();
      setState({ t: clamp(t) });
    },
    setSpeed(speed) {
      sounding?.setSpeed(speed);
      setState({ speed });
    },
    setSkipQuiet: (skipQuiet) => setState({ skipQuiet }),
    dispose: stop,
  };
}
