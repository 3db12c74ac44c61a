import type { Value } from '#domain/value.ts';
import { argumentsIn, elementsOf, isDict, isSequence, rewrite, rewriteAll, type Subject, walk } from './subject.ts';

/** Longer lists are only cut down to a window: taking them apart piece by piece would take for ever. */
const MAX_PIECEWISE = 5_000;
/** Names and numbers beyond these are left as they are. */
const MAX_ATOMS = 200;
const MAX_SINGLE_LEAVES = 80;

/**
 * Smaller versions of a subject to try, the boldest first: without earlier calls, with lists cut, with names gone, with
 * simpler numbers and strings. Lists of the same length are cut at the same places too, since they often belong
 * together: labels and scores, the columns of a matrix. Tuples are records and keep their length.
 */
export function* smallerThan(subject: Subject): Generator<Subject> {
  for (let i = 0; i < subject.length - 1; i += 1) yield subject.filter((_, at) => at !== i);
  yield* keptByValue(subject);
  yield* cutTogether(subject);
  if (elementsOf(subject) > MAX_PIECEWISE) return;
  yield* withoutName(subject);
  yield* cutAlone(subject);
  yield* cutStrings(subject);
  yield* simplerEverywhere(subject);
  yield* simplerOnce(subject);
}

type Range = readonly [start: number, end: number];

/** What to take out of something of this length: all, halves, quarters, down to single elements. */
export function* cutsOf(length: number): Generator<Range> {
  if (length > 16) {
    // What fails for a reason often fails near either end already, and this is the shortest way to a small input.
    for (let kept = 2; kept < length; kept *= 4) {
      yield [kept, length];
      yield [0, length - kept];
    }
  }
  if (length > MAX_PIECEWISE) return;
  for (let size = length; size >= 1; size = Math.floor(size / 2)) {
    for (let start = 0; start < length; start += size) yield [start, Math.min(start + size, length)];
  }
}

function lengthOf(value: Value): number | null {
  if (isSequence(value)) return value.kind === 'tuple' ? null : value.items.length;
  return isDict(value) ? value.entries.length : null;
}

function cut(value: Value, [start, end]: Range): Value {
  const kept = (_: unknown, at: number) => at < start || at >= end;
  if (isSequence(value)) return { ...value, items: value.items.filter(kept) };
  return isDict(value) ? { ...value, entries: value.entries.filter(kept) } : value;
}

/** Cuts all lists of one length at the same place, the longest first. */
function* cutTogether(subject: Subject): Generator<Subject> {
  const lengths = new Set<number>();
  walk(subject, (part) => {
    const length = lengthOf(part);
    if (length !== null && length > 0) lengths.add(length);
  });
  for (const length of [...lengths].sort((a, b) => b - a)) {
    for (const range of cutsOf(length)) {
      const smaller = rewriteAll(subject, (part) => (lengthOf(part) === length ? inside(part, range) : undefined));
      yield smaller;
      yield* withNumbersInReach(smaller, length, length - (range[1] - range[0]));
    }
    function inside(part: Value, range: Range): Value {
      // What is left of a list of rows may hold rows of the same length.
      const rest = cut(part, range);
      const looked = (item: Value) =>
        rewrite(item, (inner) => (lengthOf(inner) === length ? cut(inner, range) : undefined));
      if (isSequence(rest)) return { ...rest, items: rest.items.map(looked) };
      return isDict(rest) ? { ...rest, entries: rest.entries.map(([key, item]) => [key, looked(item)]) } : rest;
    }
  }
}

/** Lists looked into for values that occur more than once, and values tried of each. */
const MAX_LISTS = 8;
const MAX_SHARED = 24;

/**
 * Keeps only what shares a value: ties, duplicates, the events of one user. The rarest values come first, and what
 * stands at the same places in lists of the same length stays too.
 */
function* keptByValue(subject: Subject): Generator<Subject> {
  const lists: { readonly items: readonly Value[] }[] = [];
  walk(subject, (part) => {
    if (isSequence(part) && part.kind === 'list' && part.items.length > 4 && lists.length < MAX_LISTS) lists.push(part);
  });
  for (const { items } of lists) {
    const { length } = items;
    for (const places of placesOfShared(items).slice(0, MAX_SHARED)) {
      yield rewriteAll(subject, (part) => {
        if (!isSequence(part) || part.kind === 'tuple' || part.items.length !== length) return undefined;
        return { ...part, items: part.items.filter((_, at) => places.has(at)) };
      });
    }
  }
}

/** Where each value stands that several elements, but fewer than half of them, share. */
function placesOfShared(items: readonly Value[]): readonly ReadonlySet<number>[] {
  const places = new Map<Value, Set<number>>();
  for (const [at, item] of items.entries()) {
    const values = isSequence(item) && item.kind === 'tuple' ? item.items : [item];
    for (const value of values) {
      if (typeof value === 'object') continue;
      const found = places.get(value) ?? new Set();
      places.set(value, found.add(at));
    }
  }
  return [...places.values()]
    .filter(({ size }) => size > 1 && 2 * size <= items.length)
    .sort((a, b) => a.size - b.size);
}

/** A `k` or a window that no longer fits what is left is often what makes a smaller input invalid. */
function* withNumbersInReach(subject: Subject, before: number, after: number): Generator<Subject> {
  const isAbove = (value: Value) => typeof value === 'bigint' && value > after && value <= before;
  if (!subject.flatMap(argumentsIn).some(isAbove)) return;
  const lowered = (value: Value) => (isAbove(value) ? BigInt(after) : value);
  yield subject.map(({ positional, named }) => ({
    positional: positional.map(lowered),
    named: named.map(([name, value]) => [name, lowered(value)] as const),
  }));
}

/** Takes a name out wherever it occurs: a node with its edges, a state with its rows and columns. */
function* withoutName(subject: Subject): Generator<Subject> {
  const names = new Map<string, number>();
  walk(subject, (part) => {
    if (typeof part === 'string') names.set(part, (names.get(part) ?? 0) + 1);
  });
  const repeated = [...names].filter(([, count]) => count > 1).slice(0, MAX_ATOMS);
  for (const [name] of repeated) yield rewriteAll(subject, (part) => without(part, name));
}

function without(value: Value, name: string): Value | undefined {
  const mentions = (item: Value) =>
    item === name || (isSequence(item) && item.kind === 'tuple' && item.items.includes(name));
  if (isSequence(value) && value.kind !== 'tuple') {
    const items = value.items.filter((item) => !mentions(item));
    return { ...value, items: items.map((item) => rewrite(item, (part) => without(part, name))) };
  }
  if (!isDict(value)) return undefined;
  const entries = value.entries.filter(([key]) => !mentions(key));
  return { ...value, entries: entries.map(([key, item]) => [key, rewrite(item, (part) => without(part, name))]) };
}

/** Cuts one list or dict at a time. */
function* cutAlone(subject: Subject): Generator<Subject> {
  const parts: Value[] = [];
  walk(subject, (part) => {
    if ((lengthOf(part) ?? 0) > 0) parts.push(part);
  });
  for (const chosen of parts.slice(0, MAX_ATOMS)) {
    for (const range of cutsOf(lengthOf(chosen) ?? 0)) {
      yield rewriteAll(subject, (part) => (part === chosen ? cut(part, range) : undefined));
    }
  }
}

function* cutStrings(subject: Subject): Generator<Subject> {
  const texts = new Set<string>();
  walk(subject, (part) => {
    if (typeof part === 'string' && part.length > 0) texts.add(part);
  });
  for (const text of [...texts].slice(0, MAX_ATOMS)) {
    for (const [start, end] of cutsOf(text.length)) {
      const shorter = text.slice(0, start) + text.slice(end);
      yield rewriteAll(subject, (part) => (part === text ? shorter : undefined));
    }
    if (text.length <= 3) yield rewriteAll(subject, (part) => (part === text ? 'a'.repeat(text.length) : undefined));
  }
}

/** Simpler values to stand in for a number, the simplest first. */
export function simplerNumbers(value: Value): readonly Value[] {
  if (value === true) return [false];
  if (typeof value === 'bigint') {
    const towardsZero = value > 0n ? value - 1n : value + 1n;
    return [0n, 1n, 2n, -value, value / 10n, value / 2n, towardsZero].filter((one) => one !== value);
  }
  if (typeof value !== 'number' || Number.isNaN(value)) return [];
  if (!Number.isFinite(value)) return [0, 1];
  const rounded = [Math.trunc(value), Number(value.toFixed(1)), Number(value.toFixed(2)), Number(value.toPrecision(2))];
  return [0, 1, 0.5, -value, ...rounded, value / 2].filter((one) => !Object.is(one, value));
}

/** A number is simplified wherever it occurs, so that what was equal stays equal. */
function* simplerEverywhere(subject: Subject): Generator<Subject> {
  const numbers = new Set<Value>();
  walk(subject, (part) => {
    if (simplerNumbers(part).length > 0) numbers.add(part);
  });
  for (const number of [...numbers].slice(0, MAX_ATOMS)) {
    for (const simpler of simplerNumbers(number)) {
      yield rewriteAll(subject, (part) => (Object.is(part, number) ? simpler : undefined));
    }
  }
}

/** One number at a time, once there are few. */
function* simplerOnce(subject: Subject): Generator<Subject> {
  const leaves: Value[] = [];
  walk(subject, (part) => {
    if (simplerNumbers(part).length > 0) leaves.push(part);
  });
  if (leaves.length > MAX_SINGLE_LEAVES) return;
  for (const [position, leaf] of leaves.entries()) {
    for (const simpler of simplerNumbers(leaf)) {
      let seen = -1;
      yield rewriteAll(subject, (part) => {
        if (simplerNumbers(part).length === 0) return undefined;
        seen += 1;
        return seen === position ? simpler : undefined;
      });
    }
  }
}
