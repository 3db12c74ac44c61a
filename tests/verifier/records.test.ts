import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRecords } from '#verifier/records.ts';
import type { Verification } from '#verifier/verification.ts';

const ID = 'roc-auc';
const sound: Verification = {
  id: ID,
  cases: 3,
  edgeClasses: 2,
  submissions: [],
  inputs: [],
  strength: { made: 10, equivalent: 1, killed: 9, survivors: [], complaints: [] },
};
let folder = '';
let problemsDir = '';
const open = () => openRecords(problemsDir, join(folder, 'verified'));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edgewise-records-'));
  problemsDir = join(folder, 'problems');
  await cp('problems/edge-classes.yaml', join(problemsDir, 'edge-classes.yaml'));
  await cp(join('problems', ID), join(problemsDir, ID), { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

test('what was found sound is found again while nothing changes', async () => {
  const records = await open();
  await records.keep(ID, await records.keyOf(ID), sound);
  const later = await open();
  expect(await later.find(ID, await later.keyOf(ID))).toEqual(sound);
});

test('a changed case is reason to prove the problem anew', async () => {
  const records = await open();
  await records.keep(ID, await records.keyOf(ID), sound);
  await writeFile(join(problemsDir, ID, 'cases.yaml'), '# changed\n');
  expect(await records.find(ID, await records.keyOf(ID))).toBeNull();
});

test('a changed list of edge classes is reason to prove every problem anew', async () => {
  const records = await open();
  await records.keep(ID, await records.keyOf(ID), sound);
  await writeFile(join(problemsDir, 'edge-classes.yaml'), '{}\n');
  const later = await open();
  expect(await later.find(ID, await later.keyOf(ID))).toBeNull();
});

test('a problem that was not sound is forgotten', async () => {
  const records = await open();
  const key = await records.keyOf(ID);
  await records.keep(ID, key, sound);
  await records.keep(ID, key, null);
  expect(await records.find(ID, key)).toBeNull();
});

test('what was found last is told even when it is out of date', async () => {
  const records = await open();
  expect(await records.latest(ID)).toBeNull();
  await records.keep(ID, 'an old key', sound);
  expect(await records.find(ID, await records.keyOf(ID))).toBeNull();
  expect(await records.latest(ID)).toEqual(sound);
});
