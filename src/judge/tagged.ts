import type { Value } from '#domain/value.ts';
import { MalformedValue } from './malformed-value.ts';
import { shortened } from './shorten.ts';

/** How many parts the longest tag has. */
export const MAX_TAG_PARTS = 3;

/** A name can be as long as its candidate likes; sentences are made of it. */
const MAX_NAME = 100;
const MAX_DESCRIPTION = 500;

/** What a tuple `(..., tag, *parts)` stands for. */
export function tagged(tag: string, parts: readonly Value[]): Value {
  const [first, second, third] = parts;
  switch (`${tag}/${parts.length}`) {
    case 'ndarray/3':
      return ndarray(first, second, third);
    case 'numpy-scalar/2':
      if (typeof first === 'string' && second !== undefined) {
        return { kind: 'numpy-scalar', dtype: shortened(first, MAX_NAME), value: second };
      }
      break;
    case 'dataclass/2':
      if (typeof first === 'string') {
        return { kind: 'dataclass', name: shortened(first, MAX_NAME), fields: fields(second) };
      }
      break;
    case 'opaque/3':
      if (typeof first === 'string' && typeof second === 'string' && typeof third === 'string') {
        return {
          kind: 'opaque',
          type: shortened(first, MAX_NAME),
          repr: shortened(second, MAX_DESCRIPTION),
          advice: shortened(third, MAX_DESCRIPTION),
        };
      }
      break;
    case 'dict/1':
      return { kind: 'dict', entries: sequence(first).map(pair) };
    case 'set/1':
      return { kind: 'set', items: sequence(first) };
    case 'frozenset/1':
      return { kind: 'frozenset', items: sequence(first) };
  }
  throw new MalformedValue(`The value holds a tagged tuple that means nothing: ${JSON.stringify(tag.slice(0, 40))}.`);
}

function sequence(value: Value | undefined): readonly Value[] {
  if (typeof value === 'object' && value !== null && (value.kind === 'tuple' || value.kind === 'list')) {
    return value.items;
  }
  throw new MalformedValue('The value holds a tagged tuple where a sequence is missing.');
}

function pair(value: Value): readonly [Value, Value] {
  const [first, second, ...rest] = sequence(value);
  if (first === undefined || second === undefined || rest.length > 0) {
    throw new MalformedValue('The value holds a tagged tuple where a pair is missing.');
  }
  return [first, second];
}

function fields(value: Value | undefined): (readonly [string, Value])[] {
  return sequence(value).map((item) => {
    const [name, content] = pair(item);
    if (typeof name !== 'string') throw new MalformedValue('The value holds a dataclass with a nameless field.');
    return [shortened(name, MAX_NAME), content];
  });
}

function ndarray(dtype: Value | undefined, shape: Value | undefined, data: Value | undefined): Value {
  const sizes = sequence(shape).map((size) => {
    if (typeof size !== 'bigint' || size < 0n || size > 0x7fffffffn) {
      throw new MalformedValue('The value holds an array whose shape is not one.');
    }
    return Number(size);
  });
  if (typeof dtype !== 'string' || data === undefined || !fits(data, sizes, 0)) {
    throw new MalformedValue('The value holds an array whose data is not of its shape.');
  }
  return { kind: 'ndarray', dtype: shortened(dtype, MAX_NAME), shape: sizes, data };
}

function fits(data: Value, shape: readonly number[], axis: number): boolean {
  const size = shape[axis];
  if (size === undefined) return true;
  if (typeof data !== 'object' || data === null || data.kind !== 'list') return false;
  return data.items.length === size && data.items.every((item) => fits(item, shape, axis + 1));
}
