/** What Silero listens to: 32 ms of sound at 16 kHz. */
export const SPEECH_RATE = 16_000;
export const SPEECH_FRAME = 512;

export interface SpeechFrame {
  readonly samples: Float32Array;
  /** In samples of the source. */
  readonly from: number;
  readonly to: number;
}

/**
 * Cuts a signal of any rate into frames for the speech model. Each sample is the mean over the time that it stands for,
 * which is low-pass enough for telling speech from other sounds.
 */
export function createFramer(rate: number): { push(samples: Float32Array, from: number): SpeechFrame[] } {
  const step = rate / SPEECH_RATE;
  let frame = new Float32Array(SPEECH_FRAME);
  let filled = 0;
  /** Where the source goes on, and where the present frame began, in samples of the source. */
  let next: number | null = null;
  let start = 0;
  let sum = 0;
  let weight = 0;

  const restart = (at: number): void => {
    frame = new Float32Array(SPEECH_FRAME);
    filled = 0;
    start = at;
    sum = 0;
    weight = 0;
  };

  return {
    push(samples, from) {
      if (next !== from) restart(from);
      next = from + samples.length;
      const done: SpeechFrame[] = [];
      for (let i = 0; i < samples.length; i += 1) {
        const value = samples[i] ?? 0;
        let left = 1;
        while (weight + left >= step) {
          const part = step - weight;
          frame[filled] = (sum + value * part) / step;
          filled += 1;
          left -= part;
          sum = 0;
          weight = 0;
          if (filled < SPEECH_FRAME) continue;
          const to = start + SPEECH_FRAME * step;
          done.push({ samples: frame, from: start, to });
          restart(to);
        }
        sum += value * left;
        weight += left;
      }
      return done;
    },
  };
}
