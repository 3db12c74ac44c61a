import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf, weeksOf } from '#domain/history.ts';
import type { SubmissionSummary } from '#domain/summary.ts';
import { aCaseSummary, anAttempt, aSummary } from '../fakes/a-summary.ts';

const DAY = 86_400_000;

function submission(verdict: SubmissionSummary['verdict']): SubmissionSummary {
  return { session: 's', runId: '1', at: 1, verdict, passed: 1, total: 2 };
}

describe('the figures of an attempt', () => {
  it('say Accepted where any submission was', () => {
    const summary = aSummary({ submissions: [submission('Accepted'), submission('Wrong Answer')] });
    expect(figuresOf(summary)).toMatchObject({ verdict: 'Accepted', solved: true, firstTry: true });
  });

  it('say how the last submission went where none was Accepted, and that nothing was submitted', () => {
    const summary = aSummary({ submissions: [submission('Runtime Error'), submission('Wrong Answer')] });
    expect(figuresOf(summary)).toMatchObject({ verdict: 'Wrong Answer', solved: false, firstTry: false });
    expect(figuresOf(aSummary())).toMatchObject({ verdict: 'not submitted', firstTry: null, firstFailed: null });
  });

  it('name the case that was the first to fail', () => {
    const cases = [aCaseSummary({ name: 'late', failedAt: 9 }), aCaseSummary({ name: 'early', failedAt: 2 })];
    expect(figuresOf(aSummary({ cases })).firstFailed?.name).toBe('early');
  });

  it('count the cases that were foreseen, once something was predicted', () => {
    const cases = [
      aCaseSummary({ name: '1', edge: 'ties', passedAt: 1 }),
      aCaseSummary({ name: '2', edge: 'ties', passedAt: 1 }),
      aCaseSummary({ name: '3', edge: 'empty', passedAt: 1 }),
      aCaseSummary({ name: '4', edge: 'ties', failedAt: 1 }),
    ];
    expect(figuresOf(aSummary({ cases, foreseen: ['ties', 'large'] })).foreseen).toEqual({ cases: 2, of: 3 });
    expect(figuresOf(aSummary({ cases })).foreseen).toBeNull();
  });
});

describe('weeks', () => {
  const monday = new Date(2026, 2, 2).getTime();

  it('run from the first attempt to now, empty ones included', () => {
    const weeks = weeksOf([anAttempt('a', monday + 6 * DAY, [], { speakingShare: 0.5 })], monday + 15 * DAY);
    expect(weeks.map(({ from, attempts, speaking }) => [from, attempts, speaking])).toEqual([
      [monday, 1, 0.5],
      [new Date(2026, 2, 9).getTime(), 0, null],
      [new Date(2026, 2, 16).getTime(), 0, null],
    ]);
  });

  it('say nothing of shares that no attempt knows', () => {
    const solved = { submissions: [submission('Accepted')] };
    const failed = { submissions: [submission('Wrong Answer')] };
    const [week] = weeksOf(
      [anAttempt('a', monday, [], solved), anAttempt('b', monday, [], failed), anAttempt('c', monday, [])],
      monday,
    );
    expect(week).toMatchObject({ attempts: 3, solved: 1, firstTry: 0.5, speaking: null, foreseen: null });
  });

  it('of nothing are none', () => {
    expect(weeksOf([], monday)).toEqual([]);
  });

  it('hold every attempt once, across changes of the clock, as long as they are not cut', () => {
    const time = fc.integer({ min: monday - 300 * DAY, max: monday });
    fc.assert(
      fc.property(fc.array(time, { minLength: 1 }), (times) => {
        const weeks = weeksOf(
          times.map((at, i) => anAttempt(`${i}`, at, [])),
          monday,
        );
        expect(weeks.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(times.length);
        expect(weeks.every(({ from }) => new Date(from).getDay() === 1)).toBe(true);
      }),
    );
  });
});
