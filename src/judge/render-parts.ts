import type { TaggedValue, Value } from '#domain/value.ts';
import type { Step } from './path.ts';
import { numpyScalarName } from './python-repr.ts';

/** One item of a container as it is written: with a key in front (a dict) or a name (a dataclass), or bare. */
export interface Item {
  readonly key?: Value;
  readonly name?: string;
  readonly value: Value;
}

/** A container taken apart for writing. */
export interface Parts {
  readonly open: string;
  readonly close: string;
  readonly count: number;
  readonly item: (index: number) => Item;
  /** Which item a step leads into, or -1. */
  readonly find: (step: Step) => number;
  /** A wrapper is part of how its one item is written, not a level of its own: no step leads through it. */
  readonly wrapper: boolean;
}

type Leaf = Extract<TaggedValue, { kind: 'bytes' | 'complex' | 'opaque' }>;
export type Container = Exclude<TaggedValue, Leaf>;

export function isContainer(value: Value): value is Container {
  if (typeof value !== 'object' || value === null) return false;
  return value.kind !== 'bytes' && value.kind !== 'complex' && value.kind !== 'opaque';
}

export function partsOf(value: Container): Parts {
  switch (value.kind) {
    case 'list':
      return sequence('[', value.items, ']');
    case 'tuple':
      return sequence('(', value.items, value.items.length === 1 ? ',)' : ')');
    case 'set':
      return value.items.length === 0 ? sequence('set(', [], ')') : sequence('{', value.items, '}');
    case 'frozenset':
      return value.items.length === 0 ? sequence('frozenset(', [], ')') : sequence('frozenset({', value.items, '})');
    case 'dict':
      return dict(value.entries);
    case 'dataclass':
      return dataclass(value.name, value.fields);
    case 'ndarray':
      return wrapper('array(', value.data, `, dtype=${value.dtype})`);
    case 'numpy-scalar':
      return typeof value.value === 'boolean'
        ? wrapper('np.', value.value, '_')
        : wrapper(`np.${numpyScalarName(value.dtype)}(`, value.value, ')');
  }
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item ${index}`);
  return item;
}

function sequence(open: string, items: readonly Value[], close: string): Parts {
  return {
    open,
    close,
    count: items.length,
    item: (index) => ({ value: at(items, index) }),
    find: (step) => ('index' in step && step.index < items.length ? step.index : -1),
    wrapper: false,
  };
}

function dict(entries: readonly (readonly [Value, Value])[]): Parts {
  return {
    open: '{',
    close: '}',
    count: entries.length,
    item: (index) => {
      const [key, value] = at(entries, index);
      return { key, value };
    },
    find: (step) => {
      if ('field' in step) return -1;
      // A path written by hand cannot tell the position 3 from the key 3.
      const wanted = 'index' in step ? BigInt(step.index) : step.key;
      return entries.findIndex(([key]) => Object.is(key, wanted));
    },
    wrapper: false,
  };
}

function dataclass(name: string, fields: readonly (readonly [string, Value])[]): Parts {
  return {
    open: `${name}(`,
    close: ')',
    count: fields.length,
    item: (index) => {
      const [field, value] = at(fields, index);
      return { name: field, value };
    },
    find: (step) => ('field' in step ? fields.findIndex(([field]) => field === step.field) : -1),
    wrapper: false,
  };
}

function wrapper(open: string, value: Value, close: string): Parts {
  return { open, close, count: 1, item: () => ({ value }), find: () => 0, wrapper: true };
}
