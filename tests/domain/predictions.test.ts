import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AttemptEntry, AttemptEvent } from '#domain/attempt.ts';
import { foreseenEdges, foresightOf, isDone, predictionsOf } from '#domain/predictions.ts';

const logged = (entries: readonly AttemptEntry[]): AttemptEvent[] =>
  entries.map((entry, at) => ({ ...entry, at, session: 's' }));

const predict = (predictionId: string, edge: string, args?: string): AttemptEntry => ({
  type: 'predicted',
  predictionId,
  edge,
  ...(args === undefined ? {} : { args }),
});
const withdraw = (predictionId: string): AttemptEntry => ({ type: 'prediction-withdrawn', predictionId });
const submit = (runId: string): AttemptEntry => ({ type: 'submitted', runId });
const finish = (runId: string, verdict: 'Accepted' | 'Wrong Answer' | 'stopped'): AttemptEntry => ({
  type: 'run-finished',
  runId,
  verdict,
});
const judged = (runId: string, edge: string, verdict: 'Accepted' | 'Wrong Answer'): AttemptEntry => ({
  type: 'case-finished',
  runId,
  index: 0,
  name: edge,
  edge,
  verdict,
  ms: 1,
});

const suite = [{ edge: 'basic' }, { edge: 'ties' }, { edge: 'ties' }, { edge: 'empty' }, { edge: 'nan' }];

describe('predictions', () => {
  test('stand in the order in which they were made, until they are withdrawn', () => {
    const events = logged([predict('a', 'ties', '[1]'), predict('b', 'empty'), withdraw('a'), predict('c', 'nan')]);
    expect(predictionsOf(events)).toEqual([
      { id: 'b', edge: 'empty', args: null, at: 1, early: true },
      { id: 'c', edge: 'nan', args: null, at: 3, early: true },
    ]);
  });

  test('of an id that is in use are not taken; a withdrawn one can be made again', () => {
    const events = logged([predict('a', 'ties'), predict('a', 'empty'), withdraw('a'), predict('a', 'nan')]);
    expect(predictionsOf(events).map(({ edge }) => edge)).toEqual(['nan']);
  });

  test('are late after the first submission', () => {
    const events = logged([predict('a', 'ties'), submit('1'), predict('b', 'empty')]);
    expect(predictionsOf(events).map(({ early }) => early)).toEqual([true, false]);
  });

  test('that stood at the first submission were foreseen, also when they are withdrawn later', () => {
    const events = logged([predict('a', 'ties'), predict('b', 'nan'), withdraw('b'), submit('1'), withdraw('a')]);
    expect(foreseenEdges(events)).toEqual(['ties']);
    expect(predictionsOf(events)).toEqual([]);
  });
});

const entry = fc.oneof(
  { weight: 5, arbitrary: fc.record({ id: fc.nat(5), edge: fc.constantFrom('ties', 'empty', 'nan', 'other') }) },
  { weight: 3, arbitrary: fc.record({ withdrawn: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.constant('submitted' as const) },
);
const entries = fc.array(entry, { maxLength: 30 }).map((items) =>
  items.map((item, position): AttemptEntry => {
    if (item === 'submitted') return submit(String(position));
    return 'withdrawn' in item ? withdraw(String(item.withdrawn)) : predict(String(item.id), item.edge);
  }),
);

describe('for any sequence of predictions, withdrawals and submissions', () => {
  test('the standing ones are those of a map that is filled and emptied', () => {
    fc.assert(
      fc.property(entries, (items) => {
        const standing = new Map<string, string>();
        for (const item of items) {
          if (item.type === 'predicted' && !standing.has(item.predictionId)) standing.set(item.predictionId, item.edge);
          if (item.type === 'prediction-withdrawn') standing.delete(item.predictionId);
        }
        const found = predictionsOf(logged(items)).map(({ id, edge }) => [id, edge]);
        expect(found).toEqual([...standing]);
      }),
    );
  });

  test('nothing after the first submission changes what was foreseen', () => {
    fc.assert(
      fc.property(entries, entries, (before, after) => {
        const until = logged([...before, submit('first')]);
        expect(foreseenEdges(logged([...before, submit('first'), ...after]))).toEqual(foreseenEdges(until));
      }),
    );
  });

  test('every class of the suite but the ordinary one is told once, and every predicted class somewhere', () => {
    fc.assert(
      fc.property(entries, (items) => {
        const events = logged([...items, submit('last')]);
        const foresight = foresightOf(suite, events);
        expect(foresight?.classes.map(({ edge }) => edge)).toEqual(['ties', 'empty', 'nan']);
        const told = [
          ...(foresight?.classes ?? []).filter(({ foreseen }) => foreseen !== 'no').map(({ edge }) => edge),
          ...(foresight?.elsewhere ?? []),
        ];
        const predicted = new Set([...foreseenEdges(events), ...predictionsOf(events).map(({ edge }) => edge)]);
        expect(new Set(told)).toEqual(predicted);
      }),
    );
  });
});

describe('foresight', () => {
  test('is not told before a submission, which would give the suite away', () => {
    expect(foresightOf(suite, logged([predict('a', 'ties')]))).toBeNull();
  });

  test('tells what was foreseen, what only later, what not, and what this suite does not ask', () => {
    const events = logged([
      predict('a', 'ties'),
      predict('b', 'overflow'),
      submit('1'),
      judged('1', 'ties', 'Wrong Answer'),
      judged('1', 'ties', 'Wrong Answer'),
      judged('1', 'nan', 'Accepted'),
      finish('1', 'Wrong Answer'),
      predict('c', 'nan'),
    ]);
    expect(foresightOf(suite, events)).toEqual({
      classes: [
        { edge: 'ties', foreseen: 'yes', cases: 2, failing: 2 },
        { edge: 'empty', foreseen: 'no', cases: 1, failing: 0 },
        { edge: 'nan', foreseen: 'late', cases: 1, failing: 0 },
      ],
      elsewhere: ['overflow'],
    });
  });

  test('counts the failures of the last submission that came to its end', () => {
    const events = logged([
      submit('1'),
      judged('1', 'ties', 'Wrong Answer'),
      finish('1', 'Wrong Answer'),
      submit('2'),
      judged('2', 'empty', 'Wrong Answer'),
      finish('2', 'stopped'),
    ]);
    expect(foresightOf(suite, events)?.classes.map(({ failing }) => failing)).toEqual([1, 0, 0]);
  });

  test('does not claim that nothing failed where the results are not known', () => {
    const events = logged([submit('1'), finish('1', 'Wrong Answer')]);
    expect(foresightOf(suite, events)?.classes.map(({ failing }) => failing)).toEqual([null, null, null]);
  });
});

test('one is through with a problem when it is solved, given up, or its editorial was read', () => {
  expect(isDone(logged([{ type: 'ran', runId: '1' }, finish('1', 'Accepted')]))).toBe(false);
  expect(isDone(logged([submit('1'), finish('1', 'Wrong Answer')]))).toBe(false);
  expect(isDone(logged([submit('1'), finish('1', 'Accepted')]))).toBe(true);
  expect(isDone(logged([{ type: 'editorial-shown' }]))).toBe(true);
  expect(isDone(logged([{ type: 'ended', reason: 'given-up' }]))).toBe(true);
  expect(isDone(logged([{ type: 'ended', reason: 'new-attempt' }]))).toBe(false);
});
