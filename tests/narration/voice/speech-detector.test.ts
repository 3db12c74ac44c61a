import { describe, expect, test } from 'vitest';
import { createSpeechDetector, type SpeechEdge } from '#narration/voice/speech-detector.ts';

const FRAME_MS = 32;

/** Frames of the given probabilities, each repeated; returns every edge that was told. */
function hear(...parts: readonly (readonly [probability: number, frames: number])[]): SpeechEdge[] {
  const detector = createSpeechDetector();
  const edges: (SpeechEdge | null)[] = [];
  let time = 0;
  for (const [probability, frames] of parts) {
    for (let i = 0; i < frames; i += 1) {
      edges.push(detector.frame(probability, time, time + FRAME_MS));
      time += FRAME_MS;
    }
  }
  edges.push(detector.finish());
  return edges.filter((edge) => edge !== null);
}

describe('speech', () => {
  test('begins and ends where it did, although that is known later', () => {
    expect(hear([0, 10], [0.9, 20], [0, 30])).toEqual([
      { kind: 'started', from: 320 },
      { kind: 'ended', to: 960 },
    ]);
  });

  test('goes on over the gaps between words', () => {
    expect(hear([0.9, 20], [0.05, 10], [0.9, 20], [0, 30])).toHaveLength(2);
  });

  test('is no key stroke', () => {
    expect(hear([0, 10], [0.9, 2], [0, 5], [0.8, 2], [0, 5], [0.9, 3], [0, 20])).toEqual([]);
  });

  test('is no long sound that is never likely enough', () => {
    expect(hear([0.48, 200])).toEqual([]);
  });

  test('goes on while it gets less likely', () => {
    expect(hear([0.9, 10], [0.46, 40], [0, 30])).toEqual([
      { kind: 'started', from: 0 },
      { kind: 'ended', to: 1600 },
    ]);
  });

  test('ends with the recording', () => {
    expect(hear([0.9, 10], [0, 3])).toEqual([
      { kind: 'started', from: 0 },
      { kind: 'ended', to: 320 },
    ]);
  });
});
