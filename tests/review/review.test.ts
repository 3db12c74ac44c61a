import { describe, expect, it } from 'vitest';
import type { AttemptEvent } from '#domain/attempt.ts';
import { type Card, cardsOf, type Grade } from '#domain/cards.ts';
import type { Problem } from '#domain/problem.ts';
import type { Answer } from '#review/queue.ts';
import { createReview, gradeFor, type Review } from '#review/review.ts';
import { aCase, aProblem } from '../fakes/a-problem.ts';
import { anAttempt } from '../fakes/a-summary.ts';
import { createFakeGrader } from '../fakes/fake-grader.ts';

const OWN = 'def auc(predictions):\n    return 1\n';

const problem = aProblem({
  cases: [
    aCase({ name: 'one pair', sample: true }),
    aCase({ name: 'all tied', edge: 'ties' }),
    aCase({ name: 'two tied', edge: 'ties' }),
    aCase({ name: 'nothing', edge: 'empty' }),
  ],
});

function aCard(name = 'all tied'): Card {
  const [card] = cardsOf([anAttempt('a', 0, [{ name, failedAt: 5 }])]);
  if (card === undefined) throw new Error('There is no card.');
  return card;
}

const history: readonly AttemptEvent[] = [
  { type: 'opened', problemId: 'auc', code: problem.starter, at: 0, session: 's' },
  { type: 'replaced', code: OWN, reason: 'pasted', at: 1, session: 's' },
  { type: 'submitted', runId: '1', at: 2, session: 's' },
  { type: 'replaced', code: '# later\n', reason: 'pasted', at: 3, session: 's' },
];

interface Kept {
  readonly grade: Grade;
  readonly answer: Answer | null;
}

async function open({
  card = aCard(),
  events = history,
  load = async () => problem,
}: {
  card?: Card;
  events?: readonly AttemptEvent[];
  load?: () => Promise<Problem>;
} = {}) {
  const grader = createFakeGrader();
  const kept: Kept[] = [];
  const review = createReview({
    card,
    grader,
    queue: {
      grade: async (_, grade, answer) => {
        kept.push({ grade, answer });
      },
    },
    log: Promise.resolve({ history: async () => events }),
    loadProblem: load,
  });
  await new Promise((done) => setTimeout(done));
  return { review, grader, kept };
}

const step = (review: Review) => review.store.getState().step;

describe('a review', () => {
  it('shows the code of the run that failed, and runs nothing by itself', async () => {
    const { review, grader } = await open();
    expect(step(review)).toMatchObject({ kind: 'asked', material: { code: OWN, codeIsOwn: true, index: 1 } });
    expect(grader.grades.length).toBe(0);
  });

  it('takes the starter where the log has lost the code', async () => {
    const { review } = await open({ events: [] });
    expect(step(review)).toMatchObject({ material: { code: problem.starter, codeIsOwn: false } });
  });

  it('says when the case is no longer there, or the problem cannot be loaded', async () => {
    const gone = await open({ card: aCard('removed') });
    expect(step(gone.review)).toMatchObject({ kind: 'unavailable', gone: true });
    const lost = await open({ load: () => Promise.reject(new Error('No network.')) });
    expect(step(lost.review)).toEqual({ kind: 'unavailable', gone: false, message: 'No network.' });
  });

  it('reveals by running that code on that case alone, and compares the answer', async () => {
    const { review, grader } = await open();
    review.say({ returns: '1' });
    review.say({ why: 'ties' });
    review.reveal();
    expect(step(review).kind).toBe('revealing');
    expect(grader.latest().request).toMatchObject({ code: OWN, cases: [1] });
    grader.latest().give(1, 'Wrong Answer', { got: { text: '1' } });
    await grader.latest().finish();
    expect(step(review)).toMatchObject({ kind: 'revealed', result: { verdict: 'Wrong Answer' }, fixed: false });
    expect(review.store.getState().right).toBe(true);
    expect(gradeFor(review.store.getState())).toBe(1);
  });

  it('asks again when the run was stopped or failed', async () => {
    const { review, grader } = await open();
    review.reveal();
    review.stop();
    expect(grader.latest().signal?.aborted).toBe(true);
    await grader.latest().endStopped();
    expect(step(review)).toMatchObject({ kind: 'asked', trouble: null });
    review.reveal();
    await grader.latest().fail('Python could not start.');
    expect(step(review)).toMatchObject({ kind: 'asked', trouble: 'Python could not start.' });
  });

  it('runs the mended code on the case, its class and an ordinary one', async () => {
    const { review, grader } = await open();
    review.reveal();
    grader.latest().give(1, 'Wrong Answer');
    await grader.latest().finish();
    review.edit('# mended\n');
    review.runFix();
    review.runFix();
    expect(grader.grades.length).toBe(2);
    expect(grader.latest().request).toMatchObject({ code: '# mended\n', cases: [1, 2, 0] });
    for (const index of [1, 2, 0]) grader.latest().give(index, 'Accepted');
    await grader.latest().finish();
    expect(step(review)).toMatchObject({ kind: 'revealed', fixed: true, fix: { kind: 'graded' } });
    expect(gradeFor(review.store.getState())).toBe(2);
    review.sayRight(true);
    expect(gradeFor(review.store.getState())).toBe(3);
  });

  it('is not mended while a neighbour fails', async () => {
    const { review, grader } = await open();
    review.reveal();
    grader.latest().give(1, 'Wrong Answer');
    await grader.latest().finish();
    review.runFix();
    grader.latest().give(1, 'Accepted');
    grader.latest().give(0, 'Wrong Answer');
    await grader.latest().finish();
    expect(step(review)).toMatchObject({ fixed: false });
  });

  it('keeps one grade, with the answer where there is one', async () => {
    const { review, kept } = await open();
    await Promise.all([review.grade(2), review.grade(4)]);
    expect(kept).toEqual([{ grade: 2, answer: null }]);
    const other = await open();
    other.review.say({ why: 'ties' });
    await other.review.grade(3);
    expect(other.kept).toEqual([{ grade: 3, answer: { returns: '', why: 'ties' } }]);
  });
});
