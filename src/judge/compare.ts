import type { ComparisonRule } from '#domain/problem.ts';
import type { TaggedValue, Value } from '#domain/value.ts';
import type { Difference } from '#domain/verdict.ts';
import { exactKey } from './canonical.ts';
import { isTooDeep } from './depth.ts';
import { brief, counted, type Mismatch, mismatchHere, typed, withArticle, within } from './mismatch.ts';
import { distance, isClose, isNan, isNum, type Num, numsClose, numsEqual } from './numbers.ts';
import { formatPath, type Step } from './path.ts';
import { floatRepr } from './python-repr.ts';
import { renderValue } from './render.ts';
import { type Collection, elementRule, isSequence, ruleForWhole, type Sequence, withoutNumpy } from './rules.ts';
import { sameBytes } from './same-bytes.ts';
import { compareUnordered, describeOddOnes, MAX_SURPLUS, type OddOnes } from './unordered.ts';

/**
 * The first difference between an expected and a returned value, or null when they are equal under `rule`.
 *
 * Equality is Python's, with these conventions: list and tuple are interchangeable, also with numpy arrays (as nested
 * lists), and numpy scalars with their values; sets equal sets and frozensets, never sequences; the keys of a dict
 * compare exactly under every rule; a dataclass equals one of the same name with equal fields; what cannot be compared
 * (a generator, a function) equals nothing. nan equals nothing either, not even an expected nan: no answer is ever nan,
 * so a nan among the expected values is a mistake of the problem's, and must not pass unseen. Under `float` every number
 * inside compares by `math.isclose`, ints and bools included.
 *
 * @throws {TypeError} for the rule `checker`, which is no comparison.
 */
export function compareValues(expected: Value, actual: Value, rule: ComparisonRule): Difference | null {
  if (rule.rule === 'checker') throw new TypeError('the rule "checker" is for the checker to apply');
  const mismatch = tooDeep(expected, actual) ?? compare(expected, actual, rule);
  if (mismatch === null) return null;
  const { path, message, offBy, expectedAt, gotAt } = mismatch;
  return {
    path: formatPath(path),
    message: message(),
    ...(offBy !== undefined && { offBy }),
    expected: renderValue(expected, { path: expectedAt }),
    got: renderValue(actual, { path: gotAt }),
  };
}

function tooDeep(expected: Value, actual: Value): Mismatch | null {
  if (isTooDeep(actual)) return mismatchHere(() => 'the returned value is nested too deeply to be compared');
  if (isTooDeep(expected)) return mismatchHere(() => 'the expected value is nested too deeply to be compared');
  return null;
}

function compare(expected: Value, actual: Value, outerRule: ComparisonRule): Mismatch | null {
  if (typeof expected === 'number' && typeof actual === 'number') {
    // The bulk of all leaves: no objects are made for them.
    if (outerRule.rule === 'float' ? isClose(expected, actual, outerRule) : expected === actual) return null;
  }
  const e = withoutNumpy(expected);
  const a = withoutNumpy(actual);
  const rule = ruleForWhole(e, outerRule);

  if (isOpaque(a))
    return mismatchHere(() => `got ${brief(a)}, ${withArticle(a.type)}, which cannot be compared${advice(a.advice)}`);
  if (isOpaque(e)) return mismatchHere(() => `the expected value, ${withArticle(e.type)}, cannot be compared`);
  if (isNum(e) && isNum(a)) return compareNums(e, a, rule);
  if (typeof e === 'string' && typeof a === 'string') return compareTexts(e, a);
  if (isSequence(e) && isSequence(a)) {
    return rule.rule === 'unordered' ? compareMultisets(e, a, rule.of) : compareInOrder(e, a, rule);
  }
  if (e === null && a === null) return null;
  if (typeof e === 'object' && e !== null && typeof a === 'object' && a !== null) {
    if (isSet(e) && isSet(a)) return compareSets(e.items, a.items, rule);
    if (e.kind === 'dict' && a.kind === 'dict') return compareDicts(e.entries, a.entries, rule);
    if (e.kind === 'bytes' && a.kind === 'bytes') return compareBytes(e.bytes, a.bytes);
    if (e.kind === 'dataclass' && a.kind === 'dataclass') return compareDataclasses(e, a, rule);
  }
  return mismatchHere(() => `expected ${typed(expected)}, got ${typed(actual)}`);
}

function matches(expected: Value, actual: Value, rule: ComparisonRule): boolean {
  return compare(expected, actual, rule) === null;
}

type Tagged<K extends TaggedValue['kind']> = Extract<TaggedValue, { kind: K }>;

function isOpaque(value: Value): value is Tagged<'opaque'> {
  return typeof value === 'object' && value !== null && value.kind === 'opaque';
}

function isSet(value: TaggedValue): value is Collection {
  return value.kind === 'set' || value.kind === 'frozenset';
}

function advice(text: string): string {
  return text === '' ? '' : `: ${text}`;
}

function compareNums(expected: Num, actual: Num, rule: ComparisonRule): Mismatch | null {
  if (rule.rule === 'float' ? numsClose(expected, actual, rule) : numsEqual(expected, actual)) return null;
  if (isNan(expected)) return mismatchHere(() => 'nan is never an expected value: the case is at fault');
  if (isNan(actual)) return mismatchHere(() => `expected ${brief(expected)}, got nan, which equals nothing`);
  const offBy = distance(expected, actual);
  return mismatchHere(() => {
    const both = typeof expected === 'boolean' || typeof actual === 'boolean' ? typed : brief;
    const off = offBy === undefined ? '' : ` (off by ${formatDistance(offBy)})`;
    return `expected ${both(expected)}, got ${both(actual)}${off}`;
  }, offBy);
}

/** Six digits say how far off a number is; a whole distance is written as one. */
function formatDistance(offBy: number): string {
  if (Number.isSafeInteger(offBy)) return offBy.toLocaleString('en-GB');
  return floatRepr(Number(offBy.toPrecision(6)));
}

function compareTexts(expected: string, actual: string): Mismatch | null {
  if (expected === actual) return null;
  let offset = 0;
  while (offset < expected.length && expected.charCodeAt(offset) === actual.charCodeAt(offset)) offset += 1;
  // Two characters outside the first plane may differ in their second half only.
  if (offset > 0 && (expected.codePointAt(offset - 1) ?? 0) > 0xffff) offset -= 1;
  else if (offset > 0 && (actual.codePointAt(offset - 1) ?? 0) > 0xffff) offset -= 1;
  const mismatch = mismatchHere(() => {
    const position = [...expected.slice(0, offset)].length;
    const where = position === 0 ? '' : `: first difference at position ${position}`;
    return `expected ${brief(expected)}, got ${brief(actual)}${where}`;
  });
  return { ...mismatch, expectedAt: [{ index: offset }], gotAt: [{ index: offset }] };
}

function compareBytes(expected: Uint8Array, actual: Uint8Array): Mismatch | null {
  if (sameBytes(expected, actual)) return null;
  return mismatchHere(
    () => `expected ${brief({ kind: 'bytes', bytes: expected })}, got ${brief({ kind: 'bytes', bytes: actual })}`,
  );
}

function compareInOrder(expected: Sequence, actual: Sequence, rule: ComparisonRule): Mismatch | null {
  const shared = Math.min(expected.items.length, actual.items.length);
  let found: Mismatch | null = null;
  let index = 0;
  for (; index < shared && found === null; index += 1) {
    found = compare(expected.items[index] ?? null, actual.items[index] ?? null, elementRule(rule, index));
  }
  const inside = found === null ? null : within(found, { index: index - 1 });
  if (expected.items.length === actual.items.length) return inside;
  return lengthMismatch(expected.items.length, actual.items.length, inside);
}

function describeLengths(expected: number, actual: number): string {
  return `expected ${counted(expected, 'element')}, got ${actual.toLocaleString('en-GB')}`;
}

/** The lengths are said first; where the elements part is what gets marked. */
function lengthMismatch(expected: number, actual: number, inside: Mismatch | null): Mismatch {
  const lengths = (): string => describeLengths(expected, actual);
  if (inside !== null) {
    const { message, path, expectedAt, gotAt } = inside;
    return {
      path: [],
      message: () => `${lengths()}; first difference at ${formatPath(path)}: ${message()}`,
      expectedAt,
      gotAt,
    };
  }
  return {
    ...mismatchHere(lengths),
    expectedAt: expected > actual ? [{ index: actual }] : [],
    gotAt: actual > expected ? [{ index: expected }] : [],
  };
}

function compareMultisets(expected: Sequence, actual: Sequence, rule: ComparisonRule): Mismatch | null {
  const oddOnes = compareUnordered(expected.items, actual.items, rule, matches);
  if (oddOnes === null) return null;
  const { items: wanted } = expected;
  const { items: found } = actual;
  return {
    ...marksOf(oddOnes),
    path: oddOnes.unexpected === undefined ? [] : [{ index: oddOnes.unexpected }],
    message: () => {
      const lengths = wanted.length === found.length ? '' : `${describeLengths(wanted.length, found.length)}; `;
      return lengths + describeOddOnes(oddOnes, wanted, found);
    },
  };
}

function compareSets(expected: readonly Value[], actual: readonly Value[], rule: ComparisonRule): Mismatch | null {
  const oddOnes = compareUnordered(expected, actual, rule, matches);
  if (oddOnes === null) return null;
  return { ...marksOf(oddOnes), path: [], message: () => describeOddOnes(oddOnes, expected, actual) };
}

function marksOf({ missing, unexpected }: OddOnes): Pick<Mismatch, 'expectedAt' | 'gotAt'> {
  return {
    expectedAt: missing === undefined ? [] : [{ index: missing }],
    gotAt: unexpected === undefined ? [] : [{ index: unexpected }],
  };
}

type Entries = Tagged<'dict'>['entries'];

function compareDicts(expected: Entries, actual: Entries, rule: ComparisonRule): Mismatch | null {
  if (actual.length - expected.length > MAX_SURPLUS) return surplusKey(expected, actual);
  const found = new Map<string, readonly [Value, Value]>();
  for (const entry of actual) {
    const key = exactKey(entry[0]);
    if (key === null) return { ...mismatchHere(() => `unexpected key ${brief(entry[0])}`), gotAt: [{ key: entry[0] }] };
    found.set(key, entry);
  }
  for (const [key, value] of expected) {
    const comparable = exactKey(key);
    const entry = comparable === null ? undefined : found.get(comparable);
    if (entry === undefined || comparable === null) {
      return { ...mismatchHere(() => missingKey(key, expected, actual)), expectedAt: [{ key }] };
    }
    const mismatch = compare(value, entry[1], rule);
    if (mismatch !== null) return within(mismatch, { key }, { key: entry[0] });
    found.delete(comparable);
  }
  const [extra] = found.values();
  if (extra === undefined) return null;
  return { ...mismatchHere(() => `unexpected key ${brief(extra[0])}`), gotAt: [{ key: extra[0] }] };
}

/** Of far too many keys, the first that is not expected. */
function surplusKey(expected: Entries, actual: Entries): Mismatch {
  const wanted = new Set(expected.map(([key]) => exactKey(key)));
  const key = actual.find((entry) => !wanted.has(exactKey(entry[0])))?.[0] ?? null;
  const lengths = `expected ${counted(expected.length, 'key')}, got ${actual.length.toLocaleString('en-GB')}`;
  return { ...mismatchHere(() => `unexpected key ${brief(key)} (${lengths})`), gotAt: [{ key }] };
}

function missingKey(key: Value, expected: Entries, actual: Entries): string {
  if (expected.length === actual.length) return `missing key ${brief(key)}`;
  return `missing key ${brief(key)} (expected ${counted(expected.length, 'key')}, got ${actual.length})`;
}

function compareDataclasses(
  expected: Tagged<'dataclass'>,
  actual: Tagged<'dataclass'>,
  rule: ComparisonRule,
): Mismatch | null {
  if (expected.name !== actual.name) {
    return mismatchHere(() => `expected ${withArticle(expected.name)}, got ${withArticle(actual.name)}`);
  }
  const fields = new Map(actual.fields);
  for (const [field, value] of expected.fields) {
    const found = fields.get(field);
    if (found === undefined) return mismatchHere(() => `the ${actual.name} has no field ${field}`);
    const mismatch = compare(value, found, rule);
    const step: Step = { field };
    if (mismatch !== null) return within(mismatch, step);
    fields.delete(field);
  }
  const [extra] = fields.keys();
  return extra === undefined
    ? null
    : mismatchHere(() => `the ${actual.name} has a field ${extra} that was not expected`);
}
