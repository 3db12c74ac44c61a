import type { Value } from '#domain/value.ts';
import { renderValue } from './render.ts';

/** One step down into a value: a position, the key of a dict, or the field of a dataclass. */
export type Step = { readonly index: number } | { readonly key: Value } | { readonly field: string };

/** From a whole value down to one of its parts; empty for the whole. */
export type Path = readonly Step[];

const MAX_KEY = 60;

/** `path` as Python would write it after the name of the value: `[3]['mean'].low`. Long keys are cut. */
export function formatPath(path: Path): string {
  return path.map(formatStep).join('');
}

function formatStep(step: Step): string {
  if ('index' in step) return `[${step.index}]`;
  return 'field' in step ? `.${step.field}` : `[${renderValue(step.key, { limit: MAX_KEY }).text}]`;
}

/**
 * Reads a path such as a checker writes by hand: positions, string keys without escapes, and fields. Undefined for
 * anything else.
 */
export function parsePath(text: string): Path | undefined {
  const path: Step[] = [];
  let rest = text;
  while (rest !== '') {
    const found = /^(?:\[(\d{1,15})\]|\['([^'\\]*)'\]|\["([^"\\]*)"\]|\.([\p{L}_][\p{L}\p{N}_]*))/u.exec(rest);
    if (found === null) return undefined;
    const [whole, index, single, double, field] = found;
    if (index !== undefined) path.push({ index: Number(index) });
    else if (field !== undefined) path.push({ field });
    else path.push({ key: single ?? double ?? '' });
    rest = rest.slice(whole.length);
  }
  return path;
}
