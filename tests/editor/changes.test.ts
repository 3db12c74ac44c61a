import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '#domain/attempt.ts';
import { changeBetween } from '#editor/changes.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\u{1f600}'), maxLength: 12 });

describe('the change between two texts', () => {
  it('turns the one into the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = changeBetween(before, after);
        expect(applyChanges(before, change === null ? [] : [change])).toBe(after);
      }),
    );
  });

  it('is only what was typed', () => {
    expect(changeBetween('def f():', 'def foo():')).toEqual({ rangeOffset: 5, rangeLength: 0, text: 'oo' });
    expect(changeBetween('aaa', 'aa')).toEqual({ rangeOffset: 2, rangeLength: 1, text: '' });
    expect(changeBetween('same', 'same')).toBeNull();
  });
});
