import type { AttemptState } from '#domain/attempt.ts';
import type { Difficulty, ProblemSummary } from '#domain/problem.ts';

export interface ListFilter {
  readonly text: string;
  readonly topic: string | null;
  readonly difficulty: Difficulty | null;
  readonly state: AttemptState | null;
}

export const NO_FILTER: ListFilter = { text: '', topic: null, difficulty: null, state: null };

export type ProblemStates = Readonly<Record<string, AttemptState | undefined>>;

/** Problems that pass the filter, in the order given. The text matches titles, topics and edge classes, word by word. */
export function filterProblems(
  problems: readonly ProblemSummary[],
  states: ProblemStates,
  filter: ListFilter,
): readonly ProblemSummary[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return problems.filter((problem) => {
    const text = [problem.title, problem.id, ...problem.topics, ...problem.edges].join(' ').toLowerCase();
    return (
      (filter.topic === null || problem.topics.includes(filter.topic)) &&
      (filter.difficulty === null || problem.difficulty === filter.difficulty) &&
      (filter.state === null || (states[problem.id] ?? 'new') === filter.state) &&
      words.every((word) => text.includes(word))
    );
  });
}

export function topicsOf(problems: readonly ProblemSummary[]): readonly string[] {
  return [...new Set(problems.flatMap((problem) => problem.topics))].sort((a, b) => a.localeCompare(b, 'en'));
}
