import { expect, test } from 'vitest';
import type { AttemptEntry } from '#domain/attempt.ts';
import type { CatchEnd, Catcher, CatchOptions, CatchRequest } from '#grading/known-wrong.ts';
import type { CheckedInput } from '#grading/own-input.ts';
import { createPredictions } from '#narration/predictions.ts';
import { findEdges } from '#narration/predictions-search.ts';
import { aProblem } from '../fakes/a-problem.ts';
import { createFakeSession } from '../fakes/fake-session.ts';

const answered = (args: string): CheckedInput => ({
  kind: 'answered',
  args: `literal ${args}`,
  answer: { kind: 'raises', exception: 'ValueError' },
  expected: { text: 'raises ValueError' },
  referenceMs: 1,
});
const solutions = [
  { what: 'First.', source: '1' },
  { what: 'Second.', source: '2' },
];
const submitted: AttemptEntry = { type: 'submitted', runId: '1' };
const finished: AttemptEntry = { type: 'run-finished', runId: '1', verdict: 'Wrong Answer' };

interface Catching {
  readonly request: CatchRequest;
  readonly options: CatchOptions;
  end(end: CatchEnd): Promise<void>;
  fail(message: string): Promise<void>;
}

const settle = () => new Promise<void>((done) => setTimeout(done));

interface Setting {
  readonly past?: readonly AttemptEntry[];
  readonly check?: (args: string, signal: AbortSignal | undefined) => Promise<CheckedInput>;
}

function start({ past = [], check = async (args) => answered(args) }: Setting = {}) {
  const session = createFakeSession('', past);
  const catching: Catching[] = [];
  const checks: string[] = [];
  const catcher: Catcher = {
    catches: (request, options = {}) =>
      new Promise((resolve, reject) => {
        options.signal?.addEventListener('abort', () => resolve({ kind: 'stopped' }));
        catching.push({
          request,
          options,
          end(end) {
            resolve(end);
            return settle();
          },
          fail(message) {
            reject(new Error(message));
            return settle();
          },
        });
      }),
  };
  const predictions = createPredictions({
    problem: aProblem(),
    session,
    catcher,
    ownInputs: {
      check(_, args, options) {
        checks.push(args);
        return check(args, options?.signal);
      },
    },
    loadWrongSolutions: async () => solutions,
    history: async () => [],
  });
  const state = () => predictions.store.getState();
  return { session, predictions, state, catching, checks };
}

test('an edge class is predicted without an input, or with one that has been checked', async () => {
  const { predictions, session, checks, state } = start();
  expect(await predictions.add('empty', ' ')).toBe(true);
  expect(await predictions.add('ties', ' [(0.5, 1)] ')).toBe(true);
  expect(checks).toEqual(['[(0.5, 1)]']);
  expect(session.appended).toMatchObject([
    { type: 'predicted', edge: 'empty' },
    { type: 'predicted', edge: 'ties', args: '[(0.5, 1)]' },
  ]);
  expect(session.appended[0]).not.toHaveProperty('args');
  expect(state().predictions.map(({ edge }) => edge)).toEqual(['empty', 'ties']);
});

test('a refused input is not predicted, and says why until it is changed', async () => {
  const { predictions, session, state } = start({
    check: async () => ({ kind: 'refused', reason: 'invalid', message: 'Too long.' }),
  });
  expect(await predictions.add('ties', '[1]')).toBe(false);
  expect(session.appended).toEqual([]);
  expect(state().entry).toEqual({ kind: 'refused', message: 'Too long.' });
  predictions.forgetRefusal();
  expect(state().entry).toEqual({ kind: 'idle' });
});

test('a check can be cancelled, and one that fails is made again', async () => {
  let fails = true;
  const { predictions, state, checks } = start({
    check: (args, signal) =>
      fails
        ? new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
        : Promise.resolve(answered(args)),
  });
  const adding = predictions.add('ties', '[1]');
  expect(state().entry).toEqual({ kind: 'checking' });
  predictions.cancelCheck();
  expect(await adding).toBe(false);
  expect(state().entry).toEqual({ kind: 'idle' });
  fails = false;
  expect(await predictions.add('ties', '[1]')).toBe(true);
  expect(checks).toEqual(['[1]', '[1]']);
});

test('the same prediction is not taken twice', async () => {
  const { predictions, state } = start();
  await predictions.add('ties', '[1]');
  expect(await predictions.add('ties', '[1]')).toBe(false);
  expect(state().entry.kind).toBe('refused');
  expect(await predictions.add('ties', '[2]')).toBe(true);
  expect(await predictions.add('ties', '')).toBe(true);
});

test('a removed prediction can be brought back', async () => {
  const { predictions, session, state } = start();
  await predictions.add('ties', '[1]');
  const [made] = state().predictions;
  predictions.withdraw(made?.id ?? '');
  expect(state()).toMatchObject({ predictions: [], undoable: { edge: 'ties' } });
  predictions.undoWithdraw();
  expect(state().predictions).toMatchObject([{ id: made?.id, edge: 'ties', args: '[1]' }]);
  expect(session.appended.map(({ type }) => type)).toEqual(['predicted', 'prediction-withdrawn', 'predicted']);
});

test('the expected value shows only when it is asked for, and the reference is asked once', async () => {
  const { predictions, state, checks } = start();
  await predictions.add('ties', '[1]');
  const id = state().predictions[0]?.id ?? '';
  expect(state().answers.size).toBe(0);
  predictions.showAnswer(id);
  expect(state().answers.get(id)).toEqual({ kind: 'asking' });
  await settle();
  expect(state().answers.get(id)).toEqual({ kind: 'shown', text: 'raises ValueError' });
  expect(checks).toHaveLength(1);
  predictions.hideAnswer(id);
  expect(state().answers.size).toBe(0);
});

test('after a submission the inputs are tried on the wrong solutions, with progress', async () => {
  const { predictions, session, state, catching } = start();
  await predictions.add('ties', '[1]');
  await predictions.add('empty', '');
  session.append(submitted);
  expect(catching).toEqual([]);
  session.append(finished);
  await settle();
  expect(catching).toHaveLength(1);
  expect(catching[0]?.request.inputs).toEqual([
    { args: 'literal [1]', edge: 'ties', answer: { kind: 'raises', exception: 'ValueError' }, referenceMs: 1 },
  ]);
  catching[0]?.options.onProgress?.(1, 2);
  expect(state().catches).toEqual({ kind: 'running', done: 1, total: 2 });
  await catching[0]?.end({ kind: 'finished', caught: [false, true] });
  expect(state().catches).toEqual({ kind: 'finished', inputs: 1, caught: [solutions[1]], missed: [solutions[0]] });
});

test('a run of the candidate takes the interpreter at once; the wrong solutions come after it', async () => {
  const { predictions, session, state, catching } = start();
  await predictions.add('ties', '[1]');
  session.append(submitted);
  session.append(finished);
  await settle();
  session.append({ type: 'ran', runId: '2' });
  expect(catching[0]?.options.signal?.aborted).toBe(true);
  expect(state().catches).toEqual({ kind: 'waiting' });
  session.append({ type: 'run-finished', runId: '2', verdict: 'stopped' });
  await settle();
  expect(catching).toHaveLength(2);
  await catching[1]?.end({ kind: 'finished', caught: [true, true] });
  expect(state().catches.kind).toBe('finished');
});

test('mere runs, submissions that were stopped, and attempts without an input try nothing', async () => {
  const { predictions, session, state, catching } = start();
  await predictions.add('ties', '');
  session.append(submitted);
  session.append(finished);
  await settle();
  expect(state().catches).toEqual({ kind: 'none' });
  await predictions.add('empty', '[]');
  await settle();
  expect(catching).toHaveLength(1);
});

test('a visit after a submission runs nothing by itself', async () => {
  const past: AttemptEntry[] = [
    { type: 'predicted', predictionId: 'a', edge: 'ties', args: '[1]' },
    submitted,
    finished,
  ];
  const { predictions, state, catching, checks } = start({ past });
  expect(state().catches).toEqual({ kind: 'offered' });
  await settle();
  expect([catching, checks]).toEqual([[], []]);
  predictions.tryWrongSolutions();
  await settle();
  expect(catching).toHaveLength(1);
});

test('a failure is told, and can be tried again', async () => {
  const { predictions, session, state, catching } = start();
  await predictions.add('ties', '[1]');
  session.append(submitted);
  session.append(finished);
  await settle();
  await catching[0]?.fail('Python cannot be started.');
  expect(state().catches).toEqual({ kind: 'failed', message: 'Python cannot be started.' });
  predictions.tryWrongSolutions();
  await settle();
  expect(catching).toHaveLength(2);
});

test('while another tab writes the attempt, nothing is predicted', async () => {
  const { predictions, session } = start();
  session.setAccess({ kind: 'reading', because: 'elsewhere' });
  expect(await predictions.add('ties', '')).toBe(false);
  expect(session.appended).toEqual([]);
});

test('edge classes are found by their names first, then by what they mean, the ordinary one never', () => {
  const classes = { basic: 'Nothing special.', 'near-ties': 'Almost equal.', ties: 'Equal.', order: 'Ties and order.' };
  expect(findEdges(classes, 'ti')).toEqual(['ties', 'near-ties', 'order']);
  expect(findEdges(classes, 'Near ties')).toEqual(['near-ties']);
  expect(findEdges(classes, 'equal almost')).toEqual(['near-ties']);
  expect(findEdges(classes, '')).toEqual(['near-ties', 'order', 'ties']);
  expect(findEdges(classes, 'special')).toEqual([]);
});
