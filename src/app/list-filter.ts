import type { AttemptState } from '#domain/attempt.ts';
import { countEdges, type EdgeCount, type ProblemStates } from '#domain/plan.ts';
import type { Difficulty, ProblemSummary } from '#domain/problem.ts';

export interface ListFilter {
  readonly text: string;
  readonly topic: string | null;
  readonly difficulty: Difficulty | null;
  readonly edge: string | null;
  readonly state: AttemptState | null;
}

export const NO_FILTER: ListFilter = { text: '', topic: null, difficulty: null, edge: null, state: null };

export const DIFFICULTIES: readonly Difficulty[] = ['easy', 'medium', 'hard'];
export const STATES: readonly AttemptState[] = ['new', 'attempted', 'solved'];

export function isFiltered(filter: ListFilter): boolean {
  return filter.text.trim() !== '' || [filter.topic, filter.difficulty, filter.edge, filter.state].some(Boolean);
}

/** Problems that pass the filter, in the order given. The text matches titles, topics, edge classes and their variants, word by word. */
export function filterProblems(
  problems: readonly ProblemSummary[],
  states: ProblemStates,
  filter: ListFilter,
): readonly ProblemSummary[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return problems.filter((problem) => {
    const { title, id, topics, edges, edgeVariants = [] } = problem;
    const text = [title, id, ...topics, ...edges, ...edgeVariants].join(' ').toLowerCase();
    return (
      (filter.topic === null || problem.topics.includes(filter.topic)) &&
      (filter.difficulty === null || problem.difficulty === filter.difficulty) &&
      (filter.edge === null || problem.edges.includes(filter.edge)) &&
      (filter.state === null || (states[problem.id] ?? 'new') === filter.state) &&
      words.every((word) => text.includes(word))
    );
  });
}

export function topicsOf(problems: readonly ProblemSummary[]): readonly string[] {
  return [...new Set(problems.flatMap((problem) => problem.topics))].sort((a, b) => a.localeCompare(b, 'en'));
}

/**
 * The edge classes there are to choose from, each with the number of problems that would show: those that pass the rest
 * of the filter. A class that is chosen is always among them, even with none.
 */
export function edgeChoices(
  problems: readonly ProblemSummary[],
  states: ProblemStates,
  filter: ListFilter,
): readonly EdgeCount[] {
  const counts = countEdges(filterProblems(problems, states, { ...filter, edge: null }));
  const { edge } = filter;
  return edge === null || counts.some((choice) => choice.edge === edge) ? counts : [{ edge, count: 0 }, ...counts];
}
