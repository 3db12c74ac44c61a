import { describe, expect, it } from 'vitest';
import { failedShare, weaknessOf } from '#domain/weakness.ts';
import { anAttempt } from '../fakes/a-summary.ts';

const topics: Readonly<Record<string, readonly string[]>> = { auc: ['metrics'], 'top-k': ['heap', 'text'] };
const topicsOf = (id: string) => topics[id] ?? [];

describe('weakness', () => {
  it('counts what was judged and failed, by class and by topic', () => {
    const { topics: columns, rows } = weaknessOf(
      [
        anAttempt('a', 1, [
          { name: 'all tied', failedAt: 1 },
          { name: 'two tied', passedAt: 1 },
          { name: 'none', edge: 'empty', passedAt: 1 },
        ]),
        anAttempt('b', 2, [{ name: 'all tied', failedAt: 2 }], {}, 'top-k'),
      ],
      topicsOf,
    );
    expect(columns).toEqual(['heap', 'metrics', 'text']);
    expect(rows).toEqual([
      {
        edge: 'ties',
        all: { judged: 3, failed: 2 },
        byTopic: {
          metrics: { judged: 2, failed: 1 },
          heap: { judged: 1, failed: 1 },
          text: { judged: 1, failed: 1 },
        },
      },
    ]);
  });

  it('puts first what is failed most often, then what fails more of the time', () => {
    const failed = (name: string, edge: string) => ({ name, edge, failedAt: 1 });
    const passed = (name: string, edge: string) => ({ name, edge, passedAt: 1 });
    const attempt = anAttempt('a', 1, [
      failed('1', 'often'),
      failed('2', 'often'),
      failed('3', 'seldom'),
      passed('4', 'seldom'),
      failed('5', 'always'),
    ]);
    expect(weaknessOf([attempt], topicsOf).rows.map(({ edge }) => edge)).toEqual(['often', 'always', 'seldom']);
  });

  it('leaves out problems that are no more', () => {
    expect(weaknessOf([anAttempt('a', 1, [{ name: 'x', failedAt: 1 }], {}, 'gone')], topicsOf).rows).toEqual([]);
  });

  it('has a share of nothing where nothing was judged', () => {
    expect(failedShare({ judged: 0, failed: 0 })).toBe(0);
    expect(failedShare({ judged: 4, failed: 1 })).toBe(0.25);
  });
});
