import type { Value } from '#domain/value.ts';
import type { Path, Step } from './path.ts';
import { typeName } from './python-repr.ts';
import { renderValue } from './render.ts';

/** Where and why two values differ. Places are given for either side, because a set or a multiset has no shared one. */
export interface Mismatch {
  /** What the user is told: the path in the returned value, or the innermost one that both values have. */
  readonly path: Path;
  /** Put into words only when asked: looking for partners in a multiset makes mismatches by the thousand. */
  readonly message: () => string;
  readonly offBy?: number;
  /** The part to mark when the expected value is written out. */
  readonly expectedAt: Path;
  readonly gotAt: Path;
}

/** A mismatch of the two values themselves. */
export function mismatchHere(message: () => string, offBy?: number): Mismatch {
  return { path: [], message, expectedAt: [], gotAt: [], ...(offBy !== undefined && { offBy }) };
}

/** The same mismatch as seen from a level further up. */
export function within(mismatch: Mismatch, expectedStep: Step, gotStep: Step = expectedStep): Mismatch {
  return {
    ...mismatch,
    path: [gotStep, ...mismatch.path],
    expectedAt: [expectedStep, ...mismatch.expectedAt],
    gotAt: [gotStep, ...mismatch.gotAt],
  };
}

/** A value in the middle of a sentence. */
export function brief(value: Value): string {
  return renderValue(value, { limit: 60 }).text;
}

/** A value and the name of its type, for where the type is what differs. */
export function typed(value: Value): string {
  return `${brief(value)} (${typeName(value)})`;
}

/** `a float`, `an array`. Names that begin with u, such as UserList and UUID, mostly sound like `you`. */
export function withArticle(name: string): string {
  return `${/^[aeio]/i.test(name) ? 'an' : 'a'} ${name}`;
}

/** `1 element`, `99,990 elements`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}
