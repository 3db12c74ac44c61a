import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type NextStep, type Sample, towardsBreak, towardsFix, widestGap } from '#replay/bisect.ts';

type Plan = (samples: readonly Sample[]) => NextStep;

/** Asks and answers until the turn is found; what is probed twice, or for ever, fails. */
function follow(truth: readonly Sample[], known: readonly number[], plan: Plan) {
  const samples: Sample[] = truth.map((sample, i) => (known.includes(i) ? sample : undefined));
  for (let tries = 0; ; tries += 1) {
    const step = plan(samples);
    if (step.kind === 'found') return { turn: step.turn, tries };
    expect(samples[step.index]).toBeUndefined();
    samples[step.index] = truth[step.index];
  }
}

const sequence = (text: string): Sample[] =>
  [...text].map((letter) => (letter === '.' ? 'pass' : letter === 'x' ? 'fail' : 'other'));

describe('looking for the edit that broke a case', () => {
  test('finds it between the last version that passed and the first that failed', () => {
    const truth = sequence('.........xxxxxx');
    expect(follow(truth, [0, 14], (samples) => towardsBreak(samples, 14)).turn).toEqual({ before: 8, after: 9 });
  });

  test('takes few tries', () => {
    const truth = [...sequence('.'.repeat(700)), ...sequence('x'.repeat(300))];
    const { turn, tries } = follow(truth, [0, 999], (samples) => towardsBreak(samples, 999));
    expect(turn).toEqual({ before: 699, after: 700 });
    expect(tries).toBeLessThan(15);
  });

  test('leaves out versions that do not work at all', () => {
    const truth = sequence('....ooooxxx');
    expect(follow(truth, [0, 10], (samples) => towardsBreak(samples, 10)).turn).toEqual({ before: 3, after: 8 });
  });

  test('takes the last time that it broke, where it broke more than once', () => {
    const truth = sequence('..xxx...xxxxx');
    expect(follow(truth, [0, 3, 6, 12], (samples) => towardsBreak(samples, 12)).turn).toEqual({ before: 7, after: 8 });
  });

  test('says so where no version ever passed, after having looked for one', () => {
    const truth = sequence('ooooxxxxxxxx');
    const { turn } = follow(truth, [11], (samples) => towardsBreak(samples, 11));
    expect(turn).toEqual({ before: 3, after: 4 });
    expect(follow(sequence('xxxx'), [3], (samples) => towardsBreak(samples, 3)).turn).toEqual({
      before: null,
      after: 0,
    });
  });

  test('finds a version that passed although none is known', () => {
    const truth = sequence('oooo......xxxxxx');
    expect(follow(truth, [15], (samples) => towardsBreak(samples, 15)).turn).toEqual({ before: 9, after: 10 });
  });

  test('always ends at a true turn: what lies between did neither pass nor fail', () => {
    const truths = fc.array(fc.constantFrom<Sample>('pass', 'fail', 'other'), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(truths, (rest) => {
        const truth: Sample[] = [...rest, 'fail'];
        const failing = truth.length - 1;
        const { turn } = follow(truth, [failing], (samples) => towardsBreak(samples, failing));
        expect(truth[turn?.after ?? -1]).toBe('fail');
        const before = turn?.before ?? null;
        if (before === null) return;
        expect(truth[before]).not.toBe('fail');
        if (truth[before] === 'pass') {
          expect(truth.slice(before + 1, turn?.after).every((sample) => sample === 'other')).toBe(true);
        }
      }),
    );
  });
});

describe('looking for the edit that mended a case', () => {
  test('finds it between the last failure and the next version that passed', () => {
    const truth = sequence('..xxxxxxx......');
    expect(follow(truth, [3, 14], (samples) => towardsFix(samples, 3)).turn).toEqual({ before: 8, after: 9 });
  });

  test('looks whether the last version passes where nothing later is known', () => {
    const truth = sequence('xxx...');
    expect(follow(truth, [0], (samples) => towardsFix(samples, 0)).turn).toEqual({ before: 2, after: 3 });
  });

  test('finds nothing where it failed to the end', () => {
    expect(follow(sequence('..xxxxxx'), [3], (samples) => towardsFix(samples, 3)).turn).toBeNull();
  });
});

test('the widest gap between known versions is split first', () => {
  expect(widestGap([undefined, 'pass', undefined, undefined, undefined, 'fail'], 0, 6)).toBe(3);
  expect(widestGap(['pass'], 0, 1)).toBeNull();
});
