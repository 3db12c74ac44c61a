import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editInWords } from '#replay/edit-in-words.ts';

const BEFORE = 'def f(a):\n    if a >= 0:\n        return total\n    return None\n';

test.each([
  ['an operator of which a part went', BEFORE.replace('>=', '>'), '`>=` became `>` in line 2'],
  ['an operator exchanged', BEFORE.replace('>=', '=='), '`>=` became `==` in line 2'],
  ['a word of which a part changed', BEFORE.replace('total', 'totals'), '`total` became `totals` in line 3'],
  ['something added', BEFORE.replace('a >= 0', 'a >= 0 or b'), '`or b` was added in line 2'],
  ['something removed', BEFORE.replace(' >= 0', ''), '`>= 0` was removed from line 2'],
  ['a line added', BEFORE.replace('    return N', '    x = 1\n    return N'), 'line 4 was added'],
  ['a line removed', BEFORE.replace('        return total\n', ''), 'a line after line 2 went'],
  ['a long piece', BEFORE.replace('a >= 0', 'x'.repeat(50)), 'line 2 was rewritten'],
  ['two places', BEFORE.replace('>=', '>').replace('None', '0'), '`>=` became `>` in line 2, and another line changed'],
])('%s is named by its smallest whole piece', (_, after, clause) => {
  expect(editInWords(BEFORE, after).clause).toBe(clause);
});

test('putting the changed lines in place gives the new text, for any two texts', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = before.split('\n');
      // From the end, so that the lines before keep their numbers; lines are numbered as in the new text.
      let shift = 0;
      const places = editInWords(before, after).changes.map((change) => {
        const place = { ...change, at: change.line - 1 - shift };
        shift += change.after.length - change.before.length;
        return place;
      });
      for (const { at, before: old, after: fresh } of places.toReversed()) {
        expect(lines.slice(at, at + old.length)).toEqual(old);
        lines.splice(at, old.length, ...fresh);
      }
      expect(lines.join('\n')).toBe(after);
    }),
  );
});
