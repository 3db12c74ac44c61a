import type { TextChange } from '#domain/attempt.ts';

/** The smallest single replacement that turns `before` into `after`, or null where they are the same. */
export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return {
    rangeOffset: start,
    rangeLength: before.length - tail - start,
    text: after.slice(start, after.length - tail),
  };
}
