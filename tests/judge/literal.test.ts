import { describe, expect, test } from 'vitest';
import type { Value } from '#domain/value.ts';
import { argumentsLiteral, argumentsOf, literalOf, NoLiteral } from '#judge/literal.ts';

describe('a value as a Python literal', () => {
  test.each<[Value, string]>([
    [null, 'None'],
    [true, 'True'],
    [-12n, '-12'],
    [0.1, '0.1'],
    [-0, '-0.0'],
    [1e300, '1e+300'],
    [Number.NaN, "float('nan')"],
    [Number.NEGATIVE_INFINITY, "float('-inf')"],
    ["it's", '"it\'s"'],
    [{ kind: 'bytes', bytes: new Uint8Array([65, 0]) }, "b'A\\x00'"],
    [{ kind: 'tuple', items: [1n] }, '(1,)'],
    [{ kind: 'tuple', items: [] }, '()'],
    [{ kind: 'list', items: [1n, 'a'] }, "[1, 'a']"],
    [{ kind: 'set', items: [] }, 'set()'],
    [{ kind: 'frozenset', items: [1n] }, 'frozenset({1})'],
    [{ kind: 'dict', entries: [['k', { kind: 'list', items: [] }]] }, "{'k': []}"],
  ])('%o', (value, source) => {
    expect(literalOf(value)).toBe(source);
  });

  test('what has no literal is refused', () => {
    expect(() => literalOf({ kind: 'opaque', type: 'object', repr: '<object>', advice: '' })).toThrow(NoLiteral);
  });

  test('arguments by name follow those by position', () => {
    const sent: Value = {
      kind: 'tuple',
      items: [
        { kind: 'list', items: [1n, 2n] },
        { kind: 'dict', entries: [['k', 3n]] },
      ],
    };
    const read = argumentsOf(sent);
    expect(read && argumentsLiteral(read)).toBe('1, 2, k=3');
    expect(argumentsOf(1n)).toBeNull();
  });
});
