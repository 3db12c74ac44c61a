import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SpeechRecogniser } from '#narration/voice/speech-recognition.ts';
import { type Segment, startTranscriber } from '#narration/voice/transcriber.ts';

class FakeRecogniser extends EventTarget implements SpeechRecogniser {
  lang = '';
  continuous = false;
  interimResults = false;
  starts = 0;
  start(): void {
    this.starts += 1;
  }
  stop(): void {
    this.dispatchEvent(new Event('end'));
  }
  abort(): void {}
  hear(transcript: string, isFinal: boolean): void {
    const result = Object.assign([{ transcript }], { isFinal });
    this.dispatchEvent(Object.assign(new Event('result'), { resultIndex: 0, results: [result] }));
  }
  fail(error: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { error }));
  }
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function transcribe() {
  const recogniser = new FakeRecogniser();
  const segments: Segment[] = [];
  const interim: string[] = [];
  const failures: string[] = [];
  let time = 10_000;
  const transcriber = startTranscriber({
    lang: 'en-GB',
    place: 'local',
    track: {} as MediaStreamTrack,
    now: () => time,
    onSegment: (segment) => segments.push(segment),
    onInterim: (text) => interim.push(text),
    onFailed: (sentence) => failures.push(sentence),
    recogniser,
  });
  return { recogniser, transcriber, segments, interim, failures, setTime: (next: number) => (time = next) };
}

test('a segment lasts from its first words to its end, and segments do not overlap', () => {
  const { recogniser, segments, interim, setTime } = transcribe();
  recogniser.hear('sort the', false);
  setTime(12_000);
  recogniser.hear('sort the scores', true);
  setTime(12_300);
  recogniser.hear('then sweep', true);
  expect(interim[0]).toBe('sort the');
  expect(segments).toEqual([
    { from: 9400, to: 12_000, text: 'sort the scores' },
    { from: 12_000, to: 12_300, text: 'then sweep' },
  ]);
});

test('a recogniser that stops by itself is started again, but not after the end', () => {
  const { recogniser, transcriber } = transcribe();
  recogniser.dispatchEvent(new Event('end'));
  vi.runAllTimers();
  expect(recogniser.starts).toBe(2);
  transcriber.stop();
  vi.runAllTimers();
  expect(recogniser.starts).toBe(2);
});

test('a recogniser that ends at once, again and again, does not keep the machine busy', () => {
  const { recogniser } = transcribe();
  const before = Date.now();
  for (let i = 0; i < 6; i += 1) {
    recogniser.dispatchEvent(new Event('end'));
    vi.runAllTimers();
  }
  expect(Date.now() - before).toBeGreaterThan(10_000);
});

test('what cannot be mended is said once; a silence is no failure', () => {
  const { recogniser, failures } = transcribe();
  recogniser.fail('no-speech');
  expect(failures).toEqual([]);
  recogniser.fail('network');
  recogniser.fail('network');
  expect(failures).toEqual(['The speech recognition cannot be reached. The recording goes on.']);
  recogniser.dispatchEvent(new Event('end'));
  vi.runAllTimers();
  expect(recogniser.starts).toBe(1);
});
