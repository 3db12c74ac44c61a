import type { ComparisonRule } from '#domain/problem.ts';
import type { Value } from '#domain/value.ts';
import { exactKey, type Signature, signatureOf } from './canonical.ts';
import { brief, counted } from './mismatch.ts';
import type { Tolerance } from './numbers.ts';
import { largestMatching } from './perfect-matching.ts';

/** What keeps two multisets from being equal: the position of an element without a partner, on either side or both. */
export interface OddOnes {
  readonly missing?: number;
  readonly unexpected?: number;
}

type Matches = (expected: Value, actual: Value, rule: ComparisonRule) => boolean;

/** Elements of both sides, by position. */
interface Group {
  readonly expected: readonly number[];
  readonly actual: readonly number[];
}

/** Beyond this size, elements that crowd within the tolerance of one another are only paired in sorted order. */
const MAX_SEARCHED = 2000;

/** This many elements more than are expected are not all looked at. */
export const MAX_SURPLUS = 100_000;

/** One split can make way for another along an earlier coordinate; stopping early only leaves larger groups. */
const MAX_PASSES = 8;

/**
 * Whether each element of `expected` can be given one of `actual` that equals it under `rule`, all of them at once;
 * null when it can. `matches` compares two elements. Linear where the rule is exact.
 *
 * Being close is not transitive, so with a tolerance no element is given away greedily: elements are split into groups
 * that cannot meet, each group is paired in sorted order and, where that does not work out, by a largest matching.
 */
export function compareUnordered(
  expected: readonly Value[],
  actual: readonly Value[],
  rule: ComparisonRule,
  matches: Matches,
): OddOnes | null {
  if (actual.length - expected.length > MAX_SURPLUS) {
    // Of one more than are expected, one is without a partner, whatever follows.
    const odd = compareUnordered(expected, actual.slice(0, expected.length + 1), rule, matches);
    return { unexpected: odd?.unexpected ?? expected.length };
  }
  const start = firstMismatchInOrder(expected, actual, rule, matches);
  if (start === expected.length && start === actual.length) return null;
  if (isExact(rule)) return compareExactly(expected, actual, rule, start);

  const wanted = expected.map((value) => signatureOf(value, rule));
  const found = actual.map((value) => signatureOf(value, rule));
  const fuzzy = wanted.some((signature) => signature.fuzzy);
  const known = new Map<number, boolean>();
  const alike = (e: number, a: number): boolean => {
    // Asking again at every level would take exponential time for sets inside sets.
    if (e === a && e <= start) return e < start;
    const pair = e * actual.length + a;
    const answer = known.get(pair) ?? matchesAt(expected, actual, rule, matches, e, a);
    if (fuzzy) known.set(pair, answer);
    return answer;
  };
  const missing: number[] = [];
  const unexpected: number[] = [];
  for (const group of groupByKey(wanted, found)) {
    const rest = unmatched(group, wanted, found, alike);
    missing.push(...rest.expected.slice(0, 1));
    unexpected.push(...rest.actual.slice(0, 1));
    if (missing.length > 0 && unexpected.length > 0) break;
  }
  return oddOnes(missing[0], unexpected[0]);
}

/** Counts keys. Equal elements are interchangeable here, so the `from` pairs that stand side by side are set aside. */
function compareExactly(
  expected: readonly Value[],
  actual: readonly Value[],
  rule: ComparisonRule,
  from: number,
): OddOnes | null {
  const wanted = expected.slice(from).map((value) => signatureOf(value, rule).key);
  const surplus = new Map<string | null, number>();
  for (const key of wanted) surplus.set(key, (surplus.get(key) ?? 0) + 1);
  let unexpected: number | undefined;
  for (let index = from; index < actual.length; index += 1) {
    const { key } = signatureOf(actual[index] ?? null, rule);
    const left = key === null ? 0 : (surplus.get(key) ?? 0);
    if (left > 0) surplus.set(key, left - 1);
    else unexpected ??= index;
  }
  const missing = wanted.findIndex((key) => (surplus.get(key) ?? 0) > 0);
  return oddOnes(missing === -1 ? undefined : from + missing, unexpected);
}

function oddOnes(missing: number | undefined, unexpected: number | undefined): OddOnes | null {
  if (missing === undefined && unexpected === undefined) return null;
  return { ...(missing !== undefined && { missing }), ...(unexpected !== undefined && { unexpected }) };
}

/** `missing 2; unexpected 4`, with how often each occurs where that is what differs. */
export function describeOddOnes(
  { missing, unexpected }: OddOnes,
  expected: readonly Value[],
  actual: readonly Value[],
): string {
  const parts: string[] = [];
  const add = (label: string, value: Value | undefined): void => {
    if (value === undefined) return;
    const wanted = occurrences(value, expected);
    const found = wanted === 0 ? 0 : occurrences(value, actual);
    const times = wanted > 0 && found > 0 ? ` (${counted(found, 'time')} instead of ${wanted})` : '';
    parts.push(`${label} ${brief(value)}${times}`);
  };
  if (missing !== undefined) add('missing', expected[missing]);
  if (unexpected !== undefined) add('unexpected', actual[unexpected]);
  return parts.join('; ');
}

/** How often something exactly equal to `value` occurs among `items`. */
function occurrences(value: Value, items: readonly Value[]): number {
  const key = exactKey(value);
  return key === null ? 0 : items.filter((item) => exactKey(item) === key).length;
}

function matchesAt(
  expected: readonly Value[],
  actual: readonly Value[],
  rule: ComparisonRule,
  matches: Matches,
  e: number,
  a: number,
): boolean {
  const expectedValue = expected[e];
  const actualValue = actual[a];
  return expectedValue !== undefined && actualValue !== undefined && matches(expectedValue, actualValue, rule);
}

function firstMismatchInOrder(
  expected: readonly Value[],
  actual: readonly Value[],
  rule: ComparisonRule,
  matches: Matches,
): number {
  let index = 0;
  while (matchesAt(expected, actual, rule, matches, index, index)) index += 1;
  return index;
}

function isExact(rule: ComparisonRule): boolean {
  switch (rule.rule) {
    case 'exact':
      return true;
    case 'unordered':
      return isExact(rule.of);
    case 'each':
      return rule.items.every(isExact);
    default:
      return false;
  }
}

function groupByKey(expected: readonly Signature[], actual: readonly Signature[]): Iterable<Group> {
  const groups = new Map<string, { expected: number[]; actual: number[] }>();
  // What equals nothing gets a group of its own.
  const alone: Group[] = [];
  const add = (signatures: readonly Signature[], side: 'expected' | 'actual'): void => {
    signatures.forEach(({ key }, index) => {
      if (key === null) {
        alone.push({ expected: [], actual: [], [side]: [index] });
        return;
      }
      const group = groups.get(key);
      if (group !== undefined) group[side].push(index);
      else groups.set(key, { expected: [], actual: [], [side]: [index] });
    });
  };
  add(expected, 'expected');
  add(actual, 'actual');
  return [...alone, ...groups.values()];
}

/** Something on either side that is left of a group when as much as possible has been paired off. */
function unmatched(
  group: Group,
  expected: readonly Signature[],
  actual: readonly Signature[],
  matches: (expected: number, actual: number) => boolean,
): Group {
  const sample = expected[group.expected[0] ?? -1] ?? actual[group.actual[0] ?? -1];
  if (sample === undefined) return group;
  if (sample.coordinates.length === 0 && !sample.fuzzy) {
    return { expected: group.expected.slice(group.actual.length), actual: group.actual.slice(group.expected.length) };
  }
  const rest: { expected: number[]; actual: number[] } = { expected: [], actual: [] };
  for (const part of splitApart(group, expected, actual, sample.tolerances)) {
    const left = pairOff(part, expected, actual, matches);
    rest.expected.push(...left.expected.slice(0, 1));
    rest.actual.push(...left.actual.slice(0, 1));
    if (rest.expected.length > 0 && rest.actual.length > 0) break;
  }
  return rest;
}

/**
 * Splits a group wherever, along one coordinate, two neighbours are too far apart to match: then nothing before them
 * matches anything after. A difference within the tolerance is never split, so the parts may be larger than need be.
 */
function splitApart(
  group: Group,
  expected: readonly Signature[],
  actual: readonly Signature[],
  tolerances: readonly Tolerance[],
): readonly Group[] {
  let parts: readonly Group[] = [group];
  let before = 0;
  for (let pass = 0; pass < MAX_PASSES && before < parts.length; pass += 1) {
    before = parts.length;
    for (const [axis, tolerance] of tolerances.entries()) {
      // With a relative tolerance of 1 or more, far neighbours can have matches beyond them.
      if (tolerance.rel >= 1) continue;
      parts = parts.flatMap((part) => splitAlong(part, axis, tolerance, expected, actual));
    }
  }
  return parts;
}

function splitAlong(
  group: Group,
  axis: number,
  tolerance: Tolerance,
  expected: readonly Signature[],
  actual: readonly Signature[],
): readonly Group[] {
  if (group.expected.length + group.actual.length <= 2) return [group];
  const at = (signatures: readonly Signature[], index: number): number =>
    signatures[index]?.coordinates[axis] ?? Number.NaN;
  const points = [
    ...group.expected.map((index) => ({ index, side: 'expected' as const, x: at(expected, index) })),
    ...group.actual.map((index) => ({ index, side: 'actual' as const, x: at(actual, index) })),
  ];
  if (points.some(({ x }) => Number.isNaN(x))) return [group];
  points.sort((a, b) => (a.x < b.x ? -1 : Number(a.x > b.x)));
  const parts: { expected: number[]; actual: number[] }[] = [];
  let last = Number.NaN;
  for (const { index, side, x } of points) {
    const part = parts.at(-1);
    if (part !== undefined && mayBeClose(last, x, tolerance)) part[side].push(index);
    else parts.push({ expected: [], actual: [], [side]: [index] });
    last = x;
  }
  return parts;
}

/** `isClose` with a little to spare, for what rounding may add; an int too large for a float counts as infinite. */
function mayBeClose(a: number, b: number, { rel, abs }: Tolerance): boolean {
  if (a === b) return true;
  return Math.abs(a - b) <= Math.max(rel * Math.max(Math.abs(a), Math.abs(b)), abs) * (1 + 1e-9) + Number.MIN_VALUE;
}

function pairOff(
  group: Group,
  expected: readonly Signature[],
  actual: readonly Signature[],
  matches: (expected: number, actual: number) => boolean,
): Group {
  const wanted = sortedByCoordinates(group.expected, expected);
  const found = sortedByCoordinates(group.actual, actual);
  const size = Math.max(wanted.length, found.length);
  const alike = (left: number, right: number): boolean => {
    const e = wanted[left];
    const a = found[right];
    return e !== undefined && a !== undefined && matches(e, a);
  };
  if (wanted.length === found.length && wanted.every((_, index) => alike(index, index))) {
    return { expected: [], actual: [] };
  }
  const partners = size <= MAX_SEARCHED ? largestMatching(size, alike) : wanted.map((_, i) => (alike(i, i) ? i : -1));
  const taken = new Set(partners);
  return {
    expected: wanted.filter((_, index) => (partners[index] ?? -1) === -1),
    actual: found.filter((_, index) => !taken.has(index)),
  };
}

function sortedByCoordinates(indices: readonly number[], signatures: readonly Signature[]): readonly number[] {
  const coordinates = (index: number): readonly number[] => signatures[index]?.coordinates ?? [];
  return [...indices].sort((a, b) => {
    const left = coordinates(a);
    const right = coordinates(b);
    for (let axis = 0; axis < left.length; axis += 1) {
      const x = left[axis] ?? 0;
      const y = right[axis] ?? 0;
      if (x !== y) return x < y ? -1 : 1;
    }
    return 0;
  });
}
