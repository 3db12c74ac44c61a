/** What `build/plugin.ts` makes of the problems folder. */
declare module 'virtual:catalog' {
  import type { Plan } from '#domain/plan.ts';
  import type { Problem, ProblemSummary, WrongSolution } from '#domain/problem.ts';
  import type { RubricItem } from '#domain/rubric.ts';

  /** By category, then from easy to hard, then by title. */
  export const problems: readonly ProblemSummary[];
  /** Edge class to the sentence that explains it. */
  export const edgeClasses: Readonly<Record<string, string>>;
  /** Study plans; every problem that they name is one of `problems`. */
  export const plans: readonly Plan[];
  /** What interviewers listen for, in the order of the session. */
  export const rubric: readonly RubricItem[];
  /** Fetches a problem's chunk; rejects when there is no such problem. */
  export function loadProblem(id: string): Promise<Problem>;
  /** Fetches the chunk of a problem's wrong solutions; rejects when there is no such problem. */
  export function loadWrongSolutions(id: string): Promise<readonly WrongSolution[]>;
}

declare module 'virtual:checkers' {
  import type { Value } from '#domain/value.ts';

  type Check = (question: { args: string; expected: Value; actual: Value }) => {
    accepted: boolean;
    message?: string;
    path?: string;
  };
  /** The problem's own `check`, or undefined where its comparison rule is the verdict. */
  export function loadChecker(id: string): Promise<Check | undefined>;
}
