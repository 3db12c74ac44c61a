import type { Value } from '#domain/value.ts';
import { withoutNumpy } from './rules.ts';

/**
 * The same value without numpy, at every level: arrays as nested lists, scalars as their values. Values that hold none
 * are returned as they are. For values nested no deeper than `MAX_DEPTH`.
 */
export function plainValue(wrapped: Value): Value {
  const value = withoutNumpy(wrapped);
  if (typeof value !== 'object' || value === null) return value;
  switch (value.kind) {
    case 'list':
    case 'tuple':
    case 'set':
    case 'frozenset': {
      const items = value.items.map(plainValue);
      return items.every((item, index) => item === value.items[index]) ? value : { kind: value.kind, items };
    }
    case 'dict':
      return { kind: 'dict', entries: value.entries.map(([key, item]) => [plainValue(key), plainValue(item)]) };
    case 'dataclass':
      return { ...value, fields: value.fields.map(([name, field]) => [name, plainValue(field)]) };
    default:
      return value;
  }
}
