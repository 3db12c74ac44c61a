import type { ComparisonRule } from '#domain/problem.ts';
import type { Value } from '#domain/value.ts';
import { isNan, isNum, type Num, type Tolerance } from './numbers.ts';
import { elementRule, ruleForWhole, withoutNumpy } from './rules.ts';

/**
 * What two values must share to be equal under a rule. Values whose keys differ never match. With no coordinates and
 * not `fuzzy` the key decides alone; otherwise it decides but for the numbers that a tolerance applies to.
 */
export interface Signature {
  /** Null for a value that equals nothing: it holds nan, or something that cannot be compared. */
  readonly key: string | null;
  /** The numbers that a tolerance applies to, in an order that two values of one key share; nan where it is complex. */
  readonly coordinates: readonly number[];
  readonly tolerances: readonly Tolerance[];
  /** Whether a tolerance also applies to numbers that have no place in an order: those inside a set. */
  readonly fuzzy: boolean;
}

const EXACT: ComparisonRule = { rule: 'exact' };

/** The signature of a value that is nested no deeper than `MAX_DEPTH`. */
export function signatureOf(value: Value, rule: ComparisonRule): Signature {
  const writer = new Writer();
  const key = writer.write(value, rule);
  return {
    key: writer.equalsNothing ? null : key,
    coordinates: writer.coordinates,
    tolerances: writer.tolerances,
    fuzzy: writer.fuzzy,
  };
}

/** A text that two values share exactly when Python's `==` (list and tuple alike) holds; null for what equals nothing. */
export function exactKey(value: Value): string | null {
  const writer = new Writer();
  const key = writer.write(value, EXACT);
  return writer.equalsNothing ? null : key;
}

/** Every form starts with a letter or bracket of its own, and texts carry their length, so that no two values collide. */
class Writer {
  readonly coordinates: number[] = [];
  readonly tolerances: Tolerance[] = [];
  fuzzy = false;
  equalsNothing = false;

  write(wrapped: Value, outerRule: ComparisonRule): string {
    const value = withoutNumpy(wrapped);
    const rule = ruleForWhole(value, outerRule);
    if (value === null) return 'N';
    if (typeof value === 'string') return `s${value.length}:${value}`;
    if (isNum(value)) return this.#number(value, rule);
    switch (value.kind) {
      case 'list':
      case 'tuple':
        return this.#sequence(value.items, rule);
      case 'set':
      case 'frozenset':
        return `{${this.#unordered(value.items, rule)}}`;
      case 'dict': {
        const entries = value.entries.map(([key, item]) => [this.write(key, EXACT), item] as const);
        const sorted = entries.sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
        return `<${sorted.map(([key, item]) => `${key}=${this.write(item, rule)}`).join(',')}>`;
      }
      case 'dataclass': {
        const sorted = [...value.fields].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
        const fields = sorted.map(([name, item]) => `${name.length}:${name}=${this.write(item, rule)}`);
        return `D${value.name.length}:${value.name}(${fields.join(',')})`;
      }
      case 'bytes':
        return `b${value.bytes.length}:${value.bytes.join('.')}`;
      default:
        this.equalsNothing = true;
        return 'X';
    }
  }

  #number(value: Num, rule: ComparisonRule): string {
    if (isNan(value)) this.equalsNothing = true;
    if (rule.rule !== 'float') return `n${numberKey(value)}`;
    this.coordinates.push(typeof value === 'object' ? Number.NaN : Number(value));
    this.tolerances.push(rule);
    return '#';
  }

  #sequence(items: readonly Value[], rule: ComparisonRule): string {
    if (rule.rule === 'unordered') return `U${this.#unordered(items, rule.of)};`;
    let text = '[';
    for (let i = 0; i < items.length; i += 1) text += `${this.write(items[i] ?? null, elementRule(rule, i))},`;
    return `${text}]`;
  }

  #unordered(items: readonly Value[], rule: ComparisonRule): string {
    const keys = items.map((item) => {
      const { key, coordinates, fuzzy } = signatureOf(item, rule);
      if (key === null) this.equalsNothing = true;
      if (fuzzy || coordinates.length > 0) this.fuzzy = true;
      return key ?? 'X';
    });
    return keys.sort().join(',');
  }
}

/** One text for every number that is `==` in Python: 1, 1.0, True and 1+0j; 0.0 and -0.0. */
function numberKey(value: Num): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'object') {
    return value.im === 0 ? numberKey(value.re) : `${numberKey(value.re)}|${numberKey(value.im)}`;
  }
  // From 2 ** 53 on, a number and the equal bigint would be written differently.
  const large = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
  return typeof value === 'bigint' || large ? integerKey(BigInt(value)) : String(value);
}

/** Decimal up to 64 bits, as numbers are written; then hexadecimal, which is made in linear time. */
function integerKey(value: bigint): string {
  return BigInt.asIntN(64, value) === value ? value.toString() : `h${value.toString(16)}`;
}
