import type { Value } from '#domain/value.ts';
import { MalformedValue } from './malformed-value.ts';
import { MAX_TAG_PARTS, tagged } from './tagged.ts';
import { decodeUtf8 } from './utf8.ts';

export { MalformedValue };

/** Nesting beyond this is refused: no contract asks for it, and the judge's own stack has to hold it. */
export const MAX_DEPTH = 1000;

/** What the interpreter's encoder sends at most. One that the candidate has replaced sends what it likes. */
const MAX_ITEMS = 5_000_000;

/** Digits of 15 bits, of all long ints together: work on an int can take more than linear time. */
const MAX_INT_DIGITS = 100_000;

/** Ints of up to this many digits are not counted: there may be as many as there may be items. */
const SHORT_INT_DIGITS = 8;

const code = (character: string): number => character.charCodeAt(0);
const NONE = code('N');
const TRUE = code('T');
const FALSE = code('F');
const INT = code('i');
const LONG = code('l');
const FLOAT = code('g');
const COMPLEX = code('y');
const TEXT = code('u');
const INTERNED = code('t');
const BYTES = code('s');
const TUPLE = code('(');
const LIST = code('[');
const DICT = code('{');
const END_OF_DICT = code('0');
const SET = code('<');
const FROZENSET = code('>');
const ELLIPSIS = code('.');

/**
 * Reads one value that `marshal.dumps(value, 2)` wrote. What marshal cannot write is a tuple that starts with `...` and
 * a tag: see `src/runner/python/edgewise/values.py`.
 *
 * The bytes come from an interpreter that runs a stranger's code, so nothing in them is believed: every length is held
 * against what is left before it is used.
 *
 * @throws {MalformedValue} when the bytes are anything but exactly one value.
 */
export function decodeValue(bytes: Uint8Array): Value {
  const reader = new Reader(bytes);
  const value = reader.value(0);
  if (reader.left > 0)
    throw new MalformedValue(`The value is followed by ${reader.left} bytes that belong to nothing.`);
  return value;
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;
  #itemsLeft = MAX_ITEMS;
  #intDigitsLeft = MAX_INT_DIGITS;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  value(depth: number): Value {
    if (depth > MAX_DEPTH) throw new MalformedValue('The value is nested more than 1,000 levels deep.');
    const type = this.#byte();
    switch (type) {
      case NONE:
        return null;
      case TRUE:
        return true;
      case FALSE:
        return false;
      case INT:
        return BigInt(this.#int32());
      case LONG:
        return this.#long();
      case FLOAT:
        return this.#float64();
      case COMPLEX:
        return { kind: 'complex', re: this.#float64(), im: this.#float64() };
      case TEXT:
      case INTERNED:
        return this.#text();
      case BYTES:
        return { kind: 'bytes', bytes: this.#take(this.#int32()).slice() };
      case TUPLE:
        return this.#tuple(depth);
      case LIST:
        return { kind: 'list', items: this.#contents(this.#count(), depth) };
      case SET:
        return { kind: 'set', items: this.#contents(this.#count(), depth) };
      case FROZENSET:
        return { kind: 'frozenset', items: this.#contents(this.#count(), depth) };
      case DICT:
        return this.#dict(depth);
      default:
        throw new MalformedValue(`The value holds an unknown type code, ${type}.`);
    }
  }

  #byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new MalformedValue('The value ends too early.');
    this.#at += 1;
    return byte;
  }

  /** Moves past `size` bytes and returns where they start. */
  #skip(size: number): number {
    if (size < 0 || size > this.left) throw new MalformedValue('The value ends too early.');
    const start = this.#at;
    this.#at += size;
    return start;
  }

  #take(size: number): Uint8Array {
    const start = this.#skip(size);
    return this.#bytes.subarray(start, start + size);
  }

  #int32(): number {
    return this.#view.getInt32(this.#skip(4), true);
  }

  #float64(): number {
    return this.#view.getFloat64(this.#skip(8), true);
  }

  /** A number of items, each of which takes at least one byte. */
  #count(): number {
    const count = this.#int32();
    if (count < 0 || count > this.left) throw new MalformedValue('The value ends too early.');
    return count;
  }

  /** The items of a container; the parts of a tag are none, and are not counted. */
  #contents(count: number, depth: number): Value[] {
    this.#countItems(count);
    return this.#items(count, depth);
  }

  #countItems(count: number): void {
    this.#itemsLeft -= count;
    if (this.#itemsLeft < 0) throw new MalformedValue('The value has more than 5 million items.');
  }

  /** The array grows as items arrive: a claimed count costs memory only when the items are there. */
  #items(count: number, depth: number): Value[] {
    const items: Value[] = [];
    for (let i = 0; i < count; i += 1) items.push(this.value(depth + 1));
    return items;
  }

  /** Sign and size in one number, then 15 bits in each 16, least significant first. */
  #long(): bigint {
    const size = this.#int32();
    const count = Math.abs(size);
    if (count > SHORT_INT_DIGITS) this.#intDigitsLeft -= count;
    if (this.#intDigitsLeft < 0) throw new MalformedValue('The value holds ints of more than 1.5 million bits.');
    const start = this.#skip(2 * count);
    const digit = (i: number): number => {
      const found = i < count ? this.#view.getUint16(start + 2 * i, true) : 0;
      if (found > 0x7fff) throw new MalformedValue('The value holds an int with a digit out of range.');
      return found;
    };
    // Four digits are fifteen hexadecimal ones, and JavaScript reads those in linear time.
    const groups: string[] = [];
    for (let i = 0; i < count; i += 4) {
      const low = digit(i) + digit(i + 1) * 2 ** 15;
      const high = digit(i + 2) + digit(i + 3) * 2 ** 15;
      groups.push((BigInt(high) * 2n ** 30n + BigInt(low)).toString(16).padStart(15, '0'));
    }
    if (groups.length === 0) return 0n;
    const magnitude = BigInt(`0x${groups.reverse().join('')}`);
    return size < 0 ? -magnitude : magnitude;
  }

  #text(): Value {
    const size = this.#int32();
    const start = this.#skip(size);
    const decoded = decodeUtf8(this.#bytes, start, start + size);
    switch (decoded.kind) {
      case 'text':
        return decoded.text;
      case 'invalid':
        throw new MalformedValue('The value holds a str that is not UTF-8.');
      case 'surrogate-pair':
        return {
          kind: 'opaque',
          type: 'str',
          repr: '<str with a pair of surrogates>',
          advice: 'write the character itself instead of its two surrogates',
        };
    }
  }

  #dict(depth: number): Value {
    const entries: (readonly [Value, Value])[] = [];
    while (this.#bytes[this.#at] !== END_OF_DICT) {
      this.#countItems(2);
      entries.push([this.value(depth + 1), this.value(depth + 1)]);
    }
    this.#at += 1;
    return { kind: 'dict', entries };
  }

  #tuple(depth: number): Value {
    const count = this.#count();
    if (count === 0 || this.#bytes[this.#at] !== ELLIPSIS)
      return { kind: 'tuple', items: this.#contents(count, depth) };
    // These parts are not counted as items, so there must be few.
    if (count > MAX_TAG_PARTS + 2) throw new MalformedValue('The value holds a tagged tuple with too many parts.');
    this.#at += 1;
    const [tag, ...parts] = this.#items(count - 1, depth);
    if (typeof tag !== 'string') throw new MalformedValue('The value holds a tagged tuple without a tag.');
    return tagged(tag, parts);
  }
}
