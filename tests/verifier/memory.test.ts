import { expect, test } from 'vitest';
import { emptyMemory } from '#verifier/memory.ts';
import { scaffold } from '#verifier/scaffold.ts';
import { complaintsOf } from '#verifier/verification.ts';
import { verifyPackage } from '#verifier/verify.ts';
import { fakeParts, freshPackage, honestVerdict, type Script } from './fake-parts.ts';

const SLOW = 'time_limit_exceeded/quadratic.py';
const quiet = () => undefined;
const secondLarge = `
- name: another large one
  edge: large
  args: "[9] * 1000"
  expected: reference
  why: It is large.
`;

/** The large cases that the slow submission was put to, in order. */
async function triedOnSlow(caughtIn: string, memory = emptyMemory()): Promise<string[]> {
  const verdict: Script['verdict'] = (code, name) => {
    if (!code.includes('values[: i + 1]')) return honestVerdict(code, name);
    return name === caughtIn ? 'Time Limit Exceeded' : 'Accepted';
  };
  const parts = fakeParts({ verdict });
  const pack = freshPackage({ 'cases.yaml': `${scaffold('moving-sum')['cases.yaml']}${secondLarge}` });
  expect(complaintsOf(await verifyPackage(pack, parts, quiet, memory))).toEqual([]);
  const large = pack.problem.cases.filter(({ edge }) => edge === 'large');
  return parts.calls
    .filter(({ code }) => code.includes('values[: i + 1]'))
    .flatMap(({ args }) => large.filter((one) => one.args === args).map(({ name }) => name));
}

test('a submission is put first to the large case that caught it before', async () => {
  expect(await triedOnSlow('another large one')).toEqual(['at the size limit', 'another large one']);
  const memory = emptyMemory();
  memory.catchers.set(SLOW, 'another large one');
  expect(await triedOnSlow('another large one', memory)).toEqual(['another large one']);
});

test('where it was caught before is no proof: when that case no longer catches it, the others are tried', async () => {
  const memory = emptyMemory();
  memory.catchers.set(SLOW, 'another large one');
  expect(await triedOnSlow('at the size limit', memory)).toEqual(['another large one', 'at the size limit']);
  expect(memory.catchers.get(SLOW)).toBe('at the size limit');
});

test('what was refuted is tried again, what was proven is not', async () => {
  const memory = emptyMemory();
  const pack = freshPackage();
  const lenient: Script['verdict'] = (code, name) =>
    code.includes('values[: i + 1]') ? 'Accepted' : honestVerdict(code, name);
  const first = fakeParts({ verdict: lenient });
  expect(complaintsOf(await verifyPackage(pack, first, quiet, memory))).toHaveLength(1);
  const second = fakeParts({ verdict: honestVerdict });
  expect(complaintsOf(await verifyPackage(pack, second, quiet, memory))).toEqual([]);
  expect(second.calls.length).toBeGreaterThan(0);
  expect(second.calls.every(({ code }) => code.includes('values[: i + 1]'))).toBe(true);
});
