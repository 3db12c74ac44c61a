import { ORDINARY_EDGE } from '#domain/predictions.ts';

/**
 * Edge classes that hold every typed word, in their name or in their sentence: those whose name begins with what was typed
 * first, then those whose name holds it, then the others. All of them when nothing is typed.
 */
export function findEdges(edgeClasses: Readonly<Record<string, string>>, query: string): readonly string[] {
  const words = query
    .toLowerCase()
    .split(/[\s-]+/)
    .filter(Boolean);
  const typed = words.join('-');
  const rank = (edge: string): number =>
    edge.startsWith(typed) ? 0 : words.every((word) => edge.includes(word)) ? 1 : 2;
  return Object.entries(edgeClasses)
    .filter(([edge, sentence]) => {
      const text = `${edge} ${sentence}`.toLowerCase();
      return edge !== ORDINARY_EDGE && words.every((word) => text.includes(word));
    })
    .map(([edge]) => edge)
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
