import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Value } from '#domain/value.ts';
import { decodeValue } from '#judge/decode.ts';
import { parsePath } from '#judge/path.ts';
import { floatRepr } from '#judge/python-repr.ts';
import { renderValue } from '#judge/render.ts';
import floats from './fixtures/float-repr.json';
import reprs from './fixtures/repr.json';
import texts from './fixtures/str-repr.json';
import {
  array,
  bytes,
  dataclass,
  dict,
  floatFromBits,
  fromHex,
  generator,
  list,
  nested,
  scalar,
  tuple,
} from './python.ts';

/** The text with the marked part between guillemets. */
function marked(value: Value, path: string, limit?: number): string {
  const { text, mark } = renderValue(value, { path: parsePath(path) ?? [], ...(limit !== undefined && { limit }) });
  if (mark === undefined) return text;
  return `${text.slice(0, mark[0])}\u00ab${text.slice(...mark)}\u00bb${text.slice(mark[1])}`;
}

const numbers = (count: number): Value => list(...Array.from({ length: count }, (_, i) => BigInt(i)));

describe('values are written as Python writes them', () => {
  test('floats', () => {
    for (const [bits = '', repr] of floats) expect(floatRepr(floatFromBits(bits))).toBe(repr);
  });

  test('strs', () => {
    for (const [points, repr] of texts) {
      if (!Array.isArray(points)) throw new TypeError('code points expected');
      expect(renderValue(String.fromCodePoint(...points)).text).toBe(repr);
    }
  });

  test('containers, complex numbers, bytes and large ints', () => {
    for (const [hex = '', repr] of reprs) expect(renderValue(decodeValue(fromHex(hex))).text).toBe(repr);
  });

  test('numpy arrays and scalars, dataclasses and what cannot be compared', () => {
    expect(renderValue(array('float64', [2], list(1, 2))).text).toBe('array([1.0, 2.0], dtype=float64)');
    expect(renderValue(scalar('float64', 0.5)).text).toBe('np.float64(0.5)');
    expect(renderValue(scalar('bool', true)).text).toBe('np.True_');
    expect(renderValue(scalar('<U3', 'abc')).text).toBe("np.str_('abc')");
    expect(renderValue(dataclass('Point', ['x', 1n], ['y', 0.5])).text).toBe('Point(x=1, y=0.5)');
    expect(renderValue(generator).text).toBe('<generator object f at 0x7f>');
  });
});

describe('the part that a path leads to is marked', () => {
  test.each([
    [list(1n, list(2n, 3n)), '[1][0]', '[1, [\u00ab2\u00bb, 3]]'],
    [list(1n, list(2n, 3n)), '[1]', '[1, \u00ab[2, 3]\u00bb]'],
    [dict(['a', 1n], ['b', list(2n)]), "['b'][0]", "{'a': 1, 'b': [\u00ab2\u00bb]}"],
    [dict([3n, 1n]), '[3]', '{3: \u00ab1\u00bb}'],
    [tuple(dataclass('P', ['x', 1n])), '[0].x', '(P(x=\u00ab1\u00bb),)'],
    [array('float64', [2, 1], list(list(1), list(2))), '[1][0]', 'array([[1.0], [\u00ab2.0\u00bb]], dtype=float64)'],
    [list(scalar('float64', 0.5)), '[0]', '[\u00abnp.float64(0.5)\u00bb]'],
    [list('it\n'), '[0][2]', "['it\u00ab\\n\u00bb']"],
    ['ab', '[2]', "'ab\u00ab'\u00bb"],
  ])('%#', (value, path, expected) => expect(marked(value, path)).toBe(expected));

  test('there is no mark for the whole, or for a path that leads nowhere', () => {
    expect(renderValue(list(1n)).mark).toBeUndefined();
    expect(renderValue(list(1n), { path: [] }).mark).toBeUndefined();
    for (const path of ['[7]', '.x', "['a']", '[0][0]']) {
      expect(renderValue(list(1n), { path: parsePath(path) ?? [] }).mark).toBeUndefined();
    }
  });
});

describe('what is too long is left out where it is not looked at', () => {
  test('a long list keeps its start, its end and a count of what is between', () => {
    const { text } = renderValue(numbers(100_000), { limit: 80 });
    expect(text).toMatch(/^\[0, 1, 2, .*, … 99,9\d\d more …, 99999\]$/);
  });

  test('the neighbourhood of the marked part stays', () => {
    expect(marked(numbers(100_000), '[50000]', 80)).toMatch(
      /^\[0, … 49,\d{3} more …, .*49999, \u00ab50000\u00bb, 50001.*, … 49,\d{3} more …, 99999\]$/,
    );
    expect(marked(numbers(100_000), '[0]', 60)).toMatch(/^\[\u00ab0\u00bb, 1, .* more …, 99999\]$/);
    expect(marked(numbers(100_000), '[99999]', 60)).toMatch(/^\[0, … .* more …, .*99998, \u00ab99999\u00bb\]$/);
  });

  test('what is shown and what is said to be left out add up', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.nat(3000),
        fc.integer({ min: 20, max: 300 }),
        (count, at, limit) => {
          const { text } = renderValue(numbers(count), { path: [{ index: at }], limit });
          const parts = text.slice(1, -1).split(', ');
          let next = 0;
          for (const part of parts) {
            const left = /^… ([\d,]+) more …$/.exec(part)?.[1];
            if (left === undefined) expect(part).toBe(String(next));
            next += left === undefined ? 1 : Number(left.replaceAll(',', ''));
          }
          expect(next).toBe(count);
        },
      ),
    );
  });

  test('a path into a long row of a long table', () => {
    const table = list(
      ...Array.from({ length: 1000 }, (_, row) => list(...Array.from({ length: 1000 }, (_, i) => row + i / 1000))),
    );
    const text = marked(table, '[500][300]');
    expect(text).toContain('500.299, \u00ab500.3\u00bb, 500.301');
    expect(text.length).toBeLessThan(700);
  });

  test('a long str is cut around the place', () => {
    const text = `${'a'.repeat(5000)}X${'b'.repeat(5000)}`;
    expect(marked(text, '[5000]', 60)).toMatch(/^'…a+\u00abX\u00bbb+…'$/);
    expect(renderValue(text, { limit: 60 }).text).toMatch(/^'a+…'$/);
    expect(renderValue('\u{1f600}'.repeat(5000), { limit: 61 }).text).toMatch(/^'(\u{1f600})+…'$/u);
  });

  test('long keys, bytes, ints and reprs are cut too', () => {
    const values: Value[] = [
      dict(['k'.repeat(10_000), 1n]),
      bytes(...new Array<number>(5000).fill(0)),
      10n ** 4000n,
      2n ** 4_000_000n,
      { kind: 'opaque', type: 'C', repr: '<'.repeat(9000), advice: '' },
      nested(5000),
      list('x'.repeat(9000), 'y'.repeat(9000)),
    ];
    for (const value of values) {
      for (const limit of [60, 600]) {
        expect(renderValue(value, { limit }).text.length).toBeLessThan(limit * 2.2 + 40);
      }
    }
  });

  test('the text stays about as long as the limit and the mark inside it, whatever the value', () => {
    const { value } = fc.letrec<{ value: Value }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.double(),
        fc.string(),
        fc.bigInt(),
        fc.array(tie('value'), { maxLength: 30 }).map((items) => list(...items)),
        fc.array(fc.tuple(fc.string(), tie('value')), { maxLength: 10 }).map((entries) => dict(...entries)),
      ),
    }));
    fc.assert(
      fc.property(
        value,
        fc.array(fc.nat(12), { maxLength: 4 }),
        fc.integer({ min: 60, max: 600 }),
        (item, path, limit) => {
          const { text, mark } = renderValue(item, { path: path.map((index) => ({ index })), limit });
          expect(text.length).toBeLessThan(limit * 1.5 + 100);
          if (mark === undefined) return;
          expect(mark[0]).toBeGreaterThanOrEqual(0);
          expect(mark[1]).toBeGreaterThan(mark[0]);
          expect(mark[1]).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('half a million rows are not all written to show a few', () => {
    const rows: Value = { kind: 'list', items: Array.from({ length: 500_000 }, (_, i) => tuple(BigInt(i), i / 7)) };
    const start = performance.now();
    renderValue(rows, { path: [{ index: 250_000 }, { index: 1 }] });
    expect(performance.now() - start).toBeLessThan(100);
  });
});
