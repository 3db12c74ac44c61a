/**
 * Lets CPython notice how deep it is when it frees one object inside the other.
 *
 * Freeing the head of a linked list frees the next node, and so on. CPython interrupts this in time (its "trashcan") by
 * looking at the C stack; but in WebAssembly it sees only the stack that C keeps in memory, of which freeing uses next to
 * nothing, while the browser's own stack overflows: fatally, after about 2,000 nodes. Here every level of freeing is made
 * to take some of the stack that CPython does see.
 */

/** Bytes for each level: about what the browser's own stack takes for it. A multiple of 16, as C wants its stack. */
const BYTES_PER_LEVEL = 256;

const FUNCTION = '_Py_Dealloc';
const SECTION = { import: 2, export: 7, code: 10 };
const OP = { return: 0x0f, end: 0x0b, get: 0x20, set: 0x21, tee: 0x22, globalGet: 0x23, globalSet: 0x24 };
const I32_CONST = 0x41;
const I32_SUB = 0x6b;

/** `pyodide.asm.wasm`, changed in that one function. Throws when this is not the code it was written for. */
export function withDeallocStack(wasm: Uint8Array): Uint8Array {
  const sections = sectionsOf(wasm);
  const imports = sectionOf(sections, SECTION.import);
  const index = exportedFunction(wasm, sectionOf(sections, SECTION.export)) - importedFunctions(wasm, imports);
  const code = sectionOf(sections, SECTION.code);
  const reader = new Reader(wasm, code.start);
  const count = reader.unsigned();
  if (index < 0 || index >= count) throw unexpected();
  for (let before = 0; before < index; before += 1) reader.skip(reader.unsigned());
  const sizeAt = reader.at;
  const size = reader.unsigned();
  const body = wasm.subarray(reader.at, reader.at + size);
  const changed = reserving(body);
  const content = concatenated([
    wasm.subarray(code.start, sizeAt),
    unsigned(changed.length),
    changed,
    wasm.subarray(reader.at + size, code.end),
  ]);
  return concatenated([
    wasm.subarray(0, code.idAt),
    Uint8Array.of(SECTION.code),
    unsigned(content.length),
    content,
    wasm.subarray(code.end),
  ]);
}

/**
 * The body begins by keeping the stack pointer in a local, and puts it back at each of its two ends; in between it is free
 * to move it.
 */
function reserving(body: Uint8Array): Uint8Array {
  const at = body.indexOf(OP.globalGet);
  const reader = new Reader(body, at + 1);
  const pointer = unsigned(reader.unsigned());
  if (at < 0 || reader.byte() !== OP.tee) throw unexpected();
  const kept = unsigned(reader.unsigned());
  const restore = [OP.get, ...kept, OP.globalSet, ...pointer];
  const ends = [
    [...restore, OP.return],
    [...restore, OP.end],
  ];
  if (occurrences(body, restore) !== 2 || !ends.every((end) => occurrences(body, end) === 1)) throw unexpected();
  const reserve = [OP.get, ...kept, I32_CONST, ...signed(BYTES_PER_LEVEL), I32_SUB, OP.globalSet, ...pointer];
  return concatenated([body.subarray(0, reader.at), Uint8Array.from(reserve), body.subarray(reader.at)]);
}

function unexpected(): Error {
  return new Error(`${FUNCTION} of this Pyodide is not the one that is known here: see dealloc-stack.node.ts.`);
}

interface Section {
  readonly id: number;
  readonly idAt: number;
  readonly start: number;
  readonly end: number;
}

function sectionsOf(wasm: Uint8Array): Section[] {
  const sections: Section[] = [];
  // After the magic number and the version.
  for (const reader = new Reader(wasm, 8); reader.at < wasm.length; ) {
    const idAt = reader.at;
    const id = reader.byte();
    const size = reader.unsigned();
    sections.push({ id, idAt, start: reader.at, end: reader.at + size });
    reader.skip(size);
  }
  return sections;
}

function sectionOf(sections: readonly Section[], id: number): Section {
  const found = sections.find((section) => section.id === id);
  if (found === undefined) throw unexpected();
  return found;
}

/** Functions that are imported come first in the numbering. */
function importedFunctions(wasm: Uint8Array, { start }: Section): number {
  const reader = new Reader(wasm, start);
  let functions = 0;
  for (let left = reader.unsigned(); left > 0; left -= 1) {
    reader.skip(reader.unsigned());
    reader.skip(reader.unsigned());
    const kind = reader.byte();
    if (kind === 0) {
      functions += 1;
      reader.unsigned();
    } else if (kind === 1) {
      reader.skip(1);
      reader.limits();
    } else if (kind === 2) reader.limits();
    else if (kind === 3) reader.skip(2);
    else {
      reader.skip(1);
      reader.unsigned();
    }
  }
  return functions;
}

function exportedFunction(wasm: Uint8Array, { start }: Section): number {
  const reader = new Reader(wasm, start);
  for (let left = reader.unsigned(); left > 0; left -= 1) {
    const length = reader.unsigned();
    const name = new TextDecoder().decode(wasm.subarray(reader.at, reader.at + length));
    reader.skip(length);
    const kind = reader.byte();
    const index = reader.unsigned();
    if (kind === 0 && name === FUNCTION) return index;
  }
  throw unexpected();
}

class Reader {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  byte(): number {
    const byte = this.#bytes[this.at];
    if (byte === undefined) throw unexpected();
    this.at += 1;
    return byte;
  }

  skip(count: number): void {
    this.at += count;
  }

  /** LEB128. */
  unsigned(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  limits(): void {
    const hasMaximum = (this.unsigned() & 1) === 1;
    this.unsigned();
    if (hasMaximum) this.unsigned();
  }
}

function unsigned(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Uint8Array.from([...bytes, rest]);
    bytes.push((rest % 128) | 0x80);
  }
}

/** As above; a set sixth bit in the last byte would mean a negative number. */
function signed(value: number): Uint8Array {
  const bytes = unsigned(value);
  const last = bytes.at(-1) ?? 0;
  if ((last & 0x40) === 0) return bytes;
  return Uint8Array.from([...bytes.subarray(0, -1), last | 0x80, 0]);
}

function occurrences(bytes: Uint8Array, pattern: readonly number[]): number {
  let found = 0;
  for (let at = 0; at + pattern.length <= bytes.length; at += 1) {
    if (pattern.every((byte, offset) => bytes[at + offset] === byte)) found += 1;
  }
  return found;
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
