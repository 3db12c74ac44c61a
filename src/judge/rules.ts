import type { ComparisonRule } from '#domain/problem.ts';
import type { TaggedValue, Value } from '#domain/value.ts';

const EXACT: ComparisonRule = { rule: 'exact' };

type Plain = Exclude<Value, { kind: 'ndarray' | 'numpy-scalar' }>;
export type Collection = Extract<TaggedValue, { items: readonly Value[] }>;
export type Sequence = Collection & { readonly kind: 'list' | 'tuple' };

/** A numpy array as nested lists, a numpy scalar as its value; anything else as it is. Looks at the outermost level only. */
export function withoutNumpy(value: Value): Plain {
  let plain = value;
  while (typeof plain === 'object' && plain !== null) {
    if (plain.kind === 'ndarray') plain = plain.data;
    else if (plain.kind === 'numpy-scalar') plain = plain.value;
    else return plain;
  }
  return plain;
}

export function isSequence(value: Value): value is Sequence {
  return typeof value === 'object' && value !== null && (value.kind === 'list' || value.kind === 'tuple');
}

/**
 * The rule that applies to `value` as a whole. `unordered` and `each` speak of sequences: of anything else, such as the
 * None of "there is no answer", `unordered` asks what it asks of its elements, and `each` asks for equality.
 */
export function ruleForWhole(value: Value, rule: ComparisonRule): ComparisonRule {
  if (isSequence(value)) return rule;
  if (rule.rule === 'unordered') return ruleForWhole(value, rule.of);
  return rule.rule === 'each' ? EXACT : rule;
}

/** The rule for one position of a sequence that is compared in order. */
export function elementRule(rule: ComparisonRule, index: number): ComparisonRule {
  switch (rule.rule) {
    case 'each':
      return rule.items[index] ?? EXACT;
    case 'exact':
    case 'float':
      return rule;
    case 'unordered':
      return rule.of;
    case 'checker':
      throw new TypeError('the rule "checker" is for a whole answer, and for the checker to apply');
  }
}
