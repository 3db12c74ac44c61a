import type { Value } from '#domain/value.ts';
import { join, type Piece } from './piece.ts';
import { bytesRepr, complexRepr, escapeText, floatRepr, intRepr, quoteFor } from './python-repr.ts';

/** Numbers are never cut below what tells them apart; long ints, strs and bytes are. */
export function writeLeaf(value: Value, budget: number, offset: number | undefined): Piece {
  switch (typeof value) {
    case 'boolean':
      return { text: value ? 'True' : 'False' };
    case 'bigint':
      return { text: cutMiddle(intRepr(value), budget) };
    case 'number':
      return { text: floatRepr(value) };
    case 'string':
      return writeText(value, budget, offset);
    default:
      break;
  }
  if (value === null || typeof value !== 'object') return { text: 'None' };
  switch (value.kind) {
    case 'bytes':
      return { text: bytesRepr(value.bytes, Math.max(4, budget / 2)) };
    case 'complex':
      return { text: complexRepr(value) };
    case 'opaque':
      return { text: cutMiddle(value.repr, Math.min(budget, 200)) };
    default:
      return { text: '…' };
  }
}

function cutMiddle(text: string, budget: number): string {
  const kept = Math.max(20, budget);
  if (text.length <= kept) return text;
  const head = Math.ceil(kept * 0.6);
  return `${text.slice(0, head)}…${text.slice(text.length - Math.max(1, Math.floor(kept - head - 1)))}`;
}

function writeText(text: string, budget: number, offset: number | undefined): Piece {
  const quote = quoteFor(text);
  const [start, end] = visiblePart(text, Math.max(8, budget - 4), offset ?? 0);
  const open = `${quote}${start > 0 ? '…' : ''}`;
  const close = `${end < text.length ? '…' : ''}${quote}`;
  if (offset === undefined) return { text: `${open}${escapeText(text.slice(start, end), quote)}${close}` };
  const after = offset + size(text, offset);
  const inside = escapeText(text.slice(start, offset), quote);
  // Past the last character there is only the closing quote to mark.
  if (after === offset) return join([open, inside, marked(close)]);
  const character = marked(escapeText(text.slice(offset, after), quote));
  return join([open, inside, character, escapeText(text.slice(after, end), quote), close]);
}

function marked(text: string): Piece {
  return { text, mark: [0, text.length] };
}

/** How many UTF-16 units the character at `offset` takes; 0 at the end. */
function size(text: string, offset: number): number {
  const point = text.codePointAt(offset);
  if (point === undefined) return 0;
  return point > 0xffff ? 2 : 1;
}

/** A range of about `room` units around `offset`, on boundaries between characters. */
function visiblePart(text: string, room: number, offset: number): readonly [start: number, end: number] {
  if (text.length <= room) return [0, text.length];
  const wanted = Math.max(0, Math.min(Math.floor(offset - room / 2), text.length - Math.floor(room)));
  const start = isInsidePair(text, wanted) ? wanted - 1 : wanted;
  const last = Math.min(text.length, start + Math.floor(room));
  return [start, isInsidePair(text, last) ? last + 1 : last];
}

function isInsidePair(text: string, offset: number): boolean {
  const point = offset > 0 ? text.codePointAt(offset - 1) : undefined;
  return point !== undefined && point > 0xffff;
}
