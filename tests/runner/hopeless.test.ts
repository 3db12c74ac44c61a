import { expect, test } from 'vitest';
import type { Outcome } from '#domain/outcome.ts';
import { watchForHopeless } from '#runner/hopeless.ts';
import { returned } from '../fakes/fake-worker.ts';

const common = { ms: 1, output: { stdout: 'x', stderr: '', dropped: 0 } };
const slow: Outcome = { kind: 'time-limit', limitMs: 2000, traceback: { text: '', line: 3 }, ...common };
const dead: Outcome = { kind: 'crashed', message: 'Python died.', ...common };

function watch(outcomes: readonly Outcome[]) {
  let told = 0;
  const hopeless = watchForHopeless(() => {
    told += 1;
  });
  for (const outcome of outcomes) hopeless.note(outcome);
  return { told, rest: hopeless.outcomeOfRest() };
}

test('three cases out of time are enough, and the rest is told that it was not run', () => {
  const { told, rest } = watch([slow, slow, slow, slow]);
  expect(told).toBe(1);
  expect(rest).toMatchObject({ kind: 'time-limit', limitMs: 2000, ms: 0, note: expect.stringContaining('not run') });
});

test('three deaths of Python are enough', () => {
  const { told, rest } = watch([dead, dead, dead]);
  expect(told).toBe(1);
  expect(rest).toMatchObject({ kind: 'crashed', message: expect.stringMatching(/^Python died\. .*not run/) });
});

test('one case that ends by itself gives hope for all others', () => {
  expect(watch([returned, slow, slow, slow, slow])).toEqual({ told: 0, rest: null });
  expect(watch([slow, slow, returned, slow, slow, slow])).toEqual({ told: 0, rest: null });
});

test('ends of different kinds are not the same end', () => {
  expect(watch([slow, dead, slow, slow, slow])).toEqual({ told: 0, rest: null });
});

test('two are not enough', () => {
  expect(watch([slow, slow])).toEqual({ told: 0, rest: null });
});
