import type { Value } from '#domain/value.ts';
import { bytesRepr, escapeText, floatRepr, quoteFor } from './python-repr.ts';

/** A value that no Python literal stands for: an object, an array, something that was cut. */
export class NoLiteral extends Error {
  override readonly name = 'NoLiteral';
}

/**
 * Writes a value as Python source that reads back as the same value, however long; NaN and infinity as calls of `float`,
 * so that the text means the same wherever it is pasted.
 *
 * @throws {NoLiteral}
 */
export function literalOf(value: Value): string {
  switch (typeof value) {
    case 'boolean':
      return value ? 'True' : 'False';
    case 'bigint':
      return value.toString();
    case 'number':
      return Number.isFinite(value) ? floatRepr(value) : `float('${floatRepr(value)}')`;
    case 'string': {
      const quote = quoteFor(value);
      return `${quote}${escapeText(value, quote)}${quote}`;
    }
    default:
      break;
  }
  if (value === null) return 'None';
  switch (value.kind) {
    case 'list':
      return `[${listed(value.items)}]`;
    case 'tuple':
      return value.items.length === 1 ? `(${listed(value.items)},)` : `(${listed(value.items)})`;
    case 'set':
      return value.items.length === 0 ? 'set()' : `{${listed(value.items)}}`;
    case 'frozenset':
      return value.items.length === 0 ? 'frozenset()' : `frozenset({${listed(value.items)}})`;
    case 'dict':
      return `{${value.entries.map(([key, item]) => `${literalOf(key)}: ${literalOf(item)}`).join(', ')}}`;
    case 'bytes':
      return bytesRepr(value.bytes, value.bytes.length);
    default:
      throw new NoLiteral(`A value of the type ${value.kind} cannot be written as a literal.`);
  }
}

/** The positional arguments of a call and those by name. */
export interface Arguments {
  readonly positional: readonly Value[];
  readonly named: readonly (readonly [name: string, value: Value])[];
}

/** Writes an argument list, without parentheses. Throws NoLiteral. */
export function argumentsLiteral({ positional, named }: Arguments): string {
  return [...positional.map(literalOf), ...named.map(([name, value]) => `${name}=${literalOf(value)}`)].join(', ');
}

/** Reads what the interpreter sends of an argument list: `[list of positional ones, dict of the others]`. */
export function argumentsOf(value: Value): Arguments | null {
  if (typeof value !== 'object' || value?.kind !== 'tuple') return null;
  const [positional, named] = value.items;
  if (typeof positional !== 'object' || positional?.kind !== 'list') return null;
  if (typeof named !== 'object' || named?.kind !== 'dict') return null;
  return {
    positional: positional.items,
    named: named.entries.flatMap(([name, item]) => (typeof name === 'string' ? [[name, item] as const] : [])),
  };
}

function listed(values: readonly Value[]): string {
  return values.map(literalOf).join(', ');
}
