import { describe, expect, it } from 'vitest';
import type { AttemptEntry } from '#domain/attempt.ts';
import { createReviewQueue } from '#review/queue.ts';
import type { AttemptLog, SummarisedAttempt } from '#storage/attempt-log.ts';
import { anAttempt } from '../fakes/a-summary.ts';

const NOON = new Date(2026, 2, 2, 12).getTime();

function aLog(first: readonly SummarisedAttempt[]) {
  let attempts = first;
  let reads = 0;
  const annotated: [string, AttemptEntry][] = [];
  const listeners = new Set<() => void>();
  const log: Pick<AttemptLog, 'summaries' | 'annotate' | 'subscribe'> = {
    summaries: async () => {
      reads += 1;
      return attempts;
    },
    annotate: async (id, entry) => {
      annotated.push([id, entry]);
      if (entry.type === 'reviewed') {
        const { case: name, grade } = entry;
        attempts = attempts.map((one) =>
          one.attempt.id === id
            ? { ...one, summary: { ...one.summary, reviews: [{ at: NOON, case: name, grade }] } }
            : one,
        );
      }
      if (entry.type === 'card-suspended') {
        const suspended = entry.suspended ? [entry.case] : [];
        attempts = attempts.map((one) =>
          one.attempt.id === id ? { ...one, summary: { ...one.summary, suspended } } : one,
        );
      }
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { log: Promise.resolve(log), annotated, reads: () => reads };
}

const failed = anAttempt('a', 1, [{ name: 'all tied', failedAt: NOON - 1000 }]);

function ready(queue: ReturnType<typeof createReviewQueue>) {
  const state = queue.store.getState();
  if (state.kind !== 'ready') throw new Error('The queue has not been read.');
  return state;
}

describe('the review queue', () => {
  it('is what the log says', async () => {
    const queue = createReviewQueue({ log: aLog([failed]).log, now: () => NOON });
    expect(queue.store.getState().kind).toBe('loading');
    await queue.refresh();
    expect(ready(queue)).toMatchObject({ cards: [{ case: 'all tied' }], due: [{ case: 'all tied' }], nextDue: null });
  });

  it('keeps a grade in the attempt whose code was gone over, with the answer', async () => {
    const { log, annotated } = aLog([failed]);
    const queue = createReviewQueue({ log, now: () => NOON });
    await queue.refresh();
    const [card] = ready(queue).cards;
    if (card === undefined) throw new Error('There is no card.');
    await queue.grade(card, 3, { returns: '1', why: '' });
    expect(annotated).toEqual([
      ['a', { type: 'reviewed', case: 'all tied', grade: 3, answer: { returns: '1', why: '' } }],
    ]);
    expect(ready(queue)).toMatchObject({ due: [], nextDue: NOON + 600_000 });
  });

  it('puts a card away and takes it out again, wherever it was put away', async () => {
    const { log, annotated } = aLog([failed]);
    const queue = createReviewQueue({ log, now: () => NOON });
    await queue.refresh();
    const card = () => {
      const [one] = ready(queue).cards;
      if (one === undefined) throw new Error('There is no card.');
      return one;
    };
    await queue.suspend(card(), true);
    expect(card().suspendedIn).toEqual(['a']);
    await queue.suspend(card(), false);
    expect(card().suspendedIn).toEqual([]);
    expect(annotated.map(([, entry]) => entry.type)).toEqual(['card-suspended', 'card-suspended']);
  });

  it('reads the log once for those who ask at once, and again only where something was written', async () => {
    const { log, reads } = aLog([failed]);
    const queue = createReviewQueue({ log, now: () => NOON });
    queue.keepFresh();
    queue.keepFresh();
    await new Promise((done) => setTimeout(done, 20));
    expect(reads()).toBe(1);
    queue.keepFresh();
    expect(reads()).toBe(1);
    await (await log).annotate('a', { type: 'comment-removed', commentId: '1' });
    queue.keepFresh();
    await new Promise((done) => setTimeout(done, 20));
    expect(reads()).toBe(2);
  });

  it('sees cards fall due while the page is open', async () => {
    let now = NOON;
    const { log } = aLog([
      anAttempt('a', 1, [{ name: 'all tied', failedAt: NOON - 1000 }], {
        reviews: [{ at: NOON, case: 'all tied', grade: 3 }],
      }),
    ]);
    const queue = createReviewQueue({ log, now: () => now });
    await queue.refresh();
    expect(ready(queue).due).toEqual([]);
    now += 600_000;
    queue.tick();
    await queue.refresh();
    expect(ready(queue).due.length).toBe(1);
  });
});
