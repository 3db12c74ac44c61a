import fc from 'fast-check';
import { createEmptyCard, type Grade as FsrsGrade, fsrs } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import {
  type AttemptInShort,
  type Card,
  cardsOf,
  dueCards,
  foldCards,
  type Grade,
  nextDueAt,
  nextDues,
} from '#domain/cards.ts';
import { anAttempt } from '../fakes/a-summary.ts';

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 2, 2, 12);

const reviewed = (name: string, at: number, grade: Grade) => ({ case: name, at, grade });

function only(attempts: readonly AttemptInShort[]): Card {
  const [card, ...others] = cardsOf(attempts);
  if (card === undefined || others.length > 0) throw new Error(`Expected one card, got ${others.length + 1}.`);
  return card;
}

function drained<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** What ts-fsrs says, used as its own documentation does. */
function byTheLibrary(createdAt: number, grades: readonly (readonly [at: number, grade: number])[]): number {
  let card = createEmptyCard(new Date(createdAt));
  for (const [at, grade] of grades) card = fsrs().next(card, new Date(at), grade as FsrsGrade).card;
  return card.due.getTime();
}

describe('cards', () => {
  it('are made of failed cases only, and are due at once', () => {
    const card = only([
      anAttempt('a', 1, [
        { name: 'all tied', failedAt: NOON, passedAt: NOON + 1 },
        { name: 'one', passedAt: NOON },
      ]),
    ]);
    expect(card).toMatchObject({ key: 'auc/all tied', edge: 'ties', failures: 1, due: NOON, grades: [] });
    expect(card.failed).toMatchObject({ attemptId: 'a', at: NOON, verdict: 'Wrong Answer' });
  });

  it('of one case are one card, however many attempts failed it; the code to go over is the newest', () => {
    const card = only([
      anAttempt('late', 9 * DAY, [{ name: 'x', failedAt: 9 * DAY }]),
      anAttempt('early', DAY, [{ name: 'x', failedAt: DAY }]),
    ]);
    expect(card.failures).toBe(2);
    expect(card.failed.attemptId).toBe('late');
    expect(card.due).toBe(byTheLibrary(DAY, [[9 * DAY, 1]]));
  });

  it('of two problems are two, though the cases share a name', () => {
    const failed = [{ name: 'x', failedAt: 1 }];
    expect(cardsOf([anAttempt('a', 0, failed), anAttempt('b', 0, failed, {}, 'top-k')]).length).toBe(2);
  });

  it('take a case that a new attempt passed at once for a good review, and one it ran wrong first for a bad one', () => {
    const first = anAttempt('a', 0, [{ name: 'x', failedAt: 10 }]);
    const passed = anAttempt('b', 3 * DAY, [{ name: 'x', passedAt: 3 * DAY + 5 }]);
    const mended = anAttempt('b', 3 * DAY, [{ name: 'x', failedAt: 3 * DAY, passedAt: 3 * DAY + 5 }]);
    expect(only([first, passed]).due).toBe(byTheLibrary(10, [[3 * DAY + 5, 3]]));
    expect(only([first, mended]).due).toBe(byTheLibrary(10, [[3 * DAY, 1]]));
  });

  it('do not count what was passed before the first failure', () => {
    const passed = anAttempt('a', 0, [{ name: 'x', passedAt: 10 }]);
    expect(only([passed, anAttempt('b', DAY, [{ name: 'x', failedAt: DAY }])]).grades).toEqual([]);
  });

  it('say when they would come back after each grade', () => {
    const card = only([anAttempt('a', 0, [{ name: 'x', failedAt: NOON }])]);
    const now = NOON + DAY;
    for (const grade of [1, 2, 3, 4] as const) {
      expect(nextDues(card, now)[grade]).toBe(byTheLibrary(NOON, [[now, grade]]));
    }
  });

  it('that were failed six times over are leeches', () => {
    const again = (times: number) =>
      only([
        anAttempt('a', 0, [{ name: 'x', failedAt: 0 }], {
          reviews: Array.from({ length: times }, (_, i) => reviewed('x', (i + 1) * DAY, 1)),
        }),
      ]).leech;
    expect(again(5)).toBe(false);
    expect(again(6)).toBe(true);
  });

  it('are due from the start of their day, or to the minute while they are learnt; never while put away', () => {
    const failed = [{ name: 'x', failedAt: NOON }];
    const learnt = only([
      anAttempt('a', 0, failed, { reviews: [reviewed('x', NOON, 3), reviewed('x', NOON + 600_000, 3)] }),
    ]);
    const midnight = new Date(learnt.due).setHours(0, 0, 0, 0);
    expect(dueCards([learnt], midnight)).toEqual([learnt]);
    expect(dueCards([learnt], midnight - 1)).toEqual([]);
    expect(nextDueAt([learnt], midnight - 1)).toBe(midnight);

    const learning = only([anAttempt('a', 0, failed, { reviews: [reviewed('x', NOON, 3)] })]);
    expect(nextDueAt([learning], NOON)).toBe(NOON + 600_000);

    const away = only([anAttempt('a', 0, failed, { suspended: ['x'] })]);
    expect(away.suspendedIn).toEqual(['a']);
    expect(dueCards([away], NOON + DAY)).toEqual([]);
    expect(nextDueAt([away], 0)).toBeNull();
  });
});

const history = fc.array(
  fc.record({
    gap: fc.integer({ min: 60_000, max: 40 * DAY }),
    what: fc.constantFrom('fails', 'passes', 'does not submit', 1 as const, 2 as const, 3 as const, 4 as const),
  }),
  { maxLength: 25 },
);

describe('for any history', () => {
  it('the intervals are those of ts-fsrs for the same grades at the same times', () => {
    fc.assert(
      fc.property(history, fc.boolean(), (steps, shuffled) => {
        let at = NOON;
        const attempts = [anAttempt('first', at, [{ name: 'x', failedAt: at }])];
        const expected: [number, number][] = [];
        for (const [i, { gap, what }] of steps.entries()) {
          at += gap;
          if (typeof what === 'number') {
            expected.push([at, what]);
            attempts.push(anAttempt(`${i}`, at, [], { reviews: [reviewed('x', at, what)] }));
          } else if (what === 'does not submit') {
            attempts.push(anAttempt(`${i}`, at, [{ name: 'x' }]));
          } else {
            expected.push([at, what === 'fails' ? 1 : 3]);
            attempts.push(anAttempt(`${i}`, at, [{ name: 'x', [what === 'fails' ? 'failedAt' : 'passedAt']: at }]));
          }
        }
        const card = only(shuffled ? attempts.toReversed() : attempts);
        expect(card.due).toBe(byTheLibrary(NOON, expected));
        expect(card.grades.map(({ grade }) => grade)).toEqual(expected.map(([, grade]) => grade));
      }),
    );
  });

  it('a fold that goes on from an earlier one says the same as one from the start', () => {
    const anything = fc.record({
      at: fc.integer({ min: 0, max: 400 * DAY }),
      what: fc.constantFrom('failedAt' as const, 'passedAt' as const),
      name: fc.constantFrom('x', 'y'),
    });
    fc.assert(
      fc.property(fc.array(anything), fc.nat(), (things, cut) => {
        const attempts = things.map(({ at, what, name }, i) => anAttempt(`${i}`, at, [{ name, [what]: at }]));
        const before = cardsOf(attempts.slice(0, cut % (attempts.length + 1)));
        expect(drained(foldCards(attempts, before))).toEqual(cardsOf(attempts));
      }),
    );
  });

  it('clocks that were set back break nothing', () => {
    const time = fc.integer({ min: -5 * DAY, max: 5 * DAY });
    fc.assert(
      fc.property(fc.array(time), time, (times, failedAt) => {
        const card = only([
          anAttempt('a', 0, [{ name: 'x', failedAt }], { reviews: times.map((at) => reviewed('x', at, 3)) }),
        ]);
        expect(card.grades.length).toBe(times.length);
        expect(Number.isFinite(card.due)).toBe(true);
      }),
    );
  });
});
