import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planCommands, planSize, problemPath } from '#app/commands.ts';
import { splitHash } from '#app/hash-location.ts';
import { DIFFICULTIES, edgeChoices, filterProblems, isFiltered, NO_FILTER, STATES } from '#app/list-filter.ts';
import { COLUMNS, type ListOrder, nextOrder, sortProblems } from '#app/list-order.ts';
import { type ListView, readView, writeView } from '#app/list-view.ts';
import type { ProblemSummary } from '#domain/problem.ts';

function summary(id: string, rest: Partial<ProblemSummary> = {}): ProblemSummary {
  return { id, title: id, difficulty: 'medium', topics: ['metrics'], edges: ['basic'], caseCount: 10, ...rest };
}

const problems = [
  summary('b', { edges: ['basic', 'ties'], difficulty: 'hard', strength: 90, caseCount: 20 }),
  summary('a', { edges: ['basic', 'ties', 'nan'], topics: ['heap'], caseCount: 9 }),
  summary('c', { edges: ['basic', 'nan'], difficulty: 'easy', strength: 100 }),
];
const ids = (found: readonly ProblemSummary[]) => found.map(({ id }) => id).join('');

describe('filtering by edge class', () => {
  it('goes together with the other filters', () => {
    expect(ids(filterProblems(problems, {}, { ...NO_FILTER, edge: 'ties' }))).toBe('ba');
    expect(ids(filterProblems(problems, {}, { ...NO_FILTER, edge: 'ties', topic: 'heap' }))).toBe('a');
    expect(ids(filterProblems(problems, { b: 'solved' }, { ...NO_FILTER, edge: 'ties', state: 'new' }))).toBe('a');
  });

  it('matches the whole name, unlike the search', () => {
    expect(ids(filterProblems(problems, {}, { ...NO_FILTER, edge: 'tie' }))).toBe('');
    expect(ids(filterProblems(problems, {}, { ...NO_FILTER, text: 'tie' }))).toBe('ba');
  });

  it('offers the classes that the rest of the filter leaves, with how many problems each would show', () => {
    expect(edgeChoices(problems, {}, { ...NO_FILTER, topic: 'metrics', edge: 'ties' })).toEqual([
      { edge: 'basic', count: 2 },
      { edge: 'nan', count: 1 },
      { edge: 'ties', count: 1 },
    ]);
  });

  it('still offers the chosen class where nothing has it', () => {
    expect(edgeChoices(problems, {}, { ...NO_FILTER, difficulty: 'easy', edge: 'ties' })).toContainEqual({
      edge: 'ties',
      count: 0,
    });
  });
});

describe('whether there is a filter to clear', () => {
  it('counts every part, and spaces for nothing', () => {
    expect(isFiltered({ ...NO_FILTER, text: '  ' })).toBe(false);
    expect(isFiltered({ ...NO_FILTER, text: 'x' })).toBe(true);
    expect(isFiltered({ ...NO_FILTER, edge: 'nan' })).toBe(true);
  });
});

describe('sorting', () => {
  const sorted = (column: ListOrder['column'], direction: ListOrder['direction'] = 'ascending', states = {}) =>
    ids(sortProblems(problems, states, { column, direction }));

  it('follows the meaning of a column, not its spelling', () => {
    expect(sorted('title')).toBe('abc');
    expect(sorted('topic')).toBe('abc');
    expect(sorted('difficulty')).toBe('cab');
    expect(sorted('cases')).toBe('acb');
    expect(sorted('edges')).toBe('bca');
    expect(sorted('state', 'ascending', { b: 'solved', a: 'attempted' })).toBe('cab');
  });

  it('leaves equal problems in the order of the catalogue, both ways', () => {
    expect(sorted('edges', 'descending')).toBe('abc');
    expect(sorted('state', 'descending')).toBe('bac');
  });

  it('puts an unknown strength last, both ways', () => {
    expect(sorted('strength')).toBe('bca');
    expect(sorted('strength', 'descending')).toBe('cba');
  });

  it('goes up, down, and back to the order of the catalogue', () => {
    const up = nextOrder(null, 'title');
    const down = nextOrder(up, 'title');
    expect([up?.direction, down?.direction, nextOrder(down, 'title')]).toEqual(['ascending', 'descending', null]);
    expect(nextOrder(down, 'cases')).toEqual({ column: 'cases', direction: 'ascending' });
    expect(sortProblems(problems, {}, null)).toBe(problems);
  });
});

describe('the address of the list', () => {
  const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
  const views: fc.Arbitrary<ListView> = fc.record({
    filter: fc.record({
      text: fc.string({ unit: 'grapheme' }),
      topic: orNull(fc.string({ minLength: 1 })),
      difficulty: orNull(fc.constantFrom(...DIFFICULTIES)),
      edge: orNull(fc.string({ minLength: 1 })),
      state: orNull(fc.constantFrom(...STATES)),
    }),
    order: orNull(
      fc.record({
        column: fc.constantFrom(...COLUMNS),
        direction: fc.constantFrom('ascending' as const, 'descending' as const),
      }),
    ),
  });

  it('holds the whole view', () => {
    fc.assert(
      fc.property(views, (view) => {
        const { path, query } = splitHash(`#/?${writeView(view)}`);
        expect(path).toBe('/');
        expect(readView(query)).toEqual(view);
      }),
    );
  });

  it('is short while nothing is chosen', () => {
    expect(writeView({ filter: NO_FILTER, order: null })).toBe('');
    expect(
      writeView({ filter: { ...NO_FILTER, edge: 'ties' }, order: { column: 'strength', direction: 'descending' } }),
    ).toBe('edge=ties&sort=-strength');
  });

  it('may hold anything without harm', () => {
    expect(readView('difficulty=brutal&state=&sort=-nothing&topic=')).toEqual({ filter: NO_FILTER, order: null });
    fc.assert(fc.property(fc.string(), (query) => void readView(query)));
  });

  it('keeps a second question mark in the query', () => {
    expect(splitHash('#/problems/a?plan=x?y')).toEqual({ path: '/problems/a', query: 'plan=x?y' });
    expect(splitHash('')).toEqual({ path: '/', query: '' });
  });
});

describe('plans in the command palette', () => {
  const week = { title: 'One', why: 'Because.', problems: ['a'] };
  const plan = { id: 'short', title: 'Short', audience: 'Anyone.', weeks: [week] };

  it('open by their names', () => {
    const visited: string[] = [];
    const [command] = planCommands([plan], (path) => visited.push(path));
    expect(command?.title).toBe('Plan: Short');
    command?.perform();
    expect(visited).toEqual(['/plan/short']);
  });

  it('say how long they are', () => {
    expect(planSize(plan)).toBe('1 problem in 1 week');
    expect(planSize({ ...plan, weeks: [week, { ...week, problems: ['b', 'c'] }] })).toBe('3 problems in 2 weeks');
  });

  it('are remembered in the address of a problem that was opened from them', () => {
    expect(problemPath('a', 'short')).toBe('/problems/a?plan=short');
    expect(problemPath('a')).toBe('/problems/a');
  });
});
