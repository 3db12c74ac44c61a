export interface SpeechThresholds {
  /** Probability from which a frame may begin speech. */
  readonly begin: number;
  /** Probability from which a frame goes on with it. */
  readonly goOn: number;
  /** Less speech than this is a click, a cough, a chair. */
  readonly minSpeechMs: number;
  /** Sound that is not confirmed as speech is given up after a gap of this length. */
  readonly maxHesitationMs: number;
  /** A shorter gap is a breath between two words. */
  readonly minSilenceMs: number;
}

/** Tuned on synthetic speech with pauses of known length and with keyboard noise, with Silero v6. */
export const THRESHOLDS: SpeechThresholds = {
  begin: 0.5,
  goOn: 0.45,
  minSpeechMs: 160,
  maxHesitationMs: 130,
  minSilenceMs: 450,
};

/** Where in the signal (in ms of it) speech began or ended: true places, although they are known only some time later. */
export type SpeechEdge =
  | { readonly kind: 'started'; readonly from: number }
  | { readonly kind: 'ended'; readonly to: number };

export interface SpeechDetector {
  /** Takes the next frame, `from` to `to` in ms of the signal, and the probability that it is speech. */
  frame(probability: number, from: number, to: number): SpeechEdge | null;
  /** The signal is over: ends speech that still goes on. */
  finish(): SpeechEdge | null;
}

type State =
  | { readonly kind: 'silence' }
  | { readonly kind: 'perhaps'; readonly from: number; readonly lastTo: number; readonly speechMs: number }
  | { readonly kind: 'speech'; readonly lastTo: number };

/** Turns the probabilities of frames into stretches of speech. */
export function createSpeechDetector(thresholds: SpeechThresholds = THRESHOLDS): SpeechDetector {
  const { begin, goOn, minSpeechMs, maxHesitationMs, minSilenceMs } = thresholds;
  let state: State = { kind: 'silence' };
  return {
    frame(probability, from, to) {
      if (state.kind === 'silence') {
        if (probability < begin) return null;
        state = { kind: 'perhaps', from, lastTo: from, speechMs: 0 };
      }
      if (probability >= goOn) {
        if (state.kind === 'speech') {
          state = { kind: 'speech', lastTo: to };
          return null;
        }
        const speechMs = state.speechMs + (to - from);
        if (speechMs < minSpeechMs) {
          state = { ...state, lastTo: to, speechMs };
          return null;
        }
        const started: SpeechEdge = { kind: 'started', from: state.from };
        state = { kind: 'speech', lastTo: to };
        return started;
      }
      const gap = to - state.lastTo;
      if (state.kind === 'perhaps') {
        if (gap > maxHesitationMs) state = { kind: 'silence' };
        return null;
      }
      if (gap < minSilenceMs) return null;
      const ended: SpeechEdge = { kind: 'ended', to: state.lastTo };
      state = { kind: 'silence' };
      return ended;
    },
    finish() {
      const before = state;
      state = { kind: 'silence' };
      return before.kind === 'speech' ? { kind: 'ended', to: before.lastTo } : null;
    },
  };
}
