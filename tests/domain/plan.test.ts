import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttemptState } from '#domain/attempt.ts';
import { countEdges, edgesTrained, nextInPlan, type Plan, problemsOf, progressOf } from '#domain/plan.ts';

function aPlan(...weeks: readonly (readonly string[])[]): Plan {
  return {
    id: 'plan',
    title: 'Plan',
    audience: 'Anyone.',
    weeks: weeks.map((problems, index) => ({ title: `Week ${index + 1}`, why: 'Because.', problems })),
  };
}

const plan = aPlan(['a', 'b'], ['c', 'd', 'e']);

describe('progress', () => {
  it('counts what is solved, week by week and in all', () => {
    const states = { a: 'solved', c: 'attempted', e: 'solved', elsewhere: 'solved' } as const;
    expect(progressOf(plan, states)).toEqual({
      weeks: [
        { solved: 1, total: 2 },
        { solved: 1, total: 3 },
      ],
      whole: { solved: 2, total: 5 },
      begun: true,
      next: 'b',
    });
  });

  it('has not begun when only problems outside of the plan were tried', () => {
    expect(progressOf(plan, { elsewhere: 'solved' })).toMatchObject({ begun: false, next: 'a' });
    expect(progressOf(plan, { e: 'attempted' })).toMatchObject({ begun: true, next: 'a' });
  });

  it('has nothing next when all is solved', () => {
    const states = Object.fromEntries(problemsOf(plan).map((id) => [id, 'solved' as const]));
    expect(progressOf(plan, states)).toMatchObject({ whole: { solved: 5, total: 5 }, next: null });
  });

  it('adds up, and the next problem is unsolved with everything before it solved', () => {
    const state = fc.constantFrom<AttemptState | undefined>('new', 'attempted', 'solved', undefined);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), state), (states) => {
        const { weeks, whole, next } = progressOf(plan, states);
        expect(weeks.reduce((sum, { solved }) => sum + solved, 0)).toBe(whole.solved);
        expect(next === null).toBe(whole.solved === whole.total);
        if (next === null) return;
        const ids = problemsOf(plan);
        expect(states[next]).not.toBe('solved');
        expect(ids.slice(0, ids.indexOf(next)).every((id) => states[id] === 'solved')).toBe(true);
      }),
    );
  });
});

describe('the order of a plan', () => {
  it('goes on from one week into the next, and ends', () => {
    expect(nextInPlan(plan, 'b')).toBe('c');
    expect(nextInPlan(plan, 'e')).toBeNull();
  });

  it('says nothing about a problem that is not in it', () => {
    expect(nextInPlan(plan, 'elsewhere')).toBeNull();
  });
});

describe('edge classes', () => {
  const bank = [
    { edges: ['basic', 'ties', 'empty'] },
    { edges: ['basic', 'ties'] },
    { edges: ['basic', 'nan', 'nan'] },
    { edges: ['basic', 'empty'] },
  ];

  it('are counted by problem, not by case', () => {
    expect(countEdges(bank)).toEqual([
      { edge: 'basic', count: 4 },
      { edge: 'empty', count: 2 },
      { edge: 'nan', count: 1 },
      { edge: 'ties', count: 2 },
    ]);
  });

  it('of a week are those of the most problems first, without what every problem has', () => {
    expect(edgesTrained(bank.slice(0, 3), bank)).toEqual([
      { edge: 'ties', count: 2 },
      { edge: 'empty', count: 1 },
      { edge: 'nan', count: 1 },
    ]);
    expect(edgesTrained([], bank)).toEqual([]);
  });
});
