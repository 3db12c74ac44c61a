import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type AttemptRunId,
  applyChanges,
  hasSeenEditorial,
  hasSubmitted,
  revealedHints,
  stateOf,
  type TextChange,
} from '#domain/attempt.ts';
import { messageOf } from '#domain/message-of.ts';
import type { Problem } from '#domain/problem.ts';
import type { CaseResult } from '#domain/verdict.ts';
import type { Explainer } from '#grading/explainer.ts';
import type { GradeEnd, Grader } from '#grading/grader.ts';
import type { Runner } from '#runner/runner.ts';
import type { AttemptSession } from '#storage/attempt-log.ts';
import { groupByEdge, neighbouringFailure, type Results, visibleCases } from './board.ts';
import { createOwnInputsPart, type OwnInputsPart } from './own-inputs.ts';
import { isBusy, type RunMode, type RunState, sharedFailure, summarise } from './run-state.ts';
import { createSmallestPart, type SmallestPart } from './smallest.ts';

/** `statement`, `hints`, `editorial`, or the id of a tab that the page adds. */
export type StatementTab = string;

export interface WorkbenchState {
  /** Another tab writes this attempt: here, nothing can be typed, run or revealed. */
  readonly readOnly: boolean;
  readonly code: string;
  /** The text as somebody other than the editor last set it; `revision` grows with each. */
  readonly replacement: { readonly revision: number; readonly text: string };
  /** What the editor is asked to show; `revision` grows with each request. */
  readonly request: { readonly revision: number; readonly line?: number };
  /** The code that a reset threw away, as long as it can be brought back. */
  readonly undoableReset: string | null;
  readonly run: RunState;
  readonly results: Results;
  /** The code that `results` speak of. */
  readonly judgedCode: string | null;
  readonly selected: number | null;
  /** What the results show: the selected case, or the candidate's own inputs. */
  readonly detail: 'case' | 'own';
  readonly hasSubmitted: boolean;
  readonly solved: boolean;
  readonly hintsShown: number;
  readonly editorialShown: boolean;
  readonly tab: StatementTab;
}

export interface WorkbenchCollaborators {
  readonly problem: Problem;
  readonly grader: Grader;
  readonly explainer: Explainer;
  readonly runner: Runner;
  readonly session: AttemptSession;
}

/** How long Stop waits for the interpreter to say where the code stood before the page calls the run stopped anyway. */
const STOP_PATIENCE_MS = 4000;

export interface Workbench {
  readonly problem: Problem;
  readonly runner: Runner;
  readonly store: StoreApi<WorkbenchState>;
  readonly explainer: Explainer;
  readonly own: OwnInputsPart;
  readonly smallest: SmallestPart;
  /** Takes what was typed. `text` is the text after the changes. */
  edit(changes: readonly TextChange[], text: string): void;
  /** Notes where the caret or the selection came to rest, for the replay. */
  noteSelection(selection: { readonly start: number; readonly end: number }): void;
  reset(): void;
  undoReset(): void;
  forgetReset(): void;
  run(): void;
  submit(): void;
  runOnly(index: number): void;
  stop(): void;
  select(index: number | null): void;
  /** Shows the candidate's own inputs; with `args`, with these in the box. */
  showOwn(args?: string): void;
  hideOwn(): void;
  selectFailure(step: 1 | -1): void;
  showTab(tab: StatementTab): void;
  showNextHint(): void;
  showEditorial(): void;
  focusEditor(line?: number): void;
  dispose(): void;
}

/** The state of one problem being solved, and everything that can be done with it. Nothing runs until asked to. */
export function createWorkbench(collaborators: WorkbenchCollaborators): Workbench {
  const { problem, grader, explainer, runner, session } = collaborators;
  const store = createStore<WorkbenchState>(() => firstState(session));
  const { getState, setState } = store;
  const unwatch = session.subscribeAccess(() => setState({ readOnly: isReadOnly(session) }));
  const code = () => getState().code;
  const own = createOwnInputsPart({ problem, session, explainer, code });
  const smallest = createSmallestPart({ problem, explainer, code });
  const order = () =>
    groupByEdge(problem.cases, visibleCases(problem.cases, getState().hasSubmitted)).flatMap((group) => group.cases);

  /** The run whose news still counts; whatever an older one says is dropped. */
  let live: { readonly abort: AbortController; readonly runId: AttemptRunId } | null = null;
  let runs = 0;

  function replaceCode(text: string, reason: 'reset' | 'undo-reset'): void {
    session.append({ type: 'replaced', code: text, reason });
    setState(({ replacement }) => ({ code: text, replacement: { revision: replacement.revision + 1, text } }));
  }

  function start(mode: RunMode, cases: readonly number[]): void {
    if (isBusy(getState().run) || cases.length === 0 || getState().readOnly) return;
    // A run waits for nothing that is merely of interest.
    own.stop();
    smallest.clear();
    const runId = String(++runs);
    const abort = new AbortController();
    const { code } = getState();
    const mine = () => live?.runId === runId;
    live = { abort, runId };
    session.append(mode === 'submit' ? { type: 'submitted', runId } : { type: 'ran', runId });
    setState(({ results, hasSubmitted: before }) => ({
      run: { kind: 'running', mode, cases, current: null, done: 0 },
      results: mode === 'one' ? without(results, cases) : new Map(),
      judgedCode: code,
      selected: mode === 'one' ? (cases[0] ?? null) : null,
      detail: 'case',
      hasSubmitted: before || mode === 'submit',
    }));
    const onResult = (result: CaseResult) => {
      if (!mine()) return;
      const { index, name, edge, verdict, ms } = result;
      session.append({ type: 'case-finished', runId, index, name, edge, verdict, ms });
      setState(({ results, run }) => ({
        results: new Map(results).set(index, result),
        run: run.kind === 'running' || run.kind === 'stopping' ? { ...run, done: run.done + 1 } : run,
      }));
    };
    const onCaseStarted = (index: number) => {
      if (mine()) setState(({ run }) => (run.kind === 'running' ? { run: { ...run, current: index } } : {}));
    };
    grader
      .grade({ problem, code, cases, pristine: mode === 'submit' }, { signal: abort.signal, onCaseStarted, onResult })
      .then(
        (end) => mine() && finish(mode, runId, cases.length, end),
        (error: unknown) => mine() && fail(runId, error),
      );
  }

  function finish(mode: RunMode, runId: AttemptRunId, total: number, end: GradeEnd): void {
    live = null;
    if (end.kind === 'stopped') {
      session.append({ type: 'run-finished', runId, verdict: 'stopped' });
      const line = end.line === undefined ? {} : { line: end.line };
      setState({ run: { kind: 'stopped', mode, done: end.results.length, total, ...line } });
      return;
    }
    session.append({ type: 'run-finished', runId, verdict: end.verdict });
    // What all cases share is said once, above them: none is singled out.
    const failing =
      sharedFailure(end.results) === null ? end.results.filter((result) => result.verdict !== 'Accepted') : [];
    const firstFailing = order().find((index) => failing.some((result) => result.index === index)) ?? null;
    setState((state) => ({
      run: { kind: 'graded', mode, verdict: end.verdict, summary: summarise(end.results) },
      solved: state.solved || (mode === 'submit' && end.verdict === 'Accepted'),
      selected: state.selected ?? firstFailing,
    }));
  }

  function fail(runId: AttemptRunId, error: unknown): void {
    live = null;
    session.append({ type: 'run-finished', runId, verdict: 'stopped' });
    setState({ run: { kind: 'failed', message: messageOf(error) } });
  }

  return {
    problem,
    runner,
    store,
    explainer,
    own,
    smallest,
    edit(changes, text) {
      const { code, readOnly } = getState();
      if (text === code || readOnly) return;
      const follows = applyChanges(code, changes) === text;
      session.append(follows ? { type: 'edited', changes } : { type: 'replaced', code: text, reason: 'resync' });
      setState({ code: text });
    },
    noteSelection: ({ start, end }) => session.append({ type: 'selected', start, end }),
    reset() {
      const { code, readOnly } = getState();
      if (code === problem.starter || readOnly) return;
      replaceCode(problem.starter, 'reset');
      setState({ undoableReset: code });
    },
    undoReset() {
      const { undoableReset, readOnly } = getState();
      if (undoableReset === null || readOnly) return;
      replaceCode(undoableReset, 'undo-reset');
      setState({ undoableReset: null });
    },
    forgetReset: () => setState({ undoableReset: null }),
    run: () => start('run', visibleCases(problem.cases, false)),
    submit: () =>
      start(
        'submit',
        problem.cases.map((_, index) => index),
      ),
    runOnly: (index) => start('one', [index]),
    stop() {
      const { run } = getState();
      if (live === null || run.kind !== 'running') return;
      const { abort, runId } = live;
      const { mode, cases, done } = run;
      const letGo = () => {
        if (live?.runId === runId)
          finish(mode, runId, cases.length, { kind: 'stopped', results: allResults(getState().results, cases) });
      };
      setState({ run: { kind: 'stopping', mode, cases, done } });
      abort.abort();
      // Before the first case starts there is no code to interrupt, so there is nothing to wait for.
      if (run.current === null && done === 0) letGo();
      else setTimeout(letGo, STOP_PATIENCE_MS);
    },
    select: (index) => setState({ selected: index, detail: 'case' }),
    showOwn(args) {
      if (args !== undefined) own.type(args);
      setState({ detail: 'own' });
    },
    hideOwn: () => setState({ detail: 'case' }),
    selectFailure(step) {
      const { results, selected } = getState();
      const next = neighbouringFailure(order(), results, selected, step);
      if (next !== null) setState({ selected: next, detail: 'case' });
    },
    showTab: (tab) => setState({ tab }),
    showNextHint() {
      const { hintsShown, readOnly } = getState();
      if (hintsShown >= problem.hints.length || readOnly) return;
      session.append({ type: 'hint-shown', index: hintsShown });
      setState({ hintsShown: hintsShown + 1 });
    },
    showEditorial() {
      if (getState().editorialShown || getState().readOnly) return;
      session.append({ type: 'editorial-shown' });
      setState({ editorialShown: true });
    },
    focusEditor(line) {
      const where = line === undefined ? {} : { line };
      setState(({ request }) => ({ request: { revision: request.revision + 1, ...where } }));
    },
    dispose() {
      live?.abort.abort();
      live = null;
      own.stop();
      smallest.clear();
      unwatch();
      session.close();
    },
  };
}

function firstState(session: AttemptSession): WorkbenchState {
  const { draft, events } = session;
  return {
    readOnly: isReadOnly(session),
    code: draft,
    replacement: { revision: 0, text: draft },
    request: { revision: 0 },
    undoableReset: null,
    run: { kind: 'idle' },
    results: new Map(),
    judgedCode: null,
    selected: null,
    detail: 'case',
    hasSubmitted: hasSubmitted(events),
    solved: stateOf(events) === 'solved',
    hintsShown: revealedHints(events).length,
    editorialShown: hasSeenEditorial(events),
    tab: 'statement',
  };
}

function isReadOnly(session: AttemptSession): boolean {
  return session.access().kind !== 'writing';
}

function without(results: Results, cases: readonly number[]): Results {
  return new Map([...results].filter(([index]) => !cases.includes(index)));
}

function allResults(results: Results, cases: readonly number[]): readonly CaseResult[] {
  return cases.flatMap((index) => results.get(index) ?? []);
}
