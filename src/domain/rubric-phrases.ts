import type { RubricItem } from './rubric.ts';

/** A stretch of speech that was recognised; times in ms like the events' `at`. */
export interface SpokenSegment {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A moment at which a rubric item may have been said. */
export interface RubricMoment {
  readonly item: string;
  /** Ms, like the events' `at`: reckoned from the place of the words in their segment. */
  readonly about: number;
  /** The words, with some around them. */
  readonly quote: string;
}

/** More moments than these of one item tell nobody more. */
const MOMENTS_PER_ITEM = 3;

/** `...` in a phrase stands for at most so many words. */
const GAP_WORDS = 5;

/** A pause longer than this, in ms, ends a thought: no phrase goes across it. */
const PAUSE_MS = 2000;

/** Two moments of one item that are closer than this, in ms, are one. */
const APART_MS = 10_000;

const WORDS_BEFORE = 3;
const WORDS_AFTER = 5;

/**
 * Where in a transcript the items may have been said, by time, at most three of each item. A phrase is found as whole
 * words, whatever their endings (`assume` finds "assuming"); `...` stands for up to five words, and a complexity is found
 * however it is spelled: "O(n log n)", "O of N log N", "order of n log n".
 */
export function suggestedMoments(
  items: readonly RubricItem[],
  segments: readonly SpokenSegment[],
): readonly RubricMoment[] {
  if (segments.length === 0) return [];
  const byFirstWord = indexPhrases(items);
  const words = wordsOf(segments.toSorted((a, b) => a.from - b.from));
  const found = new Map<string, RubricMoment[]>();
  for (const [position, word] of words.entries()) {
    for (const { item, parts } of byFirstWord.get(word.stem) ?? []) {
      const end = matchEnd(words, position, parts);
      if (end === null) continue;
      const moments = found.get(item) ?? [];
      const last = moments.at(-1);
      if (moments.length === MOMENTS_PER_ITEM || (last !== undefined && word.at - last.about < APART_MS)) continue;
      found.set(item, [...moments, { item, about: word.at, quote: quote(words, position, end) }]);
    }
  }
  return [...found.values()].flat().sort((a, b) => a.about - b.about);
}

/** A phrase as runs of stems, to be found in their order with up to `GAP_WORDS` words between the runs. */
interface Phrase {
  readonly item: string;
  readonly parts: readonly (readonly string[])[];
}

interface Word {
  readonly stem: string;
  /** As it was written. */
  readonly text: string;
  readonly at: number;
}

/** Matches no phrase: stands where a thought ends. */
const BREAK: Word = { stem: '', text: '', at: 0 };

function indexPhrases(items: readonly RubricItem[]): ReadonlyMap<string, readonly Phrase[]> {
  const index = new Map<string, Phrase[]>();
  for (const { id, phrases } of items) {
    for (const phrase of phrases) {
      const parts = phrase
        .split(/\.{3}|…/)
        .map((part) => stemsOf(part).map(({ stem }) => stem))
        .filter((part) => part.length > 0);
      const first = parts[0]?.[0];
      if (first === undefined) continue;
      const same = index.get(first);
      const entry = { item: id, parts };
      if (same === undefined) index.set(first, [entry]);
      else same.push(entry);
    }
  }
  // Of two phrases that begin alike, the longer one says more: it is quoted whole.
  for (const same of index.values()) same.sort((a, b) => b.parts.flat().length - a.parts.flat().length);
  return index;
}

/** Where a phrase that begins at `start` ends (exclusively), or null when it is not there. */
function matchEnd(words: readonly Word[], start: number, parts: Phrase['parts']): number | null {
  let end = start;
  for (const [number, part] of parts.entries()) {
    const latest = number === 0 ? start : end + GAP_WORDS;
    let from = end;
    while (from <= latest && !standsAt(words, from, part)) {
      if (words[from] === BREAK) return null;
      from += 1;
    }
    if (from > latest) return null;
    end = from + part.length;
  }
  return end;
}

function standsAt(words: readonly Word[], from: number, part: readonly string[]): boolean {
  return part.every((stem, offset) => words[from + offset]?.stem === stem);
}

function quote(words: readonly Word[], start: number, end: number): string {
  const inThought = (position: number) => words[position] !== undefined && words[position] !== BREAK;
  let from = start;
  while (start - from < WORDS_BEFORE && inThought(from - 1)) from -= 1;
  let to = end;
  while (to - end < WORDS_AFTER && inThought(to)) to += 1;
  const text = words
    .slice(from, to)
    .map((word) => word.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  return `${inThought(from - 1) ? '… ' : ''}${text}${inThought(to) ? ' …' : ''}`;
}

function wordsOf(segments: readonly SpokenSegment[]): readonly Word[] {
  const words: Word[] = [];
  let before: SpokenSegment | null = null;
  for (const segment of segments) {
    if (before !== null && segment.from - before.to > PAUSE_MS) words.push(BREAK);
    before = segment;
    const { from, to, text } = segment;
    const msPerCharacter = text.length === 0 ? 0 : Math.max(0, to - from) / text.length;
    for (const { stem, text: written, offset } of stemsOnce(segment)) {
      words.push({ stem, text: written, at: from + offset * msPerCharacter });
    }
  }
  return words;
}

/** A transcript grows by a segment at a time: those before it are not taken apart again. */
const known = new WeakMap<SpokenSegment, readonly Stem[]>();

function stemsOnce(segment: SpokenSegment): readonly Stem[] {
  const stems = known.get(segment) ?? stemsOf(segment.text);
  known.set(segment, stems);
  return stems;
}

interface Stem {
  readonly stem: string;
  readonly text: string;
  readonly offset: number;
}

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)*|[²³]|(?:\^|\*\*)\s*[23]/gu;

/** The words of a text in the form in which phrases and transcripts are compared. */
function stemsOf(text: string): readonly Stem[] {
  const stems: Stem[] = [];
  const matches = [...text.matchAll(WORD)];
  for (const [number, match] of matches.entries()) {
    const offset = match.index;
    // With what stands up to the next word, so that the texts of the words are the text.
    const next = matches[number + 1]?.index;
    const written = next === undefined ? `${text.slice(offset)} ` : text.slice(offset, next);
    const last = stems.at(-1);
    const plain = match[0].toLowerCase().replace(/['’]/g, '');
    // "n²" and "n2" are one word to some recognisers, "n squared" two.
    const power = /^(\p{L}?)[²³]$|^(?:\^|\*\*)\s*[23]$|^(n)[23]$/u.exec(plain);
    if (plain === 'of' && (last?.stem === 'o' || last?.stem === 'order')) {
      // "O of n", "order of n" and "O(n)" are one way of saying it.
      stems[stems.length - 1] = { stem: 'o', text: last.text + written, offset: last.offset };
    } else if (plain === 'oh') stems.push({ stem: 'o', text: written, offset });
    else if (plain === 'login' && (last?.stem === 'n' || last?.stem === 'o')) {
      // What recognisers make of "n log n".
      stems.push({ stem: 'log', text: written, offset }, { stem: 'n', text: '', offset });
    } else if (power !== null) {
      const base = power[1] || power[2];
      if (base) stems.push({ stem: base, text: '', offset });
      stems.push({ stem: /[3³]/.test(plain) ? 'cub' : 'squar', text: written, offset });
    } else stems.push({ stem: stemOf(plain), text: written, offset });
  }
  return stems;
}

/** A word without its ending, as far as that goes without a dictionary: `assuming`, `assumed` and `assume` are one. */
function stemOf(word: string): string {
  if (word.length <= 3) return word;
  let stem = word;
  for (const ending of ['ing', 'ed', 'es', 's']) {
    if (!stem.endsWith(ending) || stem.length - ending.length < 3 || /(?:ss|us|is)$/.test(stem)) continue;
    stem = stem.slice(0, -ending.length);
    break;
  }
  if (stem.endsWith('e') && stem.length > 3) stem = stem.slice(0, -1);
  if (stem.endsWith('y') && stem.length > 3) stem = `${stem.slice(0, -1)}i`;
  return stem.length > 3 ? stem.replace(/([bdgklmnprt])\1$/, '$1') : stem;
}
