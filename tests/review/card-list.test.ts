import { describe, expect, it } from 'vitest';
import { cardsOf } from '#domain/cards.ts';
import { findCards } from '#review/card-list.tsx';
import { anAttempt } from '../fakes/a-summary.ts';

const cards = cardsOf([
  anAttempt('a', 1, [
    { name: 'all tied', failedAt: 1 },
    { name: 'no items', edge: 'empty', failedAt: 2 },
  ]),
  anAttempt('b', 2, [{ name: 'all counts alike', failedAt: 3 }], {}, 'top-k'),
]);
const infoOf = (id: string) =>
  id === 'auc' ? { title: 'ROC AUC', topics: ['metrics'] } : { title: 'Top-K', topics: ['heap'] };
const found = (...[query, spot]: [string, Parameters<typeof findCards>[2]?]) =>
  findCards(cards, query, spot ?? null, infoOf).map((card) => card.case);

describe('cards are found', () => {
  it('by every word, in the case, its class, the problem or its topic', () => {
    expect(found('')).toEqual(['all tied', 'no items', 'all counts alike']);
    expect(found('TIES auc')).toEqual(['all tied']);
    expect(found('heap')).toEqual(['all counts alike']);
    expect(found('tied heap')).toEqual([]);
  });

  it('by a spot of the heat map', () => {
    expect(found('', { edge: 'ties', topic: null })).toEqual(['all tied', 'all counts alike']);
    expect(found('', { edge: 'ties', topic: 'heap' })).toEqual(['all counts alike']);
    expect(found('auc', { edge: 'ties', topic: 'heap' })).toEqual([]);
  });
});
