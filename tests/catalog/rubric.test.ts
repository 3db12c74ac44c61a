import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseRubric } from '#catalog/parse-rubric.ts';

const item = (changes: string) =>
  `- { id: one, title: One, listen_for: This., say: That., phrases: [so] ${changes} }\n`;

describe('rubric.yaml', () => {
  test('of the problems holds the items of the session in order', () => {
    const source = readFileSync(new URL('../../problems/rubric.yaml', import.meta.url), 'utf8');
    expect(parseRubric(source).map(({ id }) => id)).toEqual([
      'restate',
      'degenerate',
      'approach',
      'complexity',
      'alternative',
      'walkthrough',
      'tests',
    ]);
  });

  test('is refused with the place and what to write', () => {
    expect(() => parseRubric(item(', phrase: x'))).toThrow(/does not know "phrase"; the fields are id, title/);
    expect(() => parseRubric('- { id: one }\n')).toThrow('rubric.yaml [0].title ("one"): write what was done');
    expect(() => parseRubric(item('').replace('[so]', '[]'))).toThrow('write at least one phrase');
    expect(() => parseRubric(item('').replace('[so]', '["..."]'))).toThrow('write a phrase that holds a word');
    expect(() => parseRubric(item('').replace('[so]', 'so'))).toThrow('write a list of phrases');
    expect(() => parseRubric(item('') + item(''))).toThrow('("one"): another item has this id');
    expect(() => parseRubric('a: b')).toThrow('rubric.yaml: write a list of items.');
  });
});
