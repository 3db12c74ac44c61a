import { expect, test } from 'vitest';
import type { Span } from '#domain/timeline.ts';
import { createPlayer } from '#replay/player.ts';
import type { Track } from '#replay/voice.ts';

/** A recording whose clock moves when the test says so. */
function createFakeTrack(from: number, to: number) {
  const calls: string[] = [];
  const fake = { position: 0, over: false };
  const track: Track = {
    from,
    to,
    play(positionMs, speed) {
      fake.position = positionMs;
      calls.push(`play at ${positionMs}, ${speed} times`);
    },
    pause: () => void calls.push('pause'),
    setSpeed: (speed) => void calls.push(`speed ${speed}`),
    positionMs: () => fake.position,
    ended: () => fake.over,
    playable: () => true,
  };
  return { track, fake, calls };
}

function setUp({
  durationMs = 60_000,
  quiet = [],
  track,
}: {
  durationMs?: number;
  quiet?: Span[];
  track?: Track;
} = {}) {
  let frame: ((now: number) => void) | null = null;
  let now = 0;
  const player = createPlayer({
    durationMs,
    quiet,
    voice: { covering: (t) => (track !== undefined && track.from <= t && t < track.to ? track : null), dispose() {} },
    nextFrame(callback) {
      frame = callback;
      return () => {
        frame = null;
      };
    },
  });
  return {
    player,
    t: () => player.store.getState().t,
    playing: () => player.store.getState().playing,
    /** Lets a frame of this length pass. */
    pass(ms: number) {
      now += ms;
      const callback = frame;
      frame = null;
      callback?.(now);
    },
  };
}

test('where nothing was recorded the frames are the clock, at the chosen speed', () => {
  const { player, t, pass } = setUp();
  player.setSpeed(2);
  player.play();
  for (let i = 0; i < 5; i += 1) pass(20);
  expect(t()).toBe(160);
});

test('where a recording plays it is the clock, whatever the frames do', () => {
  const { track, fake, calls } = createFakeTrack(1000, 9000);
  const { player, t, pass } = setUp({ track });
  player.seek(3000);
  player.play();
  pass(16);
  expect(calls).toEqual(['play at 2000, 1 times']);
  fake.position = 2345;
  pass(100);
  expect(t()).toBe(3345);
  player.setSpeed(1.5);
  expect(calls.at(-1)).toBe('speed 1.5');
  player.seek(7000);
  pass(16);
  expect(calls.slice(-2)).toEqual(['pause', 'play at 6000, 1.5 times']);
});

test('after a recording has ended the frames take over', () => {
  const { track, fake } = createFakeTrack(0, 5000);
  const { player, t, pass } = setUp({ track });
  player.play();
  pass(16);
  fake.position = 4980;
  fake.over = true;
  pass(16);
  expect(t()).toBe(5000);
  pass(20);
  pass(20);
  expect(t()).toBe(5040);
});

test('quiet stretches are jumped over, but for what leads up to the next thing', () => {
  const { player, t, pass } = setUp({ quiet: [{ from: 1000, to: 20_000 }] });
  player.setSkipQuiet(true);
  player.seek(1350);
  player.play();
  pass(20);
  pass(60);
  expect(t()).toBe(19_600);
  pass(20);
  pass(20);
  expect(t()).toBe(19_620);
});

test('it stops at the end, and then plays from the start again', () => {
  const { player, t, playing, pass } = setUp({ durationMs: 1000 });
  player.seek(5000);
  expect(t()).toBe(1000);
  player.seek(990);
  player.play();
  pass(10);
  pass(50);
  expect([t(), playing()]).toEqual([1000, false]);
  player.play();
  expect([t(), playing()]).toEqual([0, true]);
});

test('a page that had no frames for a while is not caught up with in one step', () => {
  const { player, t, pass } = setUp();
  player.play();
  pass(10);
  pass(30_000);
  expect(t()).toBe(250);
});
