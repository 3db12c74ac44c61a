/** A run of lines that were exchanged for others; either side may be empty. */
export interface LineChange {
  /** 1-based line of the new text at which it begins. */
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What an edit did: a clause for a sentence, such as "`>=` became `>` in line 4", and the lines it touched. */
export interface EditInWords {
  readonly clause: string;
  readonly changes: readonly LineChange[];
}

/** Longer pieces are shown as lines instead of being quoted. */
const QUOTE_LIMIT = 40;

/** Describes what turns `before` into `after`, by the smallest pieces of code that are whole in themselves. */
export function editInWords(before: string, after: string): EditInWords {
  const changes = lineChanges(before.split('\n'), after.split('\n'));
  const [first, ...others] = changes;
  if (first === undefined) return { clause: 'nothing changed', changes };
  const more = others.reduce((sum, change) => sum + Math.max(change.before.length, change.after.length), 0);
  const rest = more === 0 ? '' : `, and ${more === 1 ? 'another line' : `${more} other lines`} changed`;
  return { clause: clauseOf(first) + rest, changes };
}

function clauseOf({ line, before, after }: LineChange): string {
  const many = after.length > 1;
  const lines = many ? `lines ${line} to ${line + after.length - 1}` : `line ${line}`;
  if (before.length === 0) return `${lines} ${many ? 'were' : 'was'} added`;
  if (after.length === 0) {
    const what = before.length === 1 ? 'a line' : `${before.length} lines`;
    return line === 1 ? `${what} went from the top` : `${what} after line ${line - 1} went`;
  }
  const { removed, inserted } = wholeTokens(before.join('\n'), after.join('\n'));
  const quotable = [removed, inserted].every((piece) => piece.length <= QUOTE_LIMIT && !piece.includes('\n'));
  if (!quotable || removed === inserted) return `${lines} ${many ? 'were' : 'was'} rewritten`;
  if (removed === '') return `\`${inserted}\` was added in ${lines}`;
  if (inserted === '') return `\`${removed}\` was removed from ${lines}`;
  return `\`${removed}\` became \`${inserted}\` in ${lines}`;
}

/** The smallest exchanged piece, grown to whole words and operators: not that a `=` went, but that `>=` became `>`. */
function wholeTokens(before: string, after: string): { removed: string; inserted: string } {
  let { start, tail } = commonEnds([...before], [...after]);
  const [old, fresh] = [[...before], [...after]];
  const joins = (text: readonly string[], index: number) => {
    const kind = kindOf(text[index]);
    return kind !== 'other' && kind === kindOf(text[index - 1]);
  };
  while (start > 0 && (joins(old, start) || joins(fresh, start))) start -= 1;
  while (tail > 0 && (joins(old, old.length - tail) || joins(fresh, fresh.length - tail))) tail -= 1;
  const piece = (text: readonly string[]) =>
    text
      .slice(start, text.length - tail)
      .join('')
      .trim();
  return { removed: piece(old), inserted: piece(fresh) };
}

function kindOf(character = ' '): 'word' | 'operator' | 'other' {
  if (/[\p{L}\p{N}_.]/u.test(character)) return 'word';
  return /[<>=!+\-*/%&|^~@]/.test(character) ? 'operator' : 'other';
}

/** How much two lists share at their starts and ends, the ends not counting what the starts did. */
function commonEnds(before: readonly string[], after: readonly string[]): { start: number; tail: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { start, tail };
}

/** Runs of exchanged lines between those that a longest common subsequence keeps. */
function lineChanges(before: readonly string[], after: readonly string[]): readonly LineChange[] {
  const { start, tail } = commonEnds(before, after);
  const old = before.slice(start, before.length - tail);
  const fresh = after.slice(start, after.length - tail);
  const kept = commonLengths(old, fresh);
  const changes: { line: number; before: string[]; after: string[] }[] = [];
  let open: (typeof changes)[number] | null = null;
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [removed, added] = [old[i], fresh[j]];
    if (removed !== undefined && removed === added) {
      open = null;
      i += 1;
      j += 1;
      continue;
    }
    if (open === null) {
      open = { line: start + j + 1, before: [], after: [] };
      changes.push(open);
    }
    if (removed !== undefined && (added === undefined || (kept[i + 1]?.[j] ?? 0) >= (kept[i]?.[j + 1] ?? 0))) {
      open.before.push(removed);
      i += 1;
    } else if (added !== undefined) {
      open.after.push(added);
      j += 1;
    }
  }
  return changes;
}

/** By positions in both lists: how many lines the rests from there on have in common, in their order. */
function commonLengths(old: readonly string[], fresh: readonly string[]): readonly Uint16Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const [here, below] = [lengths[i], lengths[i + 1]];
      if (here === undefined || below === undefined) continue;
      here[j] = old[i] === fresh[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, here[j + 1] ?? 0);
    }
  }
  return lengths;
}
