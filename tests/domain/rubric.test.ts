import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRubric } from '#catalog/parse-rubric.ts';
import type { AttemptEntry } from '#domain/attempt.ts';
import { type RubricItem, rubricFor, ticksOf } from '#domain/rubric.ts';
import { type SpokenSegment, suggestedMoments } from '#domain/rubric-phrases.ts';

const item = (id: string, ...phrases: string[]): RubricItem => ({ id, title: id, listenFor: '', say: '', phrases });
const rubric = parseRubric(readFileSync(new URL('../../problems/rubric.yaml', import.meta.url), 'utf8'));

/** The ids of the items that one sentence suggests. */
function suggested(text: string, items: readonly RubricItem[] = rubric): readonly string[] {
  const moments = suggestedMoments(items, [{ from: 0, to: 1000, text }]);
  return [...new Set(moments.map((moment) => moment.item))].sort();
}

const finds = (phrase: string, text: string) => suggested(text, [item('it', phrase)]).length === 1;

describe('a phrase', () => {
  test('is found as whole words, whatever the case and the signs around them', () => {
    expect(finds('edge case', 'An edge-case? Yes.')).toBe(true);
    expect(finds('heap', 'the heapsort')).toBe(false);
    expect(finds('tie', 'let me tidy this')).toBe(false);
    expect(finds('log n', 'I login here')).toBe(false);
  });

  test.each([
    ['assume', 'I am assuming that', true],
    ['assume', 'she assumed it', true],
    ['edge case', 'some edge cases', true],
    ['duplicate', 'what about duplicates', true],
    ['test case', 'testing cases', true],
    ['sort', 'it is sorted', true],
    ['swap', 'we are swapping them', true],
    ['query', 'two queries', true],
    ['is', 'this', false],
    ['pass', 'past', false],
  ])('%s in "%s": %s', (phrase, text, found) => {
    expect(finds(phrase, text)).toBe(found);
  });

  test('may leave out up to five words', () => {
    expect(finds('what if ... empty', 'what if the list is empty')).toBe(true);
    expect(finds('what if ... empty', 'what if empty')).toBe(true);
    expect(finds('what if ... empty', 'what if one two three four five six empty')).toBe(false);
  });

  test('does not go across a pause, but goes across two segments of one sentence', () => {
    const segments = (gap: number): SpokenSegment[] => [
      { from: 0, to: 1000, text: 'this is n log' },
      { from: 1000 + gap, to: 2000 + gap, text: 'n in time' },
    ];
    expect(suggestedMoments([item('it', 'n log n')], segments(300))).toHaveLength(1);
    expect(suggestedMoments([item('it', 'n log n')], segments(5000))).toHaveLength(0);
  });

  test.each([
    'O(n log n)',
    'O of N log N',
    'oh of n log n',
    'order of n log n',
    'big O of n login',
    'it is O (n log n).',
  ])('for a complexity is found however it is spelled: %s', (text) => expect(finds('O(n log n)', text)).toBe(true));

  test.each(['n squared', 'n²', 'n^2', 'n ** 2', 'n2'])('for a square is found as %s', (text) => {
    expect(finds('n squared', `that is ${text} steps`)).toBe(true);
  });

  test('that is found nowhere suggests nothing', () => {
    expect(suggested('')).toEqual([]);
    expect(suggested('hello there, nice weather', [item('it', '...')])).toEqual([]);
  });
});

describe('a moment', () => {
  test('lies at the time of the words in their segment, and quotes them with some around', () => {
    const text = 'well and so then I think this is O(n log n) because of the sort that we do first of all';
    const [moment] = suggestedMoments([item('it', 'O(n log n)')], [{ from: 10_000, to: 20_000, text }]);
    expect(moment?.about).toBeCloseTo(10_000 + (10_000 * text.indexOf('O(n')) / text.length, 6);
    expect(moment?.quote).toBe('… think this is O(n log n) because of the sort that …');
  });

  test('is one for phrases that are close together, and no item has more than three', () => {
    const at = (from: number): SpokenSegment => ({ from, to: from + 1000, text: 'linear time, so O(n)' });
    const items = [item('it', 'linear time', 'O(n)')];
    expect(suggestedMoments(items, [at(0)])).toHaveLength(1);
    expect(
      suggestedMoments(
        items,
        [0, 1, 2, 3, 4].map((n) => at(n * 60_000)),
      ),
    ).toHaveLength(3);
  });

  test('is found for any text, in the order of time and within its segment', () => {
    const words = fc.constantFrom(
      'what',
      'if',
      'empty',
      'O(n',
      'log',
      'n)',
      'of',
      'oh',
      'order',
      '²',
      '^2',
      'n',
      '...',
      '(',
    );
    const text = fc.array(fc.oneof(words, fc.string({ maxLength: 6 })), { maxLength: 30 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
        const segments = texts.map((one, n) => ({ from: n * 5000, to: n * 5000 + 4000, text: one }));
        const moments = suggestedMoments(rubric, segments);
        const times = moments.map(({ about }) => about);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        for (const { about } of moments)
          expect(segments.some(({ from, to }) => from <= about && about <= to)).toBe(true);
      }),
    );
  });
});

describe('the rubric of all problems', () => {
  test('finds each item in its own example', () => {
    for (const { id, say } of rubric) expect(suggested(say), say).toContain(id);
  });

  test.each([
    ['so we are given a list of scores and I need to return one number', ['restate']],
    ['what should I return if there are no positives, can the list be empty', ['degenerate']],
    ["I'll use a min heap of size k", ['approach']],
    ['the complexity is order n log k and constant memory', ['complexity']],
    ['the brute force way would be simpler but slower', ['alternative']],
    ["for instance let's take three rows", ['walkthrough']],
    ['let me test it with an empty list, it should raise', ['tests']],
    ['I rename this variable and add a loop here', []],
    ['okay so now the for loop goes over the rows', []],
  ])('"%s" suggests %j', (text, ids) => {
    expect(suggested(text)).toEqual(ids);
  });

  test('gets the phrases of a problem beside its own', () => {
    const own = rubricFor(rubric, { approach: ['rank sum'] });
    expect(suggested('so I do a rank sum here', own)).toEqual(['approach']);
    expect(suggested('so I do a rank sum here')).toEqual([]);
    expect(own.map(({ id }) => id)).toEqual(rubric.map(({ id }) => id));
  });
});

test('an item is ticked as its last tick says, unless that was taken back', () => {
  const entries: AttemptEntry[] = [
    { type: 'rubric-ticked', item: 'restate', about: 10 },
    { type: 'rubric-ticked', item: 'tests', about: 20 },
    { type: 'rubric-unticked', item: 'restate' },
    { type: 'rubric-ticked', item: 'tests', about: 30 },
    { type: 'rubric-unticked', item: 'never' },
  ];
  const events = entries.map((one, at) => ({ ...one, at, session: 's' }));
  expect([...ticksOf(events)]).toEqual([['tests', 30]]);
});
