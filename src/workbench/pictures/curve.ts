import type { Picture } from '#domain/picture.ts';
import type { Value } from '#domain/value.ts';
import { allOf, itemsOf, MAX_POINTS, numberOf, numbersOf } from './read-values.ts';

type CurvePicture = Extract<Picture, { kind: 'roc' | 'pr' }>;

/** Items of one score, which move along the curve together. */
export interface TieGroup {
  readonly score: number;
  readonly positives: number;
  readonly negatives: number;
}

/** The tie groups from the highest score down; null where the arguments give no curve. */
export function tieGroups({ scores, labels }: CurvePicture, args: readonly Value[]): readonly TieGroup[] | null {
  const pairs = labels === undefined ? pairsIn(args[scores]) : zipped(numbersOf(args[scores]), numbersOf(args[labels]));
  if (pairs === null || pairs.length === 0 || pairs.length > MAX_POINTS) return null;
  if (!pairs.every(([, label]) => label === 0 || label === 1)) return null;
  const groups = new Map<number, { positives: number; negatives: number }>();
  for (const [score, label] of pairs) {
    const group = groups.get(score) ?? { positives: 0, negatives: 0 };
    groups.set(score, {
      positives: group.positives + label,
      negatives: group.negatives + 1 - label,
    });
  }
  const descending = [...groups].sort(([a], [b]) => b - a).map(([score, group]) => ({ score, ...group }));
  return descending.some((one) => one.positives > 0) && descending.some((one) => one.negatives > 0) ? descending : null;
}

type Pair = readonly [score: number, label: number];

function pairsIn(value: Value | undefined): readonly Pair[] | null {
  const items = itemsOf(value);
  if (items === null) return null;
  return allOf(
    items.map((item): Pair | null => {
      const [score, label] = itemsOf(item)?.map(numberOf) ?? [];
      return score == null || label == null ? null : [score, label];
    }),
  );
}

function zipped(scores: readonly number[] | null, labels: readonly number[] | null): readonly Pair[] | null {
  if (scores === null || labels === null || scores.length !== labels.length) return null;
  return scores.map((score, i) => [score, labels[i] ?? 0]);
}

export interface CurvePoint {
  readonly x: number;
  readonly y: number;
  /** What leads to it; null for the point where the curve begins. */
  readonly group: TieGroup | null;
}

/** The points of the curve: (false positive rate, recall), or (recall, precision). */
export function curvePoints(kind: 'roc' | 'pr', groups: readonly TieGroup[]): readonly CurvePoint[] {
  const positives = groups.reduce((sum, group) => sum + group.positives, 0);
  const negatives = groups.reduce((sum, group) => sum + group.negatives, 0);
  const points: CurvePoint[] = [kind === 'roc' ? { x: 0, y: 0, group: null } : { x: 0, y: 1, group: null }];
  let [tp, fp] = [0, 0];
  for (const group of groups) {
    tp += group.positives;
    fp += group.negatives;
    const recall = tp / positives;
    points.push(kind === 'roc' ? { x: fp / negatives, y: recall, group } : { x: recall, y: tp / (tp + fp), group });
  }
  return points;
}

/** Whether a group moves along both axes at once, so that the order within it must not count. */
export function isTie({ positives, negatives }: TieGroup): boolean {
  return positives + negatives > 1;
}
