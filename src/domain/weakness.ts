import type { AttemptInShort } from './cards.ts';

/** How often cases were met and missed: one attempt counts a case once. */
export interface Misses {
  readonly judged: number;
  readonly failed: number;
}

export interface EdgeRow {
  readonly edge: string;
  readonly all: Misses;
  /** By topic; a topic in which the class was never met is missing. */
  readonly byTopic: Readonly<Record<string, Misses | undefined>>;
}

export interface Weakness {
  /** In which anything was judged, by name. */
  readonly topics: readonly string[];
  /** Classes that were failed at least once, those most often failed first. */
  readonly rows: readonly EdgeRow[];
}

/** Where cases are missed: edge classes against topics. Problems without a topic, such as removed ones, are left out. */
export function weaknessOf(
  attempts: readonly AttemptInShort[],
  topicsOf: (problemId: string) => readonly string[],
): Weakness {
  const rows = new Map<string, { all: Misses; byTopic: Record<string, Misses> }>();
  const topics = new Set<string>();
  for (const { attempt, summary } of attempts) {
    const here = topicsOf(attempt.problemId);
    if (here.length === 0) continue;
    for (const { edge, firstFailure } of summary.cases) {
      const row = rows.get(edge) ?? { all: NONE, byTopic: {} };
      rows.set(edge, row);
      const failed = firstFailure !== null;
      row.all = counted(row.all, failed);
      for (const topic of here) {
        topics.add(topic);
        row.byTopic[topic] = counted(row.byTopic[topic] ?? NONE, failed);
      }
    }
  }
  return {
    topics: [...topics].sort(),
    rows: [...rows]
      .map(([edge, row]) => ({ edge, ...row }))
      .filter(({ all }) => all.failed > 0)
      .sort(
        (a, b) => b.all.failed - a.all.failed || failedShare(b.all) - failedShare(a.all) || (a.edge < b.edge ? -1 : 1),
      ),
  };
}

/** 0 to 1; 0 where nothing was judged. */
export function failedShare({ judged, failed }: Misses): number {
  return judged === 0 ? 0 : failed / judged;
}

const NONE: Misses = { judged: 0, failed: 0 };

function counted({ judged, failed }: Misses, missed: boolean): Misses {
  return { judged: judged + 1, failed: failed + (missed ? 1 : 0) };
}
