import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFrameClock } from '#narration/voice/frame-clock.ts';
import { createFramer, SPEECH_FRAME, SPEECH_RATE } from '#narration/voice/framer.ts';
import { createLevelTrack } from '#narration/voice/levels.ts';

function tone(rate: number, seconds: number, hertz: number): Float32Array {
  return Float32Array.from({ length: rate * seconds }, (_, i) => Math.sin((2 * Math.PI * hertz * i) / rate));
}

describe('frames for the speech model', () => {
  test.each([16_000, 44_100, 48_000])('are the same sound at 16 kHz, from %i Hz', (rate) => {
    const framer = createFramer(rate);
    const frames = framer.push(tone(rate, 1, 200), 0);
    expect(frames).toHaveLength(Math.floor(SPEECH_RATE / SPEECH_FRAME));
    const heard = frames.flatMap(({ samples }) => [...samples]);
    const meant = tone(SPEECH_RATE, 1, 200);
    for (const [i, sample] of heard.entries()) expect(Math.abs(sample - (meant[i] ?? 0))).toBeLessThan(0.1);
  });

  test('lie one behind the other, however the sound is cut into blocks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 20 }), (lengths) => {
        const framer = createFramer(44_100);
        let from = 0;
        const frames = lengths.flatMap((length) => {
          const done = framer.push(new Float32Array(length), from);
          from += length;
          return done;
        });
        expect(frames).toHaveLength(Math.floor((from / 44_100) * (SPEECH_RATE / SPEECH_FRAME) + 1e-9));
        for (const [i, frame] of frames.entries()) expect(frame.from).toBeCloseTo(frames[i - 1]?.to ?? 0);
      }),
    );
  });

  test('begin anew after a break in the sound', () => {
    const framer = createFramer(16_000);
    framer.push(new Float32Array(500), 0);
    expect(framer.push(new Float32Array(512), 9000)).toMatchObject([{ from: 9000, to: 9512 }]);
  });
});

describe('the time of a sample', () => {
  test('is that of the block with the least delay', () => {
    const clock = createFrameClock(48_000);
    expect(clock.timeOf(0)).toBeNull();
    for (const [block, delay] of [90, 40, 5, 300, 12].entries())
      clock.observe((block + 1) * 2400, 1050 + block * 50 + delay);
    expect(clock.timeOf(4800)).toBeCloseTo(1105);
  });

  test('follows sound that has fallen behind for good', () => {
    const clock = createFrameClock(48_000);
    const play = (seconds: number, from: number, behind: number): number => {
      for (let ms = from; ms < from + seconds * 1000; ms += 50) clock.observe(ms * 48, ms + behind);
      return from + seconds * 1000;
    };
    const end = play(4, play(5, 50, 10), 250);
    expect(clock.timeOf(end * 48)).toBeCloseTo(end + 250);
  });
});

describe('levels', () => {
  test('are one for each 50 ms of the recording, without gaps, the loudest of their time', () => {
    const track = createLevelTrack(1000);
    track.add(990, 1);
    track.add(1010, 0.5);
    track.add(1040, 0.2);
    track.add(1120, 0.1);
    expect([...track.take(1400)]).toEqual([128, 0, 26]);
    track.add(1160, 1.2);
    expect([...track.finish(1230)]).toEqual([255, 0]);
  });

  test('come once each, whenever they are taken', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 20 }), (steps) => {
        const track = createLevelTrack(0);
        let now = 0;
        let count = 0;
        for (const step of steps) {
          now += step;
          track.add(now, 0.5);
          count += track.take(now).length;
        }
        count += track.finish(now).length;
        expect(count).toBe(Math.ceil(now / 50));
      }),
    );
  });
});
