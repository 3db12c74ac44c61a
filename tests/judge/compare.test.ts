import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ComparisonRule } from '#domain/problem.ts';
import type { Value } from '#domain/value.ts';
import { compareValues } from '#judge/compare.ts';
import { decodeValue } from '#judge/decode.ts';
import { isClose } from '#judge/numbers.ts';
import equality from './fixtures/equality.json';
import closePairs from './fixtures/isclose.json';
import {
  array,
  bytes,
  complex,
  dataclass,
  dict,
  floatFromBits,
  fromHex,
  frozenset,
  generator,
  list,
  nested,
  scalar,
  set,
  tuple,
} from './python.ts';

const exact: ComparisonRule = { rule: 'exact' };
const float: ComparisonRule = { rule: 'float', rel: 1e-9, abs: 1e-12 };
const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

const equal = (expected: Value, actual: Value, rule: ComparisonRule = exact): boolean =>
  compareValues(expected, actual, rule) === null;

/** Any value without nan or what equals nothing, numbers drawn from few so that equal ones meet. */
const anyValue = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom<Value>(
      null,
      true,
      false,
      0n,
      1n,
      2n,
      0,
      -0,
      1,
      2,
      0.5,
      'a',
      '1',
      '',
      bytes(97),
      complex(1, 0),
      inf,
    ),
    fc.array(tie('value'), { maxLength: 3 }).map((items) => list(...items)),
    fc.array(tie('value'), { maxLength: 3 }).map((items) => tuple(...items)),
    fc
      .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), tie('value')), { maxLength: 2 })
      .map((pairs) => dict(...new Map(pairs))),
    tie('value').map((value) => dataclass('P', ['x', value])),
  ),
})).value;

describe('under the rule exact', () => {
  test('values are equal where Python says they are', () => {
    const encoded: Readonly<Record<string, string>> = equality.encoded;
    const wanted = new Set(equality.equal.map(([a, b]) => `${a} == ${b}`));
    for (const [a, aHex] of Object.entries(encoded)) {
      for (const [b, bHex] of Object.entries(encoded)) {
        const found = equal(decodeValue(fromHex(aHex)), decodeValue(fromHex(bHex)));
        expect(`${a} == ${b}: ${found}`).toBe(`${a} == ${b}: ${wanted.has(`${a} == ${b}`)}`);
      }
    }
  });

  test('list, tuple and numpy array are interchangeable, at any depth', () => {
    expect(equal(list(tuple(1n, 2n)), tuple(list(1n, 2n)))).toBe(true);
    expect(equal(list(list(1n, 2n)), array('float64', [1, 2], list(list(1, 2))))).toBe(true);
    expect(equal(list(0.5), list(scalar('float64', 0.5)))).toBe(true);
    expect(equal(2n, array('int64', [], 2n))).toBe(true);
    expect(equal(5, array('float64', [1], list(5)))).toBe(false);
    expect(equal('a', scalar('<U1', 'a'))).toBe(true);
  });

  test('sets are no sequences, dataclasses no tuples, and a dict no list of its keys', () => {
    expect(equal(list(1n), set(1n))).toBe(false);
    expect(equal(set(1n), list(1n))).toBe(false);
    expect(equal(set(1n, 2n), frozenset(2, true))).toBe(true);
    expect(equal(tuple(1n), dataclass('P', ['x', 1n]))).toBe(false);
    expect(equal(list('a'), dict(['a', 1n]))).toBe(false);
  });

  test('a dataclass equals one of its name with equal fields', () => {
    const point = dataclass('P', ['x', 1n], ['y', 2n]);
    expect(equal(point, dataclass('P', ['x', 1], ['y', 2]))).toBe(true);
    expect(equal(point, dataclass('Q', ['x', 1n], ['y', 2n]))).toBe(false);
    expect(equal(point, dataclass('P', ['x', 1n]))).toBe(false);
    expect(equal(point, dataclass('P', ['x', 1n], ['y', 2n], ['z', 3n]))).toBe(false);
    expect(compareValues(point, dataclass('P', ['x', 1n], ['y', 3n]), exact)?.path).toBe('.y');
  });

  test('the last bit of a float counts', () => {
    expect(equal(0.3, 0.1 + 0.2)).toBe(false);
    expect(compareValues(0.3, 0.1 + 0.2, exact)).toMatchObject({
      message: 'expected 0.3, got 0.30000000000000004 (off by 5.55112e-17)',
      offBy: 2 ** -54,
    });
  });

  test('an int and a float are compared by their exact values', () => {
    expect(equal(2n ** 53n + 1n, 2 ** 53)).toBe(false);
    expect(equal(2 ** 53, 2n ** 53n)).toBe(true);
    expect(equal(10n ** 400n, inf)).toBe(false);
    expect(equal(inf, 10n ** 400n)).toBe(false);
  });

  test('nan equals nothing, not even nan, and the message says so', () => {
    expect(compareValues(0.5, nan, exact)?.message).toBe('expected 0.5, got nan, which equals nothing');
    expect(compareValues(nan, nan, exact)?.message).toContain('nan is never an expected value');
    for (const rule of [exact, float, { rule: 'unordered', of: float }] satisfies ComparisonRule[]) {
      for (const value of [0, nan, null, 'nan', inf, 0n, true]) {
        expect(equal(value, nan, rule)).toBe(false);
        expect(equal(list(value), list(nan), rule)).toBe(false);
        expect(equal(set(value), set(nan), rule)).toBe(false);
        expect(equal(dict([value, 1n]), dict([nan, 1n]), rule)).toBe(false);
      }
    }
  });

  test('what cannot be compared equals nothing, and the message says what it is and what to do', () => {
    expect(compareValues(list(1n), generator, exact)?.message).toBe(
      'got <generator object f at 0x7f>, a generator, which cannot be compared: Return a list: wrap it in list(...).',
    );
    expect(equal(generator, generator)).toBe(false);
    expect(equal(set(generator), set(generator))).toBe(false);
    expect(equal(list(generator), list(generator), { rule: 'unordered', of: exact })).toBe(false);
    expect(equal(dict([generator, 1n]), dict([generator, 1n]))).toBe(false);
  });

  test('every value equals itself and what it equals', () => {
    fc.assert(fc.property(anyValue, (value) => equal(value, value)));
    fc.assert(fc.property(anyValue, anyValue, (a, b) => equal(a, b) === equal(b, a)));
  });
});

describe('the first difference', () => {
  test.each([
    [list(1n, list(2n, 3n)), list(1n, list(2n, 4n)), '[1][1]', 'expected 3, got 4 (off by 1)'],
    [dict(['k', list(0.5)]), dict(['k', list(1)]), "['k'][0]", 'expected 0.5, got 1.0 (off by 0.5)'],
    [dict([tuple(1n, 'a'), 1n]), dict([tuple(1n, 'a'), 2n]), "[(1, 'a')]", 'expected 1, got 2 (off by 1)'],
    [list(1n), list(null), '[0]', 'expected 1 (int), got None (NoneType)'],
    [null, list(), '', 'expected None (NoneType), got [] (list)'],
    [true, 2n, '', 'expected True (bool), got 2 (int) (off by 1)'],
    [3n, '3', '', "expected 3 (int), got '3' (str)"],
    ['a', bytes(97), '', "expected 'a' (str), got b'a' (bytes)"],
    [list(1n), set(1n), '', 'expected [1] (list), got {1} (set)'],
    ['kitten', 'kitchen', '', "expected 'kitten', got 'kitchen': first difference at position 3"],
    [
      '\u{1f600}\u{1f601}',
      '\u{1f600}\u{1f602}',
      '',
      "expected '\u{1f600}\u{1f601}', got '\u{1f600}\u{1f602}': first difference at position 1",
    ],
    [list(1n, 2n, 3n), list(1n, 2n), '', 'expected 3 elements, got 2'],
    [list(list(1n)), list(list(1n, 2n)), '[0]', 'expected 1 element, got 2'],
    [
      list(1n, 2n, 3n),
      list(1n, 5n),
      '',
      'expected 3 elements, got 2; first difference at [1]: expected 2, got 5 (off by 3)',
    ],
    [dict(['a', 1n], ['b', 2n]), dict(['a', 1n]), '', "missing key 'b' (expected 2 keys, got 1)"],
    [dict(['a', 1n]), dict(['a', 1n], ['b', 2n]), '', "unexpected key 'b'"],
    [set(1n, 2n), set(1n, 3n), '', 'missing 2; unexpected 3'],
    [list(0.5), array('float64', [1], list(0.75)), '[0]', 'expected 0.5, got 0.75 (off by 0.25)'],
    [
      0.5,
      array('float64', [2], list(1, 2)),
      '',
      'expected 0.5 (float), got array([1.0, 2.0], dtype=float64) (numpy.ndarray)',
    ],
  ])('%#', (expected, actual, path, message) => {
    expect(compareValues(expected, actual, exact)).toMatchObject({ path, message });
  });

  test('is marked on both sides', () => {
    const difference = compareValues(list(1n, list(20n, 3n)), tuple(1n, list(4n, 3n)), exact);
    expect(difference?.expected).toEqual({ text: '[1, [20, 3]]', mark: [5, 7] });
    expect(difference?.got).toEqual({ text: '(1, [4, 3])', mark: [5, 6] });
  });

  test('in length is marked where the longer one goes on', () => {
    const difference = compareValues(list(1n, 2n), list(1n), exact);
    expect(difference?.expected).toEqual({ text: '[1, 2]', mark: [4, 5] });
    expect(difference?.got).toEqual({ text: '[1]' });
  });

  test('between huge numbers has no distance that is infinite', () => {
    expect(compareValues(10n ** 400n, 1.5, exact)?.offBy).toBeUndefined();
    expect(compareValues(inf, 1.5, exact)?.offBy).toBeUndefined();
    expect(compareValues(10n ** 400n, 10n ** 400n + 1n, exact)?.offBy).toBe(1);
  });

  test('of what is nested too deeply is that it is', () => {
    expect(equal(nested(1000), nested(1000))).toBe(true);
    expect(compareValues(list(1n), nested(100_000), exact)?.message).toMatch(/nested too deeply/);
    expect(compareValues(nested(100_000), list(1n), float)?.message).toMatch(/nested too deeply/);
    const inSets = (depth: number, inner: Value): Value => (depth === 0 ? inner : frozenset(inSets(depth - 1, inner)));
    expect(equal(inSets(200, 0.5), inSets(200, 0.5), float)).toBe(true);
    expect(equal(inSets(200, 0.5), inSets(200, 0.75), float)).toBe(false);
    expect(compareValues(list(1n), inSets(900, 0.5), float)?.message).toMatch(/nested too deeply/);
    const keyed = (depth: number): Value => dict([tuple(nested(depth)), 1n]);
    expect(equal(keyed(990), keyed(990))).toBe(true);
    expect(compareValues(keyed(1), keyed(5000), exact)?.message).toMatch(/nested too deeply/);
  });
});

describe('under the rule float', () => {
  test('two floats are close where math.isclose says so', () => {
    for (const [a, b, rel, abs, close] of closePairs) {
      const tolerance = { rel: Number(rel), abs: Number(abs) };
      const [x, y] = [floatFromBits(String(a)), floatFromBits(String(b))];
      expect([x, y, tolerance, isClose(x, y, tolerance)]).toEqual([x, y, tolerance, close]);
      expect(equal(x, y, { rule: 'float', ...tolerance })).toBe(close);
    }
  });

  test('the tolerance holds for every number at every depth, ints, bools and numpy included', () => {
    const loose: ComparisonRule = { rule: 'float', rel: 0, abs: 0.5 };
    expect(equal(list(1n, dict(['a', tuple(2)])), list(1.4, dict(['a', list(2.5)])), loose)).toBe(true);
    expect(equal(100n, 101n, { rule: 'float', rel: 0.01, abs: 0 })).toBe(true);
    expect(equal(100n, 102n, { rule: 'float', rel: 0.01, abs: 0 })).toBe(false);
    expect(equal(true, 0.75, loose)).toBe(true);
    expect(equal(0.5, scalar('float32', 0.75), loose)).toBe(true);
    expect(equal(dataclass('P', ['x', 1]), dataclass('P', ['x', 1.25]), loose)).toBe(true);
    expect(equal(dict([1, 1n]), dict([1.25, 1n]), loose)).toBe(false);
  });

  test('None is no number, and neither is a str', () => {
    const loose: ComparisonRule = { rule: 'float', rel: 0, abs: 1 };
    for (const value of ['', '0', list(), set(), dict()]) expect(equal(0, value, loose)).toBe(false);
    for (const value of [0, 0n, false, '', list()]) expect(equal(null, value, loose)).toBe(false);
  });

  test('complex numbers are close by their distance', () => {
    expect(equal(complex(3, 4), complex(3, 4 + 1e-10), float)).toBe(true);
    expect(equal(complex(3, 4), complex(3, 4.1), float)).toBe(false);
    expect(equal(3n, complex(3, 1e-13), float)).toBe(true);
    expect(equal(complex(inf, 0), complex(inf, 1), float)).toBe(false);
    expect(equal(complex(0, nan), complex(0, nan), float)).toBe(false);
  });

  test('an int too large for a float is close to its equal only', () => {
    expect(equal(10n ** 400n, 10n ** 400n, float)).toBe(true);
    expect(equal(10n ** 400n, 10n ** 400n + 1n, float)).toBe(false);
    expect(equal(10n ** 400n, inf, float)).toBe(false);
    expect(equal(10n ** 400n, 1.7e308, float)).toBe(false);
  });

  test('sets of floats are matched within the tolerance', () => {
    expect(equal(set(0.1, 0.3), set(0.1 + 0.2, 0.1), float)).toBe(true);
    expect(equal(set(0.1, 0.3), set(0.1, 0.31), float)).toBe(false);
  });
});

describe('under the rule each', () => {
  const rule: ComparisonRule = { rule: 'each', items: [exact, float, { rule: 'unordered', of: exact }] };

  test('each position has its own rule', () => {
    expect(equal(tuple('a', 0.3, list(1n, 2n)), list('a', 0.1 + 0.2, list(2n, 1n)), rule)).toBe(true);
    expect(compareValues(tuple(0.3, 0.3, list()), tuple(0.1 + 0.2, 0.3, list()), rule)?.path).toBe('[0]');
    expect(compareValues(tuple('a', 0.3, list()), tuple('a', 0.3), rule)?.message).toContain(
      'expected 3 elements, got 2',
    );
  });

  test('an expected None asks for None', () => {
    expect(equal(null, null, rule)).toBe(true);
    expect(equal(null, tuple(), rule)).toBe(false);
    expect(equal(tuple('a', 0.3, list()), null, rule)).toBe(false);
  });
});

test('the rule checker is no comparison', () => {
  expect(() => compareValues(1n, 1n, { rule: 'checker' })).toThrow(TypeError);
});
