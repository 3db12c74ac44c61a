import { createStore, type StoreApi } from 'zustand/vanilla';
import { codeOfRun } from '#domain/attempt.ts';
import type { Card, Grade } from '#domain/cards.ts';
import { messageOf } from '#domain/message-of.ts';
import type { Case, Problem } from '#domain/problem.ts';
import type { CaseResult } from '#domain/verdict.ts';
import type { GradeEnd, Grader } from '#grading/grader.ts';
import type { AttemptLog } from '#storage/attempt-log.ts';
import { guessFits, suggestedGrade } from './guess.ts';
import type { Answer, ReviewQueue } from './queue.ts';

/** What is gone over. */
export interface Material {
  readonly problem: Problem;
  readonly item: Case;
  readonly index: number;
  /** Cases that are run beside it once it is mended: others of its class, and an ordinary one. */
  readonly neighbours: readonly number[];
  /** The candidate's own code of that day, or the starter where the log has lost it. */
  readonly code: string;
  readonly codeIsOwn: boolean;
}

export type FixRun =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly results: readonly CaseResult[] }
  | { readonly kind: 'graded'; readonly results: readonly CaseResult[] }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly message: string };

export type ReviewStep =
  | { readonly kind: 'loading' }
  /** `gone`: the problem or the case is no longer in the bank. */
  | { readonly kind: 'unavailable'; readonly gone: boolean; readonly message: string }
  | { readonly kind: 'asked'; readonly material: Material; readonly trouble: string | null }
  | { readonly kind: 'revealing'; readonly material: Material }
  | {
      readonly kind: 'revealed';
      readonly material: Material;
      readonly result: CaseResult;
      readonly fix: FixRun;
      /** Whether the case has passed with the code as it was mended. */
      readonly fixed: boolean;
    };

export interface ReviewState {
  readonly step: ReviewStep;
  readonly answer: Answer;
  /** Whether the answer was right: by comparison at first, then as the candidate says. */
  readonly right: boolean;
  readonly code: string;
}

/** One card being gone over. Nothing runs until it is asked to. */
export interface Review {
  readonly card: Card;
  readonly store: StoreApi<ReviewState>;
  say(answer: Partial<Answer>): void;
  /** Runs the code of that day on the case, and shows how it went. */
  reveal(): void;
  sayRight(right: boolean): void;
  edit(code: string): void;
  /** Runs the case and its neighbours on the code as it stands. */
  runFix(): void;
  stop(): void;
  /** Keeps the grade with the answer; resolves when it is written. */
  grade(grade: Grade): Promise<void>;
  dispose(): void;
}

export interface ReviewCollaborators {
  readonly card: Card;
  readonly queue: Pick<ReviewQueue, 'grade'>;
  readonly log: Promise<Pick<AttemptLog, 'history'>>;
  readonly loadProblem: (id: string) => Promise<Problem>;
  readonly grader: Grader;
}

export function createReview({ card, queue, log, loadProblem, grader }: ReviewCollaborators): Review {
  const store = createStore<ReviewState>(() => ({
    step: { kind: 'loading' },
    answer: { returns: '', why: '' },
    right: false,
    code: '',
  }));
  const { getState, setState } = store;
  let live: AbortController | null = null;
  let kept: Promise<void> | null = null;

  const load = async (): Promise<void> => {
    const problem = await loadProblem(card.problemId);
    const index = problem.cases.findIndex(({ name }) => name === card.case);
    const item = problem.cases[index];
    if (item === undefined) {
      const message = `The case "${card.case}" is no longer part of ${problem.title}.`;
      return setState({ step: { kind: 'unavailable', gone: true, message } });
    }
    const own = codeOfRun(await (await log).history(card.failed.attemptId), card.failed);
    const code = own ?? problem.starter;
    const material = { problem, item, index, neighbours: neighboursOf(problem, index), code, codeIsOwn: own !== null };
    grader.prepare(problem);
    setState({ step: { kind: 'asked', material, trouble: null }, code });
  };
  load().catch((error: unknown) => {
    setState({ step: { kind: 'unavailable', gone: false, message: messageOf(error) } });
  });

  /** Null when it was stopped or overtaken. */
  const run = async (
    material: Material,
    code: string,
    cases: readonly number[],
    onResult: (result: CaseResult) => void,
  ): Promise<Extract<GradeEnd, { kind: 'graded' }> | null> => {
    const abort = new AbortController();
    live?.abort();
    live = abort;
    const mine = () => live === abort;
    try {
      const { problem } = material;
      const end = await grader.grade(
        { problem, code, cases, pristine: true },
        { signal: abort.signal, onResult: (result) => mine() && onResult(result) },
      );
      return mine() && end.kind === 'graded' ? end : null;
    } finally {
      if (mine()) live = null;
    }
  };

  const setFix = (fix: FixRun, fixed?: boolean): void => {
    setState(({ step }) => (step.kind === 'revealed' ? { step: { ...step, fix, fixed: fixed ?? step.fixed } } : {}));
  };

  return {
    card,
    store,
    say: (answer) => setState((state) => ({ answer: { ...state.answer, ...answer } })),
    reveal() {
      const { step } = getState();
      if (step.kind !== 'asked') return;
      const { material } = step;
      setState({ step: { kind: 'revealing', material } });
      run(material, material.code, [material.index], () => undefined).then(
        (end) => {
          const result = end?.results[0];
          if (result === undefined) return setState({ step: { kind: 'asked', material, trouble: null } });
          const right = guessFits(getState().answer.returns, result);
          setState({ step: { kind: 'revealed', material, result, fix: { kind: 'idle' }, fixed: false }, right });
        },
        (error: unknown) => setState({ step: { kind: 'asked', material, trouble: messageOf(error) } }),
      );
    },
    sayRight: (right) => setState({ right }),
    edit: (code) => setState({ code }),
    runFix() {
      const { step, code } = getState();
      if (step.kind !== 'revealed' || step.fix.kind === 'running') return;
      const { material } = step;
      const results: CaseResult[] = [];
      setFix({ kind: 'running', results: [] });
      run(material, code, [material.index, ...material.neighbours], (result) => {
        results.push(result);
        setFix({ kind: 'running', results: [...results] });
      }).then(
        (end) => {
          if (end === null) return setFix({ kind: 'stopped' });
          setFix({ kind: 'graded', results: end.results }, end.verdict === 'Accepted');
        },
        (error: unknown) => setFix({ kind: 'failed', message: messageOf(error) }),
      );
    },
    stop: () => live?.abort(),
    grade(grade) {
      const { answer } = getState();
      const said = answer.returns.trim() !== '' || answer.why.trim() !== '';
      // A key that is held down must not grade twice.
      kept ??= queue.grade(card, grade, said ? answer : null);
      return kept;
    },
    dispose() {
      live?.abort();
      live = null;
    },
  };
}

/** The grade that the review so far speaks for. */
export function gradeFor({ step, right }: ReviewState): Grade {
  return suggestedGrade({ right, fixed: step.kind === 'revealed' && step.fixed });
}

/** As many cases of the class as one waits for without impatience. */
const MOST_OF_CLASS = 4;

function neighboursOf({ cases }: Problem, index: number): readonly number[] {
  const edge = cases[index]?.edge;
  const others = cases.map((_, other) => other).filter((other) => other !== index);
  const sameClass = others.filter((other) => cases[other]?.edge === edge).slice(0, MOST_OF_CLASS);
  const ordinary = others.find((other) => cases[other]?.sample && !sameClass.includes(other));
  return ordinary === undefined ? sameClass : [...sameClass, ordinary];
}
