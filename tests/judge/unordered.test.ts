import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ComparisonRule } from '#domain/problem.ts';
import type { Value } from '#domain/value.ts';
import { compareValues } from '#judge/compare.ts';
import { isClose } from '#judge/numbers.ts';
import { largestMatching } from '#judge/perfect-matching.ts';
import { array, complex, dict, frozenset, list, set, tuple } from './python.ts';

const exact: ComparisonRule = { rule: 'exact' };
const unordered = (of: ComparisonRule): ComparisonRule => ({ rule: 'unordered', of });
const within = (abs: number, rel = 0): ComparisonRule => ({ rule: 'float', rel, abs });

const equal = (expected: Value, actual: Value, rule: ComparisonRule): boolean =>
  compareValues(expected, actual, rule) === null;

/** Every way of pairing tried: what the answer is, however slowly. */
function matchableByTrying<T>(left: readonly T[], right: readonly T[], close: (a: T, b: T) => boolean): boolean {
  if (left.length !== right.length) return false;
  const [first, ...rest] = left;
  if (first === undefined) return true;
  return right.some((item, i) => close(first, item) && matchableByTrying(rest, right.toSpliced(i, 1), close));
}

describe('a list whose order does not matter', () => {
  test('is a multiset: how often an element occurs counts', () => {
    expect(equal(list(1n, 1n, 2n), list(2n, 1n, 1n), unordered(exact))).toBe(true);
    expect(equal(list(1n, 1n, 2n), list(2n, 2n, 1n), unordered(exact))).toBe(false);
    expect(equal(list(), list(), unordered(exact))).toBe(true);
    expect(equal(list(1n), list(), unordered(exact))).toBe(false);
  });

  test('compares its elements as the rule exact does', () => {
    const expected = list(1n, tuple(2n, 'a'), null, frozenset(1n, 2n), dict(['a', 1n], ['b', 2n]), -0, complex(3, 0));
    const actual = list(
      dict(['b', 2], ['a', true]),
      3n,
      set(2n, 1n),
      null,
      0n,
      array('object', [2], list(2, 'a')),
      true,
    );
    expect(equal(expected, actual, unordered(exact))).toBe(true);
    expect(equal(list('1'), list(1n), unordered(exact))).toBe(false);
    expect(equal(list(2n ** 53n), list(2 ** 53), unordered(exact))).toBe(true);
    expect(equal(list(2n ** 53n + 1n), list(2 ** 53), unordered(exact))).toBe(false);
    expect(equal(list(10n ** 22n), list(1e22), unordered(exact))).toBe(true);
  });

  test('does not take neighbouring texts for one another', () => {
    expect(equal(list(tuple('a', 'b,s1:c')), list(tuple('a,s1:b', 'c')), unordered(exact))).toBe(false);
    expect(equal(list(list('a'), list('b')), list(list('a', 'b'), list()), unordered(exact))).toBe(false);
  });

  test('is a list all the same: a set is not accepted for it, nor it for a set', () => {
    expect(equal(list(1n), set(1n), unordered(exact))).toBe(false);
    expect(equal(set(1n), list(1n), unordered(exact))).toBe(false);
  });

  test('may be None where None is expected', () => {
    expect(equal(null, null, unordered(exact))).toBe(true);
    expect(equal(null, list(), unordered(exact))).toBe(false);
    expect(equal(0.5, 0.6, unordered(within(0.2)))).toBe(true);
  });

  test('keeps the order inside its elements', () => {
    expect(equal(list(list(1n, 2n)), list(list(2n, 1n)), unordered(exact))).toBe(false);
    expect(equal(list(list(1n, 2n)), list(list(2n, 1n)), unordered(unordered(exact)))).toBe(true);
  });

  test('names one missing and one unexpected element, and marks both', () => {
    const difference = compareValues(list(1n, 2n, 3n), list(3n, 4n, 1n), unordered(exact));
    expect(difference).toEqual({
      path: '[1]',
      message: 'missing 2; unexpected 4',
      expected: { text: '[1, 2, 3]', mark: [4, 5] },
      got: { text: '[3, 4, 1]', mark: [4, 5] },
    });
  });

  test.each([
    [list(1n, 2n), list(2n), 'expected 2 elements, got 1; missing 1'],
    [list(2n), list(2n, 2n), 'expected 1 element, got 2; unexpected 2 (2 times instead of 1)'],
    [list(1n, 1n, 2n), list(1n, 2n, 2n), 'missing 1 (1 time instead of 2); unexpected 2 (2 times instead of 1)'],
    [list(0.5), list(Number.NaN), 'missing 0.5; unexpected nan'],
  ])('says how often, where that is what differs: %#', (expected, actual, message) => {
    expect(compareValues(expected, actual, unordered(exact))?.message).toBe(message);
  });

  test('agrees with a shuffle of itself, and with nothing that has one element changed', () => {
    const element = fc.oneof(
      fc.integer({ min: 0, max: 3 }).map(BigInt),
      fc.constantFrom<Value>('a', 0.5, null, tuple(1n)),
    );
    fc.assert(
      fc.property(fc.array(element, { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(), (items, turn, at) => {
        const shuffled = items.map((_, i) => items[(i * 1 + turn) % items.length] ?? null).reverse();
        expect(equal(list(...items), list(...shuffled), unordered(exact))).toBe(true);
        const changed = shuffled.with(at % items.length, 'new');
        expect(equal(list(...items), list(...changed), unordered(exact))).toBe(false);
      }),
    );
  });
});

describe('with a tolerance', () => {
  test('an element is not given to the first that it is close to', () => {
    // 1.0 is close to 0.95 and 1.08, 1.1 to 1.08 only.
    expect(equal(list(1, 1.1), list(1.08, 0.95), unordered(within(0.09)))).toBe(true);
    expect(equal(list(1, 1.1), list(0.95, 0.96), unordered(within(0.09)))).toBe(false);
  });

  test('rows are paired even where noise in one column upsets their sorted order', () => {
    const expected = list(tuple(1, 10), tuple(1, 20), tuple(1, 30));
    const actual = list(tuple(1 + 2e-13, 10), tuple(1 + 1e-13, 20), tuple(1, 30));
    expect(equal(expected, actual, unordered(within(1e-9)))).toBe(true);
    expect(equal(expected, list(tuple(1, 10), tuple(1, 20), tuple(1, 20)), unordered(within(1e-9)))).toBe(false);
  });

  test('sorted order alone would reject these two columns', () => {
    // Sorted by the first column the pairs are too far apart in the second.
    const expected = list(tuple(0, 0), tuple(0.5, 1.5), tuple(0.9, 0.8));
    const actual = list(tuple(0.4, 0.9), tuple(0.45, 0.1), tuple(0.6, 1.9));
    expect(equal(expected, actual, unordered(within(0.5)))).toBe(true);
  });

  test('the parts that are no numbers compare exactly', () => {
    expect(
      equal(list(tuple('a', 1), tuple('b', 2)), list(tuple('b', 2 + 1e-13), tuple('a', 1)), unordered(within(1e-9))),
    ).toBe(true);
    expect(equal(list(tuple('a', 1), tuple('b', 1)), list(tuple('a', 1), tuple('a', 1)), unordered(within(1e-9)))).toBe(
      false,
    );
  });

  test('each column can have its own rule', () => {
    const rule = unordered({ rule: 'each', items: [exact, within(1e-9)] });
    expect(equal(list(tuple(0.3, 0.3), tuple(1n, 2n)), list(tuple(1, 2), tuple(0.3, 0.1 + 0.2)), rule)).toBe(true);
    expect(equal(list(tuple(0.3, 0.3)), list(tuple(0.1 + 0.2, 0.3)), rule)).toBe(false);
  });

  test('sets, dicts and complex numbers among the elements', () => {
    const rule = unordered(within(1e-9));
    expect(equal(list(set(0.1, 0.3), set(0.5)), list(set(0.5), set(0.1 + 0.2, 0.1)), rule)).toBe(true);
    expect(equal(list(dict(['a', 0.3], ['b', 1n])), list(dict(['b', 1], ['a', 0.1 + 0.2])), rule)).toBe(true);
    expect(equal(list(complex(1, 2), 3n), list(3, complex(1, 2 + 1e-12)), rule)).toBe(true);
    expect(equal(list(complex(1, 2), 3n), list(3, complex(1, 3)), rule)).toBe(false);
  });

  test('infinities and ints too large for a float', () => {
    const { POSITIVE_INFINITY: inf } = Number;
    const rule = unordered(within(1e-9, 1e-9));
    expect(equal(list(inf, 10n ** 400n, -inf), list(-inf, inf, 10n ** 400n), rule)).toBe(true);
    expect(equal(list(inf, 10n ** 400n), list(inf, inf), rule)).toBe(false);
  });

  test('it accepts exactly what some pairing accepts: one column', () => {
    const number = fc.oneof(
      fc.integer({ min: -12, max: 12 }).map((i) => i / 4),
      fc.double({ min: -3, max: 3, noNaN: true }),
    );
    const numbers = fc.array(number, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        numbers,
        fc.array(number, { minLength: 5, maxLength: 5 }),
        fc.constantFrom(0, 0.25, 0.5),
        fc.constantFrom(0, 0.2, 1.5),
        (a, b, abs, rel) => {
          const right = b.slice(0, a.length);
          const wanted = matchableByTrying(a, right, (x, y) => isClose(x, y, { abs, rel }));
          expect(equal(list(...a), list(...right), unordered(within(abs, rel)))).toBe(wanted);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('it accepts exactly what some pairing accepts: two columns', () => {
    const row = fc
      .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
      .map(([x, y]) => [x / 4, y / 4] as const);
    const rows = fc.array(row, { minLength: 5, maxLength: 5 });
    let accepted = 0;
    fc.assert(
      fc.property(rows, rows, fc.integer({ min: 1, max: 5 }), (left, right, size) => {
        const [a, b] = [left.slice(0, size), right.slice(0, size)];
        const tolerance = { abs: 0.5, rel: 0 };
        const wanted = matchableByTrying(
          a,
          b,
          (p, q) => isClose(p[0], q[0], tolerance) && isClose(p[1], q[1], tolerance),
        );
        accepted += Number(wanted);
        const asValue = (points: readonly (readonly [number, number])[]): Value =>
          list(...points.map((p) => tuple(...p)));
        expect(equal(asValue(a), asValue(b), unordered(within(0.5)))).toBe(wanted);
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});

test('a largest matching is found where taking the first free partner gets stuck', () => {
  const edges = [[0, 1], [0], [1, 2], [2, 3]];
  const partners = largestMatching(4, (left, right) => edges[left]?.includes(right) ?? false);
  expect(partners).toEqual([1, 0, 2, 3]);
});

describe('large inputs', () => {
  /** Rows in an order of their own; 7919 has no factor in common with the counts used here. */
  const rows = (count: number, row: (i: number) => Value, shift = 0): Value => ({
    kind: 'list',
    items: Array.from({ length: count }, (_, i) => row((i * 7919 + shift) % count)),
  });
  /** Bounds are ten times what a quiet machine takes: they are for catching what is quadratic. */
  const timed = (work: () => void): number => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };

  test('two hundred thousand rows, exactly', () => {
    const row = (i: number): Value => tuple(BigInt(i), `user-${i % 1000}`, i / 7);
    const [expected, actual] = [rows(200_000, row), rows(200_000, row, 12_345)];
    const took = timed(() => expect(equal(expected, actual, unordered(exact))).toBe(true));
    expect(took).toBeLessThan(8000);
  });

  test('fifty thousand rows with a tolerance, also where the first column is all noise', () => {
    const rule = unordered(within(1e-9, 1e-9));
    const expected = rows(50_000, (i) => tuple(1 + (i % 97) * 1e-14, i / 7));
    const actual = rows(50_000, (i) => tuple(1 + (i % 89) * 1e-14, (i / 7) * (1 + 1e-14)), 12_345);
    expect(timed(() => expect(equal(expected, actual, rule)).toBe(true))).toBeLessThan(8000);
    const other = rows(50_000, (i) => tuple(1, i === 777 ? 0.5 : i / 7), 12_345);
    expect(compareValues(expected, other, rule)?.message).toMatch(
      /^missing \(1\.0\d*, 111\.0\); unexpected \(1\.0, 0\.5\)$/,
    );
  });

  test('a hundred thousand equal elements within one tolerance', () => {
    const expected = rows(100_000, (i) => (i % 3) * 1e-13);
    const actual = rows(100_000, (i) => (i % 5) * 1e-13, 5);
    expect(timed(() => expect(equal(expected, actual, unordered(within(1e-9)))).toBe(true))).toBeLessThan(4000);
  });

  test('an answer of five hundred zeros for five hundred distinct rows', () => {
    const expected = rows(500, (i) => tuple(i * 1e-10, i * 1e-10));
    const actual = rows(500, () => tuple(0, 0));
    expect(timed(() => expect(equal(expected, actual, unordered(within(1e-9)))).toBe(false))).toBeLessThan(4000);
  });
});

describe('far more elements than are expected', () => {
  const many = (count: number): Value[] => Array.from({ length: count }, (_, index) => BigInt(index));

  test('are told by their number and the first that has no partner', () => {
    for (const rule of [exact, within(0.1)]) {
      expect(compareValues(list(1n, 0n), list(...many(110_000)), unordered(rule))).toMatchObject({
        path: '[2]',
        message: 'expected 2 elements, got 110,000; unexpected 2',
      });
    }
    expect(compareValues(set(1n, 0n), set(...many(110_000)), exact)?.message).toBe('unexpected 2');
  });

  test('the same goes for the keys of a dict, long ints among them', () => {
    const entries = many(110_000).map((value, index) => [BigInt(index) + 2n ** 100n, value] as const);
    expect(compareValues(dict([2n ** 100n, 0n]), dict(...entries), exact)?.message).toBe(
      'unexpected key 1267650600228229401496703205377 (expected 1 key, got 110,000)',
    );
    expect(equal(dict([2 ** 100, 1n], [-(2n ** 70n), 2n]), dict([-(2 ** 70), 2n], [2n ** 100n, 1n]), exact)).toBe(true);
  });
});

test('articles go with the names of types', () => {
  const opaque = (type: string): Value => ({ kind: 'opaque', type, repr: '<it>', advice: '' });
  const said = (type: string): string | undefined => compareValues(1n, opaque(type), exact)?.message;
  expect(said('array')).toBe('got <it>, an array, which cannot be compared');
  expect(said('UserList')).toBe('got <it>, a UserList, which cannot be compared');
});
