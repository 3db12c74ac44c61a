import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replaceStrengthTable, writeStrengthTable } from '#verifier/strength-table.ts';

const BEGIN = '<!-- strengths: written by `verify --record` -->';
const END = '<!-- end of strengths -->';
const rows = [
  { id: 'roc-auc', cases: 70, edgeClasses: 21, strength: 98 },
  { id: 'a', cases: 5, edgeClasses: 4, strength: 100 },
];

test('the table stands between its marks, sorted by id, and the rest of the text is kept', () => {
  expect(replaceStrengthTable(`before\n${BEGIN}\nold\n${END}\nafter\n`, rows)).toBe(
    [
      'before',
      BEGIN,
      '',
      '| problem                         | cases | edge classes | strength |',
      '| ------------------------------- | ----: | -----------: | -------: |',
      '| [a](a/statement.md)             |     5 |            4 |     100% |',
      '| [roc-auc](roc-auc/statement.md) |    70 |           21 |      98% |',
      '',
      END,
      'after',
      '',
    ].join('\n'),
  );
});

test('writing it twice changes nothing', () => {
  const once = replaceStrengthTable(`${BEGIN}\n${END}`, rows);
  expect(replaceStrengthTable(once, rows)).toBe(once);
});

test('a text without the marks is left as it is', () => {
  expect(replaceStrengthTable('a text', rows)).toBe('a text');
  expect(replaceStrengthTable(`${END} ${BEGIN}`, rows)).toBe(`${END} ${BEGIN}`);
});

test('cases and edge classes come from the folders, strengths from what was recorded', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'edgewise-strengths-'));
  try {
    await cp('problems/edge-classes.yaml', join(folder, 'edge-classes.yaml'));
    await cp('problems/rubric.yaml', join(folder, 'rubric.yaml'));
    await cp('problems/heap-top-k', join(folder, 'heap-top-k'), { recursive: true });
    await writeFile(join(folder, 'strengths.json'), '{ "heap-top-k": 97 }');
    await writeFile(join(folder, 'README.md'), `${BEGIN}\n${END}\n`);
    await writeStrengthTable(folder);
    const table = await readFile(join(folder, 'README.md'), 'utf8');
    expect(table).toMatch(/\| \[heap-top-k\]\(heap-top-k\/statement\.md\) +\| +5\d +\| +\d+ +\| +97% +\|/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('the README of the problems has the marks', async () => {
  const text = await readFile('problems/README.md', 'utf8');
  expect(text.indexOf(END)).toBeGreaterThan(text.indexOf(BEGIN));
  expect(text).toContain(BEGIN);
});
