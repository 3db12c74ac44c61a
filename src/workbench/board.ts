import type { Case } from '#domain/problem.ts';
import type { CaseResult } from '#domain/verdict.ts';
import type { MarkStatus } from '#ui/verdict-mark.tsx';
import type { RunState } from './run-state.ts';

/** The latest result of each case, by its position in the problem. */
export type Results = ReadonlyMap<number, CaseResult>;

export interface EdgeGroup {
  readonly edge: string;
  readonly cases: readonly number[];
}

/**
 * Which cases may be seen. Foreseeing the edge cases is part of the exercise, so until the first submission only the
 * samples show.
 */
export function visibleCases(cases: readonly Case[], hasSubmitted: boolean): readonly number[] {
  return cases.flatMap((item, index) => (hasSubmitted || item.sample ? [index] : []));
}

/** Cases by edge class, classes in the order in which they first appear. */
export function groupByEdge(cases: readonly Case[], visible: readonly number[]): readonly EdgeGroup[] {
  const groups = new Map<string, number[]>();
  for (const index of visible) {
    const edge = cases[index]?.edge;
    if (edge === undefined) continue;
    const group = groups.get(edge);
    if (group === undefined) groups.set(edge, [index]);
    else group.push(index);
  }
  return [...groups].map(([edge, members]) => ({ edge, cases: members }));
}

export function statusOf(index: number, results: Results, run: RunState): MarkStatus {
  const result = results.get(index);
  if (run.kind === 'running' && run.current === index && result === undefined) return 'running';
  if (result !== undefined) return result.verdict;
  return run.kind === 'running' && run.cases.includes(index) ? 'pending' : 'not run';
}

/** The failing case after (or before) the selected one in the order of the strip, going round at the ends. */
export function neighbouringFailure(
  order: readonly number[],
  results: Results,
  selected: number | null,
  step: 1 | -1,
): number | null {
  const position = selected === null ? -1 : order.indexOf(selected);
  const start = position === -1 ? (step === 1 ? -1 : order.length) : position;
  for (let moved = 1; moved <= order.length; moved++) {
    const at = (((start + step * moved) % order.length) + order.length) % order.length;
    const index = order[at];
    if (index === undefined) continue;
    const result = results.get(index);
    if (result !== undefined && result.verdict !== 'Accepted') return index;
  }
  return null;
}
