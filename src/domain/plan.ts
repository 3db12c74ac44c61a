import type { AttemptState } from './attempt.ts';
import type { ProblemSummary } from './problem.ts';

/** Problems of one week, in the order to solve them. */
export interface PlanWeek {
  readonly title: string;
  /** What the week trains. */
  readonly why: string;
  /** Ids of problems. */
  readonly problems: readonly string[];
}

/** A study plan. It holds no state: how far one is follows from the attempts. */
export interface Plan {
  readonly id: string;
  readonly title: string;
  /** Who it is for, in a sentence. */
  readonly audience: string;
  readonly weeks: readonly PlanWeek[];
}

/** By problem id; a problem that is missing is new. */
export type ProblemStates = Readonly<Record<string, AttemptState | undefined>>;

export interface Progress {
  readonly solved: number;
  readonly total: number;
}

export interface PlanProgress {
  /** Of each week, in the plan's order. */
  readonly weeks: readonly Progress[];
  readonly whole: Progress;
  /** Whether anything of the plan has been tried, solved or not. */
  readonly begun: boolean;
  /** The first problem that is not solved, by the plan's order; null when all are. */
  readonly next: string | null;
}

export function progressOf(plan: Plan, states: ProblemStates): PlanProgress {
  const stateOf = (id: string): AttemptState => states[id] ?? 'new';
  const progress = (ids: readonly string[]): Progress => ({
    solved: ids.filter((id) => stateOf(id) === 'solved').length,
    total: ids.length,
  });
  const all = problemsOf(plan);
  return {
    weeks: plan.weeks.map(({ problems }) => progress(problems)),
    whole: progress(all),
    begun: all.some((id) => stateOf(id) !== 'new'),
    next: all.find((id) => stateOf(id) !== 'solved') ?? null,
  };
}

/** Ids of all problems of the plan, in order. */
export function problemsOf(plan: Plan): readonly string[] {
  return plan.weeks.flatMap(({ problems }) => problems);
}

/** The problem that the plan puts after this one; null after the last, and where the plan does not have it. */
export function nextInPlan(plan: Plan, id: string): string | null {
  const ids = problemsOf(plan);
  const at = ids.indexOf(id);
  return at === -1 ? null : (ids[at + 1] ?? null);
}

export interface EdgeCount {
  readonly edge: string;
  /** In how many problems it occurs. */
  readonly count: number;
}

/** How many of the problems have each edge class, by name. */
export function countEdges(problems: readonly Pick<ProblemSummary, 'edges'>[]): readonly EdgeCount[] {
  const counts = new Map<string, number>();
  for (const { edges } of problems) for (const edge of new Set(edges)) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  return [...counts].map(([edge, count]) => ({ edge, count })).sort((a, b) => (a.edge < b.edge ? -1 : 1));
}

/**
 * The edge classes that these problems train, those of the most problems first, then by name. Classes that every problem
 * of the `bank` has (an ordinary input, say) say nothing about a choice of problems, and are left out.
 */
export function edgesTrained(
  problems: readonly Pick<ProblemSummary, 'edges'>[],
  bank: readonly Pick<ProblemSummary, 'edges'>[],
): readonly EdgeCount[] {
  const everywhere = new Set(
    countEdges(bank)
      .filter(({ count }) => count === bank.length)
      .map(({ edge }) => edge),
  );
  return countEdges(problems)
    .filter(({ edge }) => !everywhere.has(edge))
    .sort((a, b) => b.count - a.count);
}
