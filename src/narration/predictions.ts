import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AttemptEvent } from '#domain/attempt.ts';
import { messageOf } from '#domain/message-of.ts';
import { type Foresight, foresightOf, isDone, type Prediction, predictionsOf } from '#domain/predictions.ts';
import type { Problem, WrongSolution } from '#domain/problem.ts';
import type { Catcher, KnownInput } from '#grading/known-wrong.ts';
import type { CheckedInput, OwnInputs } from '#grading/own-input.ts';
import type { AttemptSession } from '#storage/attempt-log.ts';
import { randomId } from '#storage/random-id.ts';

/** Where the form for a new prediction stands. */
export type EntryState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'refused'; readonly message: string };

/** The reference's answer to an own input, which shows only when it is asked for. */
export type AnswerState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'shown'; readonly text: string }
  | { readonly kind: 'failed'; readonly message: string };

/** How many of the known wrong solutions the own inputs catch. */
export type CatchState =
  /** No submission yet, or no input. */
  | { readonly kind: 'none' }
  /** A visit begins: nothing is run before the candidate asks for it. */
  | { readonly kind: 'offered' }
  /** A run of the candidate's goes first. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | {
      readonly kind: 'finished';
      readonly inputs: number;
      readonly caught: readonly WrongSolution[];
      readonly missed: readonly WrongSolution[];
    }
  | { readonly kind: 'failed'; readonly message: string };

export interface PredictionsState {
  readonly predictions: readonly Prediction[];
  readonly entry: EntryState;
  /** By the prediction's id. */
  readonly answers: ReadonlyMap<string, AnswerState>;
  /** The last prediction that was removed, as long as it can be brought back. */
  readonly undoable: Prediction | null;
  /** Null before the first submission. */
  readonly foresight: Foresight | null;
  readonly catches: CatchState;
  /** Solved or given up: what the wrong solutions are may be told. */
  readonly done: boolean;
}

export interface PredictionsCollaborators {
  readonly problem: Problem;
  readonly session: AttemptSession;
  readonly catcher: Catcher;
  readonly ownInputs: OwnInputs;
  readonly loadWrongSolutions: () => Promise<readonly WrongSolution[]>;
  /** Every event of the attempt, which the session's own list leaves out some of. */
  readonly history: () => Promise<readonly AttemptEvent[]>;
}

/** The edge cases that a candidate foresees in one attempt. */
export interface Predictions {
  readonly problem: Problem;
  readonly store: StoreApi<PredictionsState>;
  /** Resolves to whether the prediction was taken; an input is checked first. An empty `args` is none. */
  add(edge: string, args: string): Promise<boolean>;
  cancelCheck(): void;
  /** The candidate changes what was refused. */
  forgetRefusal(): void;
  withdraw(id: string): void;
  undoWithdraw(): void;
  forgetWithdrawn(): void;
  showAnswer(id: string): void;
  hideAnswer(id: string): void;
  /** Runs the known wrong solutions on the own inputs. */
  tryWrongSolutions(): void;
  dispose(): void;
}

/** Everything that is predicted is appended to the log, and what shows follows from it. */
export function createPredictions(collaborators: PredictionsCollaborators): Predictions {
  const { problem, session, catcher, ownInputs, loadWrongSolutions, history } = collaborators;
  /** By the text of the arguments: the same input is checked once a visit. */
  const checked = new Map<string, Promise<CheckedInput>>();
  const leaving = new AbortController();
  let earlier: readonly AttemptEvent[] = [];
  let checking: AbortController | null = null;
  let catching: AbortController | null = null;
  let runs = 0;

  /** Another tab writes this attempt now. */
  const isReadOnly = (): boolean => session.access().kind !== 'writing';
  const log = (): readonly AttemptEvent[] => [...earlier, ...session.events];
  const view = (): Pick<PredictionsState, 'predictions' | 'foresight' | 'done'> => ({
    predictions: predictionsOf(session.events),
    foresight: foresightOf(problem.cases, log()),
    done: isDone(session.events),
  });
  const store = createStore<PredictionsState>(() => {
    const first = view();
    const offered = first.foresight !== null && first.predictions.some(({ args }) => args !== null);
    return {
      ...first,
      entry: { kind: 'idle' },
      answers: new Map(),
      undoable: null,
      catches: { kind: offered ? 'offered' : 'none' },
    };
  });
  const { getState, setState } = store;

  // The session's own events leave out how single cases of earlier visits ended.
  if (getState().foresight !== null) {
    void history().then((all) => {
      const here = session.events.at(-1)?.session;
      earlier = all.filter((event) => event.type === 'case-finished' && event.session !== here);
      setState(view());
    });
  }

  function ask(args: string, signal: AbortSignal): Promise<CheckedInput> {
    const known = checked.get(args);
    if (known !== undefined) return known;
    const asked = ownInputs.check(problem, args, { signal: AbortSignal.any([signal, leaving.signal]) });
    checked.set(args, asked);
    // What failed may work another time.
    asked.catch(() => checked.delete(args));
    return asked;
  }

  function setAnswer(id: string, answer: AnswerState | null): void {
    setState(({ answers }) => {
      const next = new Map(answers);
      if (answer === null) next.delete(id);
      else next.set(id, answer);
      return { answers: next };
    });
  }

  async function tryWrongSolutions(): Promise<void> {
    catching?.abort();
    const inputs = getState().predictions.filter(({ args }) => args !== null);
    if (getState().foresight === null || inputs.length === 0) return setState({ catches: { kind: 'none' } });
    if (runs > 0) return setState({ catches: { kind: 'waiting' } });
    const abort = new AbortController();
    catching = abort;
    const { signal } = abort;
    setState({ catches: { kind: 'running', done: 0, total: 0 } });
    try {
      const [solutions, known] = await Promise.all([
        loadWrongSolutions(),
        Promise.all(inputs.map((prediction) => knownInput(prediction, (args) => ask(args, leaving.signal)))),
      ]);
      if (signal.aborted) return;
      const usable = known.filter((input) => input !== null);
      const end = await catcher.catches(
        { problem, inputs: usable, solutions },
        {
          signal,
          onProgress(done, total) {
            if (!signal.aborted) setState({ catches: { kind: 'running', done, total } });
          },
        },
      );
      if (signal.aborted || end.kind === 'stopped') return;
      const caught = solutions.filter((_, position) => end.caught[position]);
      const missed = solutions.filter((_, position) => !end.caught[position]);
      setState({ catches: { kind: 'finished', inputs: usable.length, caught, missed } });
    } catch (error) {
      if (!signal.aborted) setState({ catches: { kind: 'failed', message: messageOf(error) } });
    }
  }

  const unsubscribe = session.subscribe((event) => {
    switch (event.type) {
      case 'ran':
      case 'submitted':
        runs += 1;
        // The interpreter belongs to the candidate's run.
        catching?.abort();
        if (getState().catches.kind === 'running') setState({ catches: { kind: 'waiting' } });
        return setState(view());
      case 'run-finished': {
        runs = Math.max(0, runs - 1);
        const before = getState();
        setState(view());
        const isSubmission = session.events.some(
          (one) => one.type === 'submitted' && one.session === event.session && one.runId === event.runId,
        );
        const { kind } = before.catches;
        // Wrong solutions and inputs are the same as at the submission before.
        const isNews = isSubmission && event.verdict !== 'stopped' && kind !== 'finished';
        if (kind === 'waiting' || isNews) void tryWrongSolutions();
        return;
      }
      case 'predicted':
      case 'prediction-withdrawn':
        setState(view());
        if (getState().foresight !== null && getState().catches.kind !== 'offered') void tryWrongSolutions();
        return;
      case 'editorial-shown':
      case 'ended':
        return setState(view());
    }
  });

  return {
    problem,
    store,
    async add(edge, written) {
      const args = written.trim();
      const before = getState();
      if (isReadOnly() || before.entry.kind === 'checking') return false;
      if (before.predictions.some((one) => one.edge === edge && (one.args ?? '') === args)) {
        const what = args === '' ? `You have predicted ${edge}.` : `You have this input for ${edge}.`;
        setState({ entry: { kind: 'refused', message: `${what} Choose another class, or give another input.` } });
        return false;
      }
      if (args !== '' && !(await isTaken(args))) return false;
      session.append({ type: 'predicted', predictionId: randomId(), edge, ...(args !== '' && { args }) });
      setState({ entry: { kind: 'idle' }, undoable: null });
      return true;
    },
    cancelCheck() {
      checking?.abort();
      setState({ entry: { kind: 'idle' } });
    },
    forgetRefusal() {
      if (getState().entry.kind === 'refused') setState({ entry: { kind: 'idle' } });
    },
    withdraw(id) {
      const prediction = getState().predictions.find((one) => one.id === id);
      if (prediction === undefined || isReadOnly()) return;
      session.append({ type: 'prediction-withdrawn', predictionId: id });
      setState({ undoable: prediction });
    },
    undoWithdraw() {
      const { undoable } = getState();
      if (undoable === null || isReadOnly()) return;
      const { id, edge, args } = undoable;
      session.append({ type: 'predicted', predictionId: id, edge, ...(args !== null && { args }) });
      setState({ undoable: null });
    },
    forgetWithdrawn: () => setState({ undoable: null }),
    showAnswer(id) {
      const args = getState().predictions.find((one) => one.id === id)?.args;
      if (args === null || args === undefined) return;
      setAnswer(id, { kind: 'asking' });
      ask(args, leaving.signal).then(
        (input) => setAnswer(id, answerState(input)),
        (error: unknown) => setAnswer(id, { kind: 'failed', message: messageOf(error) }),
      );
    },
    hideAnswer: (id) => setAnswer(id, null),
    tryWrongSolutions: () => void tryWrongSolutions(),
    dispose() {
      unsubscribe();
      catching?.abort();
      leaving.abort();
    },
  };

  /** Checks the input of a new prediction; what is wrong with it goes to the form. */
  async function isTaken(args: string): Promise<boolean> {
    const abort = new AbortController();
    checking = abort;
    setState({ entry: { kind: 'checking' } });
    try {
      const input = await ask(args, abort.signal);
      if (abort.signal.aborted) return false;
      if (input.kind === 'answered') return true;
      setState({ entry: { kind: 'refused', message: input.message } });
    } catch (error) {
      if (!abort.signal.aborted) setState({ entry: { kind: 'refused', message: messageOf(error) } });
    }
    return false;
  }
}

async function knownInput(
  { args, edge }: Prediction,
  ask: (args: string) => Promise<CheckedInput>,
): Promise<KnownInput | null> {
  if (args === null) return null;
  const input = await ask(args);
  if (input.kind === 'refused') return null;
  return { args: input.args, edge, answer: input.answer, referenceMs: input.referenceMs };
}

function answerState(input: CheckedInput): AnswerState {
  if (input.kind === 'refused') return { kind: 'failed', message: input.message };
  return { kind: 'shown', text: input.expected.text };
}
