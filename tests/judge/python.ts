import type { Value } from '#domain/value.ts';

/** Shorthand for the values of Python in tests. */
export const list = (...items: Value[]): Value => ({ kind: 'list', items });
export const tuple = (...items: Value[]): Value => ({ kind: 'tuple', items });
export const set = (...items: Value[]): Value => ({ kind: 'set', items });
export const frozenset = (...items: Value[]): Value => ({ kind: 'frozenset', items });
export const dict = (...entries: (readonly [Value, Value])[]): Value => ({ kind: 'dict', entries });
export const complex = (re: number, im: number): Value => ({ kind: 'complex', re, im });
export const bytes = (...values: number[]): Value => ({ kind: 'bytes', bytes: Uint8Array.from(values) });
export const array = (dtype: string, shape: number[], data: Value): Value => ({ kind: 'ndarray', dtype, shape, data });
export const scalar = (dtype: string, value: Value): Value => ({ kind: 'numpy-scalar', dtype, value });
export const dataclass = (name: string, ...fields: (readonly [string, Value])[]): Value => ({
  kind: 'dataclass',
  name,
  fields,
});
export const generator: Value = {
  kind: 'opaque',
  type: 'generator',
  repr: '<generator object f at 0x7f>',
  advice: 'Return a list: wrap it in list(...).',
};

/** A list inside a list, `depth` times. */
export function nested(depth: number): Value {
  let value: Value = 1n;
  for (let i = 0; i < depth; i += 1) value = list(value);
  return value;
}

export function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** The float whose big-endian bytes are written in hexadecimal. */
export function floatFromBits(hex: string): number {
  return new DataView(fromHex(hex).buffer).getFloat64(0);
}

const utf8 = new TextEncoder();

function int32(value: number): number[] {
  return [value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >> 24) & 255];
}

/** `marshal.dumps(value, 2)` for what tests of the judge send: no numpy, no dataclasses. */
export function dumps(value: Value): Uint8Array {
  const out: number[] = [];
  const put = (type: string, ...rest: number[]): void => void out.push(type.charCodeAt(0), ...rest);
  const write = (item: Value): void => {
    if (item === null) put('N');
    else if (typeof item === 'boolean') put(item ? 'T' : 'F');
    else if (typeof item === 'bigint') put('i', ...int32(Number(item)));
    else if (typeof item === 'number') put('g', ...new Uint8Array(Float64Array.of(item).buffer));
    else if (typeof item === 'string') {
      const encoded = utf8.encode(item);
      put('u', ...int32(encoded.length));
      for (const byte of encoded) out.push(byte);
    } else if (item.kind === 'opaque') {
      put('(', ...int32(5), '.'.charCodeAt(0));
      for (const part of ['opaque', item.type, item.repr, item.advice]) write(part);
    } else if (item.kind === 'ndarray') {
      put('(', ...int32(5), '.'.charCodeAt(0));
      for (const part of ['ndarray', item.dtype, tuple(...item.shape.map(BigInt)), item.data]) write(part);
    } else if (item.kind === 'dict') {
      put('{');
      for (const part of item.entries.flat()) write(part);
      put('0');
    } else if (item.kind === 'list' || item.kind === 'tuple' || item.kind === 'set' || item.kind === 'frozenset') {
      put({ list: '[', tuple: '(', set: '<', frozenset: '>' }[item.kind], ...int32(item.items.length));
      for (const part of item.items) write(part);
    } else throw new TypeError(`dumps does not write ${item.kind}`);
  };
  write(value);
  return Uint8Array.from(out);
}
