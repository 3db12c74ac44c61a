import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Value } from '#domain/value.ts';
import { cutsOf, simplerNumbers, smallerThan } from '#grading/shrink/steps.ts';
import { elementsOf, isSmaller, type Subject } from '#grading/shrink/subject.ts';

function list(...items: readonly Value[]): Value {
  return { kind: 'list', items };
}

function tuple(...items: readonly Value[]): Value {
  return { kind: 'tuple', items };
}

function call(...positional: readonly Value[]): Subject {
  return [{ positional, named: [] }];
}

const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.bigInt({ min: -1000n, max: 1000n }),
    fc.double(),
    fc.string({ maxLength: 6 }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 6 }).map((items): Value => ({ kind: 'list', items })),
    fc.array(tie('value'), { maxLength: 3 }).map((items): Value => ({ kind: 'tuple', items })),
    fc
      .array(fc.tuple(fc.string({ maxLength: 3 }), tie('value')), { maxLength: 4 })
      .map((entries): Value => ({ kind: 'dict', entries })),
  ),
})).value;

/** The first thousand: enough to see that the steps go on. */
function some(subject: Subject): readonly Subject[] {
  const tried: Subject[] = [];
  for (const smaller of smallerThan(subject)) {
    tried.push(smaller);
    if (tried.length === 1000) break;
  }
  return tried;
}

describe('what is tried for a smaller input', () => {
  test('never has more elements, and keeps the number of arguments', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 3 }), (positional) => {
        const subject = call(...positional);
        for (const smaller of some(subject)) {
          expect(elementsOf(smaller)).toBeLessThanOrEqual(elementsOf(subject));
          expect(smaller.at(-1)?.positional).toHaveLength(positional.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('following it always comes to an end', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 2 }), (positional) => {
        let current = call(...positional);
        for (let steps = 0; ; steps += 1) {
          expect(steps).toBeLessThan(2000);
          const next = some(current).find((one) => isSmaller(one, current));
          if (next === undefined) break;
          current = next;
        }
      }),
      { numRuns: 40 },
    );
  });

  test('cuts lists of one length at the same place', () => {
    const tried = some(call(list(1n, 0n), list(5, 6)));
    expect(tried).toContainEqual(call(list(0n), list(6)));
    expect(tried).toContainEqual(call(list(1n), list(5)));
    expect(tried).toContainEqual(call(list(), list()));
  });

  test('keeps only what shares a value, the rarest first', () => {
    const items = [1, 2, 3, 2, 4, 5].map((score, i) => tuple(score, BigInt(i)));
    const [first] = some(call(list(...items), list('a', 'b', 'c', 'd', 'e', 'f')));
    expect(first).toEqual(call(list(tuple(2, 1n), tuple(2, 3n)), list('b', 'd')));
  });

  test('lowers a number that reaches past what is left', () => {
    expect(some(call(list('a', 'b', 'c'), 3n))).toContainEqual(call(list('b', 'c'), 2n));
  });

  test('takes a name out with everything that mentions it', () => {
    const graph = call(list('a', 'b', 'c'), list(tuple('a', 'b'), tuple('b', 'c')));
    expect(some(graph)).toContainEqual(call(list('b', 'c'), list(tuple('b', 'c'))));
    const table: Value = {
      kind: 'dict',
      entries: [
        [
          'a',
          {
            kind: 'dict',
            entries: [
              ['a', 1],
              ['b', 2],
            ],
          },
        ],
        [
          'b',
          {
            kind: 'dict',
            entries: [
              ['a', 3],
              ['b', 4],
            ],
          },
        ],
      ],
    };
    const less: Value = { kind: 'dict', entries: [['b', { kind: 'dict', entries: [['b', 4]] }]] };
    expect(some(call(table))).toContainEqual(call(less));
  });

  test('keeps equal numbers equal', () => {
    expect(some(call(list(tuple(0.37, 1n), tuple(0.37, 0n))))).toContainEqual(call(list(tuple(0, 1n), tuple(0, 0n))));
  });

  test('keeps the length of tuples', () => {
    for (const smaller of some(call(list(tuple('k', 2n, 3n))))) {
      const [first] = smaller[0]?.positional ?? [];
      if (typeof first === 'object' && first !== null && 'items' in first)
        for (const item of first.items) expect(item).toMatchObject({ items: { length: 3 } });
    }
  });

  test('of a huge list is a window at either end only', () => {
    const cuts = [...cutsOf(200_000)];
    expect(cuts.length).toBeLessThan(40);
    expect(cuts).toContainEqual([2, 200_000]);
    expect(cuts).toContainEqual([0, 200_000 - 2]);
  });

  test('numbers go towards zero', () => {
    expect(simplerNumbers(40n)).toEqual([0n, 1n, 2n, -40n, 4n, 20n, 39n]);
    expect(simplerNumbers(Number.POSITIVE_INFINITY)).toEqual([0, 1]);
    expect(simplerNumbers(Number.NaN)).toEqual([]);
    expect(simplerNumbers(null)).toEqual([]);
  });
});
