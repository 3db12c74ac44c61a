import type { Value } from '#domain/value.ts';

/** More than this would be a cloud, not a picture. */
export const MAX_POINTS = 60;

/** The elements of a list or tuple, or null. */
export function itemsOf(value: Value | undefined): readonly Value[] | null {
  if (typeof value !== 'object' || value === null || !('items' in value)) return null;
  return value.kind === 'list' || value.kind === 'tuple' ? value.items : null;
}

/** A finite number, or null: bools count as 0 and 1, as in Python. */
export function numberOf(value: Value | undefined): number | null {
  if (typeof value === 'boolean') return value ? 1 : 0;
  const number = typeof value === 'bigint' || typeof value === 'number' ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : null;
}

/** All of them, or null where one is none. */
export function allOf<T>(items: readonly (T | null)[]): readonly T[] | null {
  const kept = items.filter((item) => item !== null);
  return kept.length === items.length ? kept : null;
}

export function numbersOf(value: Value | undefined): readonly number[] | null {
  const items = itemsOf(value);
  return items === null ? null : allOf(items.map(numberOf));
}

export function textOf(value: Value | undefined): string | null {
  return typeof value === 'string' ? value : typeof value === 'bigint' ? value.toString() : null;
}

/** A number as one labels an axis with it. */
export function shortNumber(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e7 ? String(value) : String(Number(value.toPrecision(4)));
}
