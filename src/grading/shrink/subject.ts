import type { Value } from '#domain/value.ts';
import type { Arguments } from '#judge/literal.ts';

/** What is made smaller: the arguments of the judged call, and before them those of the earlier calls. */
export type Subject = readonly Arguments[];

type Sequence = Extract<Value, { readonly items: readonly Value[] }>;

/** Whether `value` is a container whose elements are looked into. */
export function isSequence(value: Value): value is Sequence {
  return typeof value === 'object' && value !== null && 'items' in value;
}

export function isDict(value: Value): value is Extract<Value, { readonly kind: 'dict' }> {
  return typeof value === 'object' && value !== null && value.kind === 'dict';
}

/** Rebuilds a value from the outside in: `change` gives what stands in a part's place, or undefined to look into it. */
export function rewrite(value: Value, change: (part: Value) => Value | undefined): Value {
  const changed = change(value);
  if (changed !== undefined) return changed;
  if (isSequence(value)) return { ...value, items: value.items.map((item) => rewrite(item, change)) };
  if (isDict(value)) {
    return { ...value, entries: value.entries.map(([key, item]) => [rewrite(key, change), rewrite(item, change)]) };
  }
  return value;
}

/** The same for every argument of every call. */
export function rewriteAll(subject: Subject, change: (part: Value) => Value | undefined): Subject {
  return subject.map(({ positional, named }) => ({
    positional: positional.map((value) => rewrite(value, change)),
    named: named.map(([name, value]) => [name, rewrite(value, change)] as const),
  }));
}

/** Calls `visit` with every part of every argument, the outer ones first. */
export function walk(subject: Subject, visit: (part: Value) => void): void {
  const down = (value: Value): void => {
    visit(value);
    if (isSequence(value)) for (const item of value.items) down(item);
    else if (isDict(value))
      for (const [key, item] of value.entries) {
        down(key);
        down(item);
      }
  };
  for (const { positional, named } of subject) {
    for (const value of positional) down(value);
    for (const [, value] of named) down(value);
  }
}

/** How many things there are to look at: elements of lists, sets and dicts, and characters of strings that stand alone. */
export function elementsOf(subject: Subject): number {
  let count = 0;
  walk(subject, (part) => {
    if (isSequence(part) && part.kind !== 'tuple') count += part.items.length;
    else if (isDict(part)) count += part.entries.length;
  });
  for (const value of subject.flatMap(argumentsIn)) if (typeof value === 'string') count += value.length;
  return count;
}

/** Orders subjects: fewer elements first, then fewer parts, then numbers nearer to zero and shorter to write. */
export function sizeOf(subject: Subject): readonly [elements: number, parts: number, weight: number] {
  let parts = 0;
  let weight = 0;
  walk(subject, (part) => {
    parts += 1;
    weight += weightOf(part);
  });
  return [elementsOf(subject), parts, weight];
}

export function isSmaller(a: Subject, b: Subject): boolean {
  const [left, right] = [sizeOf(a), sizeOf(b)];
  for (const [i, size] of left.entries()) {
    const other = right[i] ?? 0;
    if (size !== other) return size < other;
  }
  return a.length < b.length;
}

function weightOf(part: Value): number {
  if (typeof part === 'string') return part.length + (part === 'a'.repeat(part.length) ? 0 : 0.5);
  if (typeof part === 'boolean') return part ? 1 : 0;
  if (typeof part === 'bigint') return numberWeight(Number(part));
  if (typeof part === 'number') return Number.isFinite(part) ? numberWeight(part) : 100;
  return part === null ? 0 : 1;
}

function numberWeight(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0.5 : 0;
  return Math.log2(1 + Math.abs(value)) + 2 * String(Math.abs(value)).length + sign;
}

export function argumentsIn({ positional, named }: Arguments): readonly Value[] {
  return [...positional, ...named.map(([, value]) => value)];
}
