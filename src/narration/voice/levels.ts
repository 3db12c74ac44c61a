/** One level of the waveform stands for this long. */
export const LEVEL_MS = 50;

/** A level may still grow for this long after its time, while its sound is on the way, in ms. */
const SETTLE_MS = 250;

export interface LevelTrack {
  /** The loudest sample, 0 to 1, of a moment. What lies before the recording is left out. */
  add(time: number, peak: number): void;
  /** The levels, 0 to 255, that are settled by `now` and were not taken before. */
  take(now: number): Uint8Array<ArrayBuffer>;
  /** The rest, up to the end of the recording. */
  finish(end: number): Uint8Array<ArrayBuffer>;
}

/** The waveform of a recording whose first sample is of the time `start`: one level for each 50 ms, without gaps. */
export function createLevelTrack(start: number): LevelTrack {
  const levels: number[] = [];
  let taken = 0;
  const upTo = (end: number): Uint8Array<ArrayBuffer> => {
    const part = new Uint8Array(Math.max(0, end - taken));
    for (let i = 0; i < part.length; i += 1) part[i] = Math.round(Math.min(1, levels[taken + i] ?? 0) * 255);
    taken += part.length;
    return part;
  };
  return {
    add(time, peak) {
      const index = Math.floor((time - start) / LEVEL_MS);
      if (index >= taken) levels[index] = Math.max(levels[index] ?? 0, peak);
    },
    take: (now) => upTo(Math.floor((now - start - SETTLE_MS) / LEVEL_MS)),
    finish: (end) => upTo(Math.ceil((end - start) / LEVEL_MS)),
  };
}
