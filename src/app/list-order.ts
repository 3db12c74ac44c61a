import type { ProblemStates } from '#domain/plan.ts';
import type { ProblemSummary } from '#domain/problem.ts';
import { DIFFICULTIES, STATES } from './list-filter.ts';

export const COLUMNS = ['title', 'topic', 'difficulty', 'state', 'cases', 'edges', 'strength'] as const;
export type Column = (typeof COLUMNS)[number];

export interface ListOrder {
  readonly column: Column;
  readonly direction: 'ascending' | 'descending';
}

/** What pressing a column's header asks for: up, then down, then the catalogue's own order (null). */
export function nextOrder(order: ListOrder | null, column: Column): ListOrder | null {
  if (order?.column !== column) return { column, direction: 'ascending' };
  return order.direction === 'ascending' ? { column, direction: 'descending' } : null;
}

/** Equal problems stay as they were. A strength that is not known comes last in either direction. */
export function sortProblems(
  problems: readonly ProblemSummary[],
  states: ProblemStates,
  order: ListOrder | null,
): readonly ProblemSummary[] {
  if (order === null) return problems;
  const { column, direction } = order;
  const sign = direction === 'ascending' ? 1 : -1;
  return problems.toSorted((a, b) => {
    const [x, y] = [sortKey(a, states, column), sortKey(b, states, column)];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    return sign * compare(x, y);
  });
}

function sortKey(problem: ProblemSummary, states: ProblemStates, column: Column): string | number | undefined {
  switch (column) {
    case 'title':
      return problem.title;
    case 'topic':
      return problem.topics.join(', ');
    case 'difficulty':
      return DIFFICULTIES.indexOf(problem.difficulty);
    case 'state':
      return STATES.indexOf(states[problem.id] ?? 'new');
    case 'cases':
      return problem.caseCount;
    case 'edges':
      return problem.edges.length;
    case 'strength':
      return problem.strength;
  }
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en');
}
