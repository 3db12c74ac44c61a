/**
 * Accepts any shortest script. What is expected is one of them with its distance, and so it tells the two strings as well: they are
 * the second and third entries of its steps, joined.
 */

type Value = null | boolean | bigint | number | string | { readonly kind: string; readonly items?: readonly Value[] };

type Ruling = { accepted: boolean; message?: string };

export const check = ({ expected, actual }: { args: string; expected: Value; actual: Value }): Ruling => {
  const [wantedDistance, wantedScript] = itemsOf(expected) ?? [];
  const a = joined(wantedScript, 1);
  const b = joined(wantedScript, 2);

  const pair = itemsOf(actual);
  if (pair?.length !== 2) return wrong('the answer has to be a pair: the distance and the script');
  const [distance, script] = pair;
  if (!isNumber(distance)) return wrong('the distance, the first of the pair, has to be a number');
  if (Number(distance) !== Number(wantedDistance)) {
    return wrong(`the distance is ${distance}, and ${wantedDistance} is expected`);
  }

  const steps = itemsOf(script);
  if (steps === undefined) return wrong('the script, the second of the pair, has to be a list of steps');
  let edits = 0;
  let before = '';
  let after = '';
  for (const [index, step] of steps.entries()) {
    const parts = itemsOf(step);
    const [kind, x, y] = parts ?? [];
    if (parts?.length !== 3 || typeof kind !== 'string' || typeof x !== 'string' || typeof y !== 'string') {
      return wrong(`step ${index} of the script has to be three strings`);
    }
    const fault = faultOf(kind, x, y);
    if (fault !== undefined) return wrong(`step ${index} of the script, ${shown(kind, x, y)}: ${fault}`);
    if (kind !== 'keep') edits++;
    before += x;
    after += y;
  }
  if (before !== a) return wrong(`the script starts from ${cut(before)} and not from a`);
  if (after !== b) return wrong(`the script leads to ${cut(after)} and not to b`);
  if (edits !== Number(wantedDistance)) {
    return wrong(`the script has ${edits} steps that are not keep, and the distance is ${wantedDistance}`);
  }
  return { accepted: true };
};

function faultOf(kind: string, x: string, y: string): string | undefined {
  switch (kind) {
    case 'keep':
      return isCharacter(x) && x === y ? undefined : 'keep takes the same character twice';
    case 'sub':
      return isCharacter(x) && isCharacter(y) && x !== y ? undefined : 'sub takes two different characters';
    case 'del':
      return isCharacter(x) && y === '' ? undefined : "del takes one character and ''";
    case 'ins':
      return x === '' && isCharacter(y) ? undefined : "ins takes '' and one character";
    default:
      return 'the kinds are keep, sub, del and ins';
  }
}

/** One code point, which can be two units of a JavaScript string. */
function isCharacter(text: string): boolean {
  return text.length === 1 || (text.length === 2 && (text.codePointAt(0) ?? 0) > 0xffff);
}

function joined(script: Value | undefined, place: number): string {
  return (itemsOf(script) ?? []).map((step) => itemsOf(step)?.[place] ?? '').join('');
}

function itemsOf(value: Value | undefined): readonly Value[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return value.kind === 'list' || value.kind === 'tuple' ? value.items : undefined;
}

/** Python's `True == 1` and `2 == 2.0` hold for answers, too. */
function isNumber(value: Value | undefined): boolean {
  return typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean';
}

function shown(...parts: readonly string[]): string {
  return `(${parts.map((part) => JSON.stringify(part)).join(', ')})`;
}

function cut(text: string): string {
  const characters = [...text];
  return JSON.stringify(characters.length <= 40 ? text : `${characters.slice(0, 40).join('')}...`);
}

function wrong(message: string): Ruling {
  return { accepted: false, message };
}
