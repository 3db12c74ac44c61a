import { spawnSync } from 'node:child_process';
import { appendFile, chmod, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { consultOracles, tellReport } from '#verifier/oracle-command.ts';

const ID = 'sliding-window-maximum';
let folder = '';
let out: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edgewise-oracle-'));
  out = [];
  await cp('problems/edge-classes.yaml', join(folder, 'edge-classes.yaml'));
  await cp('problems/rubric.yaml', join(folder, 'rubric.yaml'));
  await cp(join('problems', ID), join(folder, ID), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

function consult(python: string): Promise<number> {
  const ignore = () => undefined;
  const terminal = { out: (line: string) => void out.push(line), err: ignore, progress: ignore };
  const openParts = () => Promise.reject(new Error('an oracle needs no Pyodide'));
  return consultOracles([ID], { folder, problemsDir: folder, terminal, openParts }, python);
}

/** A program that prints these lines and ends with this status, whatever it is asked. */
async function program(lines: readonly string[], status = 0): Promise<string> {
  const path = join(folder, 'python');
  const prints = lines.map((line) => `console.log(${JSON.stringify(line)});`).join('\n');
  await writeFile(path, `#!/usr/bin/env node\n${prints}\nprocess.exitCode = ${status};\n`);
  await chmod(path, 0o755);
  return path;
}

describe('a line of the answer', () => {
  const ids = ['roc-auc', 'average-precision'];

  test('says who agrees, on how much', () => {
    const counts = { cases: 45, inputs: 500, small: 1314 };
    expect(tellReport({ problem: 'roc-auc', oracle: 'all pairs', state: 'agree', counts, details: [] }, ids)).toBe(
      'roc-auc            all pairs  45 cases, 500 inputs, 1314 small inputs: agree',
    );
  });

  test('is followed by what disagrees', () => {
    const counts = { cases: 1, inputs: 500, small: 0 };
    const details = ['case "a": f(1): the package has 2, the oracle 3'];
    expect(tellReport({ problem: 'roc-auc', oracle: 'all pairs', state: 'disagree', counts, details }, ids)).toBe(
      'roc-auc            all pairs  1 cases, 500 inputs: disagree\n    case "a": f(1): the package has 2, the oracle 3',
    );
  });

  test('says how to get a library that is missing', () => {
    expect(
      tellReport({ problem: 'roc-auc', oracle: 'roc_auc_score', state: 'skipped', library: 'scikit-learn' }, ids),
    ).toBe(
      'roc-auc            scikit-learn roc_auc_score  skipped: scikit-learn is not installed (pip install scikit-learn)',
    );
  });
});

test('without Python it says so, and nothing has failed', async () => {
  expect(await consult(join(folder, 'no-such-python'))).toBe(0);
  expect(out).toHaveLength(1);
  expect(out[0]).toMatch(/^skipped: there is no .*no-such-python here/);
});

test('one disagreement is enough for status 1', async () => {
  const agreed = { problem: ID, oracle: 'a', state: 'agree', counts: { cases: 1 }, details: [] };
  const refused = { ...agreed, oracle: 'b', state: 'disagree', details: ['case "x": ...'] };
  expect(await consult(await program([agreed, refused].map((report) => JSON.stringify(report))))).toBe(1);
  expect(out.at(-1)).toContain('1 of the lines above disagree');
});

test('a skipped oracle is no failure', async () => {
  const skipped = { problem: ID, oracle: 'a', state: 'skipped', library: 'scipy' };
  expect(await consult(await program([JSON.stringify(skipped)]))).toBe(0);
});

test('a Python that breaks off is not taken for agreement', async () => {
  await expect(consult(await program([], 1))).rejects.toThrow('ended with status 1');
});

test('a Python that says nothing is not taken for agreement', async () => {
  await expect(consult(await program([]))).rejects.toThrow(`said nothing about ${ID}`);
});

test('a line that means nothing is not taken for agreement', async () => {
  await expect(consult(await program(['Traceback']))).rejects.toThrow();
});

test('a problem that is not complete is told of, with status 1', async () => {
  await rm(join(folder, ID, 'inputs.py'));
  expect(await consult(await program([]))).toBe(1);
  expect(out[0]).toContain('inputs.py: is missing.');
});

const hasPython = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 11))']).status === 0;

test.skipIf(!hasPython)(
  'a wrong expected value in a folder is found by a Python with nothing installed',
  async () => {
    const wrong = `
- name: a wrong one
  edge: basic
  args: "[1, 2, 7], 2"
  expected: "[2, 2]"
  why: It is wrong.
`;
    await appendFile(join(folder, ID, 'cases.yaml'), wrong);
    expect(await consult('python3')).toBe(1);
    expect(out.join('\n')).toContain(
      'case "a wrong one": sliding_window_max([1, 2, 7], 2): the package has [2, 2], the oracle [2, 7]',
    );
  },
  60_000,
);
