import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Value } from '#domain/value.ts';
import { decodeValue, MalformedValue } from '#judge/decode.ts';
import marshalled from './fixtures/marshal.json';
import {
  array,
  bytes,
  complex,
  dataclass,
  dict,
  dumps,
  fromHex,
  frozenset,
  list,
  nested,
  scalar,
  set,
  tuple,
} from './python.ts';

const values: Readonly<Record<string, Value>> = {
  None: null,
  True: true,
  False: false,
  '0': 0n,
  '-1': -1n,
  '2**31 - 1': 2n ** 31n - 1n,
  '2**31': 2n ** 31n,
  '-2**31': -(2n ** 31n),
  '-2**31 - 1': -(2n ** 31n) - 1n,
  '10**30': 10n ** 30n,
  '-10**30': -(10n ** 30n),
  '2**15 - 1': 2n ** 15n - 1n,
  '2**60': 2n ** 60n,
  '2**60 - 1': 2n ** 60n - 1n,
  '-(2**90 + 2**45 + 1)': -(2n ** 90n + 2n ** 45n + 1n),
  '0.0': 0,
  '-0.0': -0,
  '0.1': 0.1,
  '1e308': 1e308,
  '5e-324': 5e-324,
  "float('inf')": Number.POSITIVE_INFINITY,
  "float('-inf')": Number.NEGATIVE_INFINITY,
  "float('nan')": Number.NaN,
  '1.5 - 2j': complex(1.5, -2),
  "''": '',
  "'abc'": 'abc',
  "'h\\xe9llo'": 'h\u00e9llo',
  "'\\u20ac'": '\u20ac',
  "'\\U0001f600'": '\u{1f600}',
  "'\\0'": '\0',
  "'\\ud800'": '\ud800',
  "'x\\udc80y\\udfffz'": 'x\udc80y\udfffz',
  "'a' * 40 + '\\ud83d' + '\\u1234' + '\\ude00'": `${'a'.repeat(40)}\ud83d\u1234\ude00`,
  "'\\ude00\\ud83d'": '\ude00\ud83d',
  "'\\ufeffbom'": '\ufeffbom',
  "'\\ud7ff\\ue000'": '\ud7ff\ue000',
  "b''": bytes(),
  "b'\\x00\\xff'": bytes(0, 255),
  '()': tuple(),
  '(1,)': tuple(1n),
  '[]': list(),
  "[1, [2.0, 'x']]": list(1n, list(2, 'x')),
  '{}': dict(),
  "{'a': 1, 2: [None]}": dict(['a', 1n], [2n, list(null)]),
  'set()': set(),
  '{1}': set(1n),
  'frozenset({1})': frozenset(1n),
  '[[], {}, (), set()]': list(list(), dict(), tuple(), set()),
  "(..., 'ndarray', 'float64', (2, 2), [[1.0, 2.0], [3.0, 4.0]])": array(
    'float64',
    [2, 2],
    list(list(1, 2), list(3, 4)),
  ),
  "(..., 'ndarray', 'int64', (), 5)": array('int64', [], 5n),
  "(..., 'ndarray', 'float64', (0, 3), [])": array('float64', [0, 3], list()),
  "(..., 'numpy-scalar', 'float64', 0.5)": scalar('float64', 0.5),
  "(..., 'dataclass', 'Point', (('x', 1), ('y', 2.5)))": dataclass('Point', ['x', 1n], ['y', 2.5]),
  "(..., 'opaque', 'generator', '<generator object f>', 'Return a list.')": {
    kind: 'opaque',
    type: 'generator',
    repr: '<generator object f>',
    advice: 'Return a list.',
  },
  "(..., 'dict', (('a', 1), ((1, 2), 2)))": dict(['a', 1n], [tuple(1n, 2n), 2n]),
  "(..., 'set', (1, 2))": set(1n, 2n),
  "(..., 'frozenset', ())": frozenset(),
  "[(..., 'dict', (('k', (..., 'set', (1,))),))]": list(dict(['k', set(1n)])),
};

describe('what CPython wrote is read back', () => {
  const rows = marshalled.map(([source = '', hex = '']) => ({ source, hex }));

  test.each(rows.filter(({ source }) => source !== "'\\ud83d\\ude00'"))('$source', ({ source, hex }) => {
    expect(source in values).toBe(true);
    expect(decodeValue(fromHex(hex))).toEqual(values[source]);
  });

  test('two surrogates that JavaScript would take for one character equal nothing', () => {
    const pair = rows.find(({ source }) => source === "'\\ud83d\\ude00'");
    expect(decodeValue(fromHex(pair?.hex ?? ''))).toMatchObject({ kind: 'opaque', type: 'str' });
  });

  test('a minus zero stays one', () => {
    expect(Object.is(decodeValue(dumps(-0)), -0)).toBe(true);
  });

  test('bytes that are a view into a larger buffer are read from where the view starts', () => {
    const whole = Uint8Array.of(1, 2, 3, ...dumps(list(0.5, 'x')), 9);
    expect(decodeValue(whole.subarray(3, whole.length - 1))).toEqual(list(0.5, 'x'));
  });
});

describe('what a hostile interpreter may send is refused with a sentence', () => {
  const refused = (data: Uint8Array | number[]): void => {
    expect(() => decodeValue(Uint8Array.from(data))).toThrow(MalformedValue);
  };
  const text = (source: string): number[] => Array.from(source, (character) => character.charCodeAt(0));
  const int32 = (value: number): number[] => [...new Uint8Array(Int32Array.of(value).buffer)];

  test('every value, cut off at every byte', () => {
    for (const [, hex = ''] of marshalled) {
      const whole = fromHex(hex);
      for (let end = 0; end < whole.length; end += 1) refused(whole.subarray(0, end));
    }
  });

  test('every value with one byte too many', () => {
    for (const [, hex = ''] of marshalled) refused([...fromHex(hex), 0x4e]);
  });

  test('random bytes give a value or a MalformedValue, never another error', () => {
    const codes = fc.constantFrom(...text('NTFilgyuts([{<>.0'), 0, 1, 2, 3, 255);
    fc.assert(
      fc.property(fc.array(fc.oneof(codes, fc.nat(255)), { maxLength: 60 }), (data) => {
        try {
          decodeValue(Uint8Array.from(data));
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedValue);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('one byte of a real value changed gives a value or a MalformedValue', () => {
    const samples = marshalled.map(([, hex = '']) => fromHex(hex));
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.nat(), fc.nat(255), (sample, at, byte) => {
        const changed = sample.slice();
        changed[at % changed.length] = byte;
        try {
          decodeValue(changed);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedValue);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('lengths that are not there, or negative', () => {
    for (const type of '([<>us') {
      refused([...text(type), 0xff, 0xff, 0xff, 0x7f]);
      refused([...text(type), 0xff, 0xff, 0xff, 0xff]);
    }
    refused([...text('l'), 0, 0, 0, 0x80]);
  });

  test('more items than the encoder ever sends', () => {
    const claimed = new Uint8Array(5 + 5_000_001).fill(0x4e);
    claimed.set([...text('['), ...int32(5_000_001)]);
    refused(claimed);
    expect(decodeValue(Uint8Array.of(...text('['), ...int32(1000), ...claimed.subarray(5, 1005)))).toMatchObject({
      kind: 'list',
    });
    const half = claimed.slice(0, 5 + 2_500_001);
    half.set([...text('('), ...int32(2_500_001)]);
    const halves = new Uint8Array(5 + 2 * half.length);
    halves.set([...text('['), ...int32(2)]);
    halves.set(half, 5);
    halves.set(half, 5 + half.length);
    expect(() => decodeValue(halves)).toThrow('The value has more than 5 million items.');
    const dict = new Uint8Array(2 + 5_000_002).fill(0x4e);
    dict.set(text('{'));
    dict.set(text('0'), dict.length - 1);
    expect(() => decodeValue(dict)).toThrow('The value has more than 5 million items.');
  });

  test('a tag of more parts than any has', () => {
    refused([...text('('), ...int32(6), ...text('.'), ...text('u'), ...int32(3), ...text('set'), ...text('NNNN')]);
  });

  test('ints that are too long together, though each is not', () => {
    const digits = 60_000;
    const long = new Uint8Array(5 + 2 * digits).fill(1);
    long.set([...text('l'), ...int32(digits)]);
    expect(typeof decodeValue(long)).toBe('bigint');
    const two = new Uint8Array(5 + 2 * long.length);
    two.set([...text('['), ...int32(2)]);
    two.set(long, 5);
    two.set(long, 5 + long.length);
    expect(() => decodeValue(two)).toThrow('The value holds ints of more than 1.5 million bits.');
  });

  test('but any number of ints that a machine word holds is read', () => {
    const word = [...text('l'), ...int32(5), 1, 1, 1, 1, 1, 1, 1, 1, 7, 0];
    const count = 50_000;
    const words = new Uint8Array(5 + count * word.length);
    words.set([...text('['), ...int32(count)]);
    for (let i = 0; i < count; i += 1) words.set(word, 5 + i * word.length);
    expect(decodeValue(words)).toMatchObject({ kind: 'list' });
  });

  test('names of a million characters are cut', () => {
    const name = 'T'.repeat(1_000_000);
    const cut = { type: `${'T'.repeat(99)}…` };
    expect(decodeValue(dumps({ kind: 'opaque', type: name, repr: name, advice: name }))).toMatchObject(cut);
  });

  test('a thousand claims of a million items each cost no memory', () => {
    const claim = [...text('('), 0x40, 0x42, 0x0f, 0];
    const data = new Uint8Array(1_100_000);
    for (let i = 0; i < 1000; i += 1) data.set(claim, 5 * i);
    const before = process.memoryUsage().heapUsed;
    refused(data);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50_000_000);
  });

  test('nesting that would overflow the stack', () => {
    const deep = new Uint8Array(500_000);
    for (let i = 0; i < deep.length; i += 5) deep.set([0x5b, 1, 0, 0, 0], i);
    expect(() => decodeValue(deep)).toThrow('nested more than 1,000 levels');
    expect(decodeValue(dumps(nested(1000)))).toEqual(nested(1000));
    refused(dumps(nested(1001)));
  });

  test('text that is not UTF-8', () => {
    for (const wrong of [[0xff], [0xc0, 0x80], [0xe2, 0x82], [0xed, 0xa0], [0xf4, 0x90, 0x80, 0x80], [0x80]]) {
      refused([...text('u'), wrong.length, 0, 0, 0, ...wrong]);
      // The same after a surrogate, where another way of reading takes over.
      refused([...text('u'), wrong.length + 3, 0, 0, 0, 0xed, 0xa0, 0x80, ...wrong]);
    }
  });

  test('an int with a digit of more than 15 bits', () => {
    refused([...text('l'), 1, 0, 0, 0, 0xff, 0xff]);
  });

  test.each([
    ['an Ellipsis by itself', text('.')],
    ['an unknown tag', [...text('('), 2, 0, 0, 0, ...text('.u'), 3, 0, 0, 0, ...text('abc')]],
    ['a tag that is no str', [...text('('), 2, 0, 0, 0, ...text('.N')]],
    ['a tag alone', [...text('('), 2, 0, 0, 0, ...text('.u'), 3, 0, 0, 0, ...text('set')]],
    ['no tag at all', [...text('('), 1, 0, 0, 0, ...text('.')]],
    ['a reference of marshal version 3', [...text('r'), 0, 0, 0, 0]],
  ])('%s', (_, data) => refused(data));

  test('an array whose data is not of its shape', () => {
    refused(dumps(array('float64', [3], list(1, 2))));
    refused(dumps(array('float64', [2, 2], list(list(1, 2), 3))));
    refused(dumps(array('float64', [-1], list())));
  });
});

test('a hundred thousand rows of three floats are read', () => {
  const row = dumps(tuple(0.1, 0.2, 0.3));
  const data = new Uint8Array(5 + 100_000 * row.length);
  data.set([0x5b, 0xa0, 0x86, 0x01, 0]);
  for (let i = 0; i < 100_000; i += 1) data.set(row, 5 + i * row.length);
  const value = decodeValue(data);
  expect(typeof value === 'object' && value?.kind === 'list' && value.items.length).toBe(100_000);
});
