import type { TaggedValue, Value } from '#domain/value.ts';
import { MAX_DEPTH } from './decode.ts';

/** Matching sets takes several times the stack that walking along lists does. */
const MAX_SET_LEVELS = 200;

/**
 * Whether a value is nested more than `MAX_DEPTH` levels deep, or has sets on more than 200 levels. Goes level by
 * level: the stack is what is at stake.
 */
export function isTooDeep(value: Value): boolean {
  let level: TaggedValue[] = [];
  addContainers([value], level);
  let setLevels = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (level.some(({ kind }) => kind === 'set' || kind === 'frozenset')) setLevels += 1;
    if (depth > MAX_DEPTH || setLevels > MAX_SET_LEVELS) return true;
    const next: TaggedValue[] = [];
    for (const item of level) addChildren(item, next);
    level = next;
  }
  return false;
}

function addContainers(values: readonly Value[], into: TaggedValue[]): void {
  for (const value of values) if (typeof value === 'object' && value !== null) into.push(value);
}

function addChildren(value: TaggedValue, into: TaggedValue[]): void {
  switch (value.kind) {
    case 'list':
    case 'tuple':
    case 'set':
    case 'frozenset':
      addContainers(value.items, into);
      break;
    case 'dict':
      for (const entry of value.entries) addContainers(entry, into);
      break;
    case 'dataclass':
      for (const [, field] of value.fields) addContainers([field], into);
      break;
    case 'ndarray':
      addContainers([value.data], into);
      break;
    case 'numpy-scalar':
      addContainers([value.value], into);
      break;
    default:
      break;
  }
}
