import type { Value } from '#domain/value.ts';
import type { Rendering } from '#domain/verdict.ts';
import type { Path } from './path.ts';
import { join, type Piece } from './piece.ts';
import { writeLeaf } from './render-leaf.ts';
import { type Item, isContainer, type Parts, partsOf } from './render-parts.ts';

export const DEFAULT_LIMIT = 600;

export interface RenderOptions {
  /** Leads to the part to be marked. A last position into a str is an offset in UTF-16 units. */
  readonly path?: Path;
  /** About how many characters of text to keep. */
  readonly limit?: number;
}

/**
 * Writes a value as Python's `repr` does. What does not fit in `limit` is left out in the middle, as `… 99,990 more …`,
 * and the part that `path` leads to stays in sight with its neighbours; `mark` is its range in the text. There is no
 * mark for an empty path, or one that leads nowhere.
 */
export function renderValue(value: Value, { path = [], limit = DEFAULT_LIMIT }: RenderOptions = {}): Rendering {
  const { text, mark } = write(value, limit, path.length > 0 ? { path, at: 0 } : undefined);
  return mark === undefined ? { text } : { text, mark };
}

/** The part to mark, as seen from somewhere on the way to it. */
interface Focus {
  readonly path: Path;
  readonly at: number;
}

const ELISION = '… 100,000 more …, '.length;

/** With less room than this a container is not worth starting on. */
const LEAST = 20;

function write(value: Value, budget: number, focus: Focus | undefined): Piece {
  const whole = new Whole(budget);
  if (whole.add(value, focus)) return whole.piece();
  // The mark then stands for what cannot be seen.
  if (isContainer(value) && budget < LEAST / 2) return join([focus === undefined ? '…' : { text: '…', mark: [0, 1] }]);
  const piece = isContainer(value)
    ? writeSome(partsOf(value), budget, focus)
    : writeLeaf(value, budget, offsetIn(value, focus));
  return focus !== undefined && focus.at === focus.path.length
    ? { text: piece.text, mark: [0, piece.text.length] }
    : piece;
}

/** Writes values in full, and gives up as soon as they take more than `limit` characters. */
class Whole {
  readonly #limit: number;
  #text = '';
  #mark: readonly [number, number] | undefined;

  constructor(limit: number) {
    this.#limit = limit;
  }

  piece(): Piece {
    return this.#mark === undefined ? { text: this.#text } : { text: this.#text, mark: this.#mark };
  }

  /** False when it did not fit; the text is then of no use. */
  add(value: Value, focus: Focus | undefined): boolean {
    const start = this.#text.length;
    const fits = isContainer(value) ? this.#container(partsOf(value), focus) : this.#leaf(value, focus);
    if (focus !== undefined && focus.at === focus.path.length) this.#mark = [start, this.#text.length];
    return fits;
  }

  #append(text: string): boolean {
    this.#text += text;
    return this.#text.length <= this.#limit;
  }

  #leaf(value: Value, focus: Focus | undefined): boolean {
    const left = this.#limit - this.#text.length;
    if (typeof value === 'string' && value.length > left) return false;
    if (isBytes(value) && value.bytes.length > left) return false;
    const { text, mark } = writeLeaf(value, Number.POSITIVE_INFINITY, offsetIn(value, focus));
    const start = this.#text.length;
    if (mark !== undefined) this.#mark = [start + mark[0], start + mark[1]];
    return this.#append(text);
  }

  #container(parts: Parts, focus: Focus | undefined): boolean {
    if (!this.#append(parts.open)) return false;
    const target = targetIn(parts, focus);
    for (let index = 0; index < parts.count; index += 1) {
      if (index > 0 && !this.#append(', ')) return false;
      const { key, name, value } = parts.item(index);
      if (key !== undefined && !(this.add(key, undefined) && this.#append(': '))) return false;
      if (name !== undefined && !this.#append(`${name}=`)) return false;
      if (!this.add(value, index === target ? below(parts, focus) : undefined)) return false;
    }
    return this.#append(parts.close);
  }
}

/** Which item of a container the focus lies in, or -1. */
function targetIn(parts: Parts, focus: Focus | undefined): number {
  if (focus === undefined) return -1;
  const step = focus.path[focus.at];
  if (step === undefined) return -1;
  return parts.find(step);
}

function below(parts: Parts, focus: Focus | undefined): Focus | undefined {
  if (focus === undefined || parts.wrapper) return focus;
  return { path: focus.path, at: focus.at + 1 };
}

/** Writes the items that matter most and fit: those around the focus, the first ones, the last one. */
function writeSome(parts: Parts, budget: number, focus: Focus | undefined): Piece {
  if (parts.wrapper) {
    const inside = write(parts.item(0).value, budget - parts.open.length - parts.close.length, focus);
    return join([parts.open, inside, parts.close]);
  }
  const target = targetIn(parts, focus);
  const shown = new Map<number, Piece>();
  const room = budget - parts.open.length - parts.close.length - ELISION;
  let left = room;
  for (const index of byImportance(parts.count, target)) {
    if (left < LEAST && index !== target) break;
    // The part looked at may take most of the room; any other a share that leaves some for its neighbours.
    const share = index === target ? room - Math.min(120, 0.3 * room) : room / (shown.size === 0 ? 2 : 4);
    const piece = writeItem(parts.item(index), share, index === target ? below(parts, focus) : undefined);
    if (index !== target && piece.text.length + 2 > left) break;
    shown.set(index, piece);
    left -= piece.text.length + 2;
    if (left <= 0) break;
  }
  return join([parts.open, ...withElisions(shown, parts.count), parts.close]);
}

function writeItem({ key, name, value }: Item, budget: number, focus: Focus | undefined): Piece {
  const label =
    key !== undefined ? `${write(key, budget / 2, undefined).text}: ` : name !== undefined ? `${name}=` : '';
  return join([label, write(value, budget - label.length, focus)]);
}

/** All positions, the most telling first. Callers stop when their room is used up. */
function* byImportance(count: number, target: number): Generator<number> {
  const last = count - 1;
  if (target === -1) {
    for (let index = 0; index < last; index += 1) {
      if (index === 2) yield last;
      yield index;
    }
    if (last < 3 && last >= 0) yield last;
    return;
  }
  yield target;
  for (let away = 1; away < count; away += 1) {
    const before = target - away;
    const after = target + away;
    // The ends come after the nearest neighbours, and are then not given again.
    if (before > 0 || (before === 0 && away === 1)) yield before;
    if (after < last || (after === last && away === 1)) yield after;
    if (away === 1 && target > 1) yield 0;
    if (away === 1 && target < last - 1) yield last;
  }
}

function withElisions(shown: ReadonlyMap<number, Piece>, count: number): (Piece | string)[] {
  const pieces: (Piece | string)[] = [];
  let next = 0;
  const separate = (): void => {
    if (pieces.length > 0) pieces.push(', ');
  };
  const skipTo = (index: number): void => {
    if (index === next) return;
    separate();
    pieces.push(`… ${(index - next).toLocaleString('en-GB')} more …`);
  };
  for (const [index, piece] of [...shown].sort(([a], [b]) => a - b)) {
    skipTo(index);
    separate();
    pieces.push(piece);
    next = index + 1;
  }
  skipTo(count);
  return pieces;
}

function isBytes(value: Value): value is Extract<Value, { kind: 'bytes' }> {
  return typeof value === 'object' && value !== null && value.kind === 'bytes';
}

/** Where in a str the focus points, or undefined. */
function offsetIn(value: Value, focus: Focus | undefined): number | undefined {
  const step = focus?.path[focus.at];
  return typeof value === 'string' && step !== undefined && 'index' in step ? step.index : undefined;
}
