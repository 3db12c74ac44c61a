/** The text itself, or its beginning with an ellipsis: `limit` UTF-16 units at most, and no character cut in two. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = limit - 1;
  const splitsPair = (text.codePointAt(kept - 1) ?? 0) > 0xffff;
  return `${text.slice(0, splitsPair ? kept - 1 : kept)}…`;
}
