/**
 * Accepts any strictly increasing subsequence of the greatest length. What is expected is one such subsequence, and the numbers are
 * read from the arguments; where these are an expression too long to write down, what is expected is the pair
 * (greatest length, numbers).
 */

type Value = null | boolean | bigint | number | string | { readonly kind: string; readonly items?: readonly Value[] };

type Ruling = { accepted: boolean; message?: string };

const LIST_OF_INTEGERS = /^\s*\[[\s\d,_-]*\]\s*,?\s*$/;
const SUBTRACTION = /[\d_]\s*-/;

export const check = ({ args, expected, actual }: { args: string; expected: Value; actual: Value }): Ruling => {
  const found = itemsOf(actual);
  if (found === undefined) return wrong('the answer has to be a list of numbers');
  const numbers: bigint[] = [];
  for (const [index, item] of found.entries()) {
    const number = integer(item);
    if (number === undefined) return wrong(`the answer holds something that is no integer, at position ${index}`);
    numbers.push(number);
  }

  for (let index = 1; index < numbers.length; index++) {
    const before = numbers[index - 1] as bigint;
    const here = numbers[index] as bigint;
    if (here <= before) return wrong(`not strictly increasing: ${before} is followed by ${here}`);
  }

  const { length, nums } = instance(args, expected);
  if (nums !== undefined) {
    let next = 0;
    for (const value of nums) if (next < numbers.length && value === numbers[next]) next++;
    if (next < numbers.length) {
      return wrong(
        `not a subsequence of nums: ${numbers[next]}, at position ${next} of the answer, does not follow there`,
      );
    }
  }
  if (numbers.length !== length) return wrong(`the length is ${numbers.length}, and ${length} is expected`);
  return { accepted: true };
};

function instance(args: string, expected: Value): { length: number; nums: readonly bigint[] | undefined } {
  const items = itemsOf(expected) ?? [];
  const carried = items.length === 2 ? itemsOf(items[1]) : undefined;
  if (carried !== undefined) {
    return { length: Number(items[0]), nums: carried.map((value) => integer(value) as bigint) };
  }
  if (!LIST_OF_INTEGERS.test(args) || SUBTRACTION.test(args)) return { length: items.length, nums: undefined };
  return {
    length: items.length,
    nums: (args.match(/-?\d[\d_]*/g) ?? []).map((text) => BigInt(text.replaceAll('_', ''))),
  };
}

function itemsOf(value: Value | undefined): readonly Value[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return value.kind === 'list' || value.kind === 'tuple' ? value.items : undefined;
}

/** Python's `True == 1` and `2 == 2.0` hold for answers, too. */
function integer(value: Value): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  return typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : undefined;
}

function wrong(message: string): Ruling {
  return { accepted: false, message };
}
