import { type AttemptEvent, runKey, submissionsOf } from './attempt.ts';
import type { Case } from './problem.ts';

/** An edge case that the candidate foresaw. */
export interface Prediction {
  readonly id: string;
  readonly edge: string;
  /** A Python argument list, where one was given. */
  readonly args: string | null;
  /** Ms since the epoch, like the events' `at`. */
  readonly at: number;
  /** Made before the first submission, when the suite was still unknown. */
  readonly early: boolean;
}

/** The predictions that stand, in the order in which they were made. An id that is in use is not taken again. */
export function predictionsOf(events: readonly AttemptEvent[]): readonly Prediction[] {
  const standing = new Map<string, Prediction>();
  let early = true;
  for (const event of events) {
    if (event.type === 'submitted') early = false;
    else if (event.type === 'prediction-withdrawn') standing.delete(event.predictionId);
    else if (event.type === 'predicted' && !standing.has(event.predictionId)) {
      const { predictionId: id, edge, args = null, at } = event;
      standing.set(id, { id, edge, args, at, early });
    }
  }
  return [...standing.values()];
}

/**
 * The edge classes that were foreseen: predicted, and not withdrawn, when the first submission was made. Without one, those
 * that are predicted now. Each class once, in the order of prediction; what is withdrawn later was still foreseen.
 */
export function foreseenEdges(events: readonly AttemptEvent[]): readonly string[] {
  const first = events.findIndex(({ type }) => type === 'submitted');
  const known = first === -1 ? events : events.slice(0, first);
  return [...new Set(predictionsOf(known).map(({ edge }) => edge))];
}

/** Cases without a trap: nobody foresees them, and nobody is told that they did not. */
export const ORDINARY_EDGE = 'basic';

/** One edge class of a suite against what was predicted. */
export interface ForeseenClass {
  readonly edge: string;
  /** `late`: predicted only after the first submission. */
  readonly foreseen: 'yes' | 'late' | 'no';
  readonly cases: number;
  /** Cases that failed in the last finished submission; null when their results are not known. */
  readonly failing: number | null;
}

export interface Foresight {
  /** The suite's edge classes in its own order. */
  readonly classes: readonly ForeseenClass[];
  /** Predicted classes that this suite has no case of: not wrong, only not asked here. */
  readonly elsewhere: readonly string[];
}

/** What was foreseen of a suite; null before the first submission, which would give the suite away. */
export function foresightOf(cases: readonly Pick<Case, 'edge'>[], events: readonly AttemptEvent[]): Foresight | null {
  if (!events.some(({ type }) => type === 'submitted')) return null;
  const before = new Set(foreseenEdges(events));
  const predicted = new Set([...before, ...predictionsOf(events).map(({ edge }) => edge)]);
  const failing = failuresByEdge(events);
  const counts = new Map<string, number>();
  for (const { edge } of cases) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  const classes = [...counts]
    .filter(([edge]) => edge !== ORDINARY_EDGE)
    .map(([edge, count]): ForeseenClass => {
      const foreseen = before.has(edge) ? 'yes' : predicted.has(edge) ? 'late' : 'no';
      return { edge, foreseen, cases: count, failing: failing === null ? null : (failing.get(edge) ?? 0) };
    });
  return { classes, elsewhere: [...predicted].filter((edge) => !counts.has(edge)) };
}

/** Failed cases of the last submission that came to its end, by edge class; null when there is none, or not its results. */
function failuresByEdge(events: readonly AttemptEvent[]): ReadonlyMap<string, number> | null {
  const last = submissionsOf(events).findLast(({ verdict }) => verdict !== null && verdict !== 'stopped');
  if (last === undefined) return null;
  const key = runKey(last.session, last.runId);
  const failing = new Map<string, number>();
  let known = false;
  for (const event of events) {
    if (event.type !== 'case-finished' || runKey(event.session, event.runId) !== key) continue;
    known = true;
    if (event.verdict !== 'Accepted') failing.set(event.edge, (failing.get(event.edge) ?? 0) + 1);
  }
  return known ? failing : null;
}

/** Whether the candidate is through with the problem, so that what its wrong solutions are may be told. */
export function isDone(events: readonly AttemptEvent[]): boolean {
  return events.some(
    (event) =>
      event.type === 'editorial-shown' ||
      (event.type === 'ended' && event.reason !== 'new-attempt') ||
      (event.type === 'run-finished' && event.verdict === 'Accepted' && isSubmission(events, event)),
  );
}

function isSubmission(events: readonly AttemptEvent[], run: { session: string; runId: string }): boolean {
  return events.some(
    (event) => event.type === 'submitted' && event.session === run.session && event.runId === run.runId,
  );
}
