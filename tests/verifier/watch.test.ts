import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runCommand } from '#verifier/command-line.ts';
import { type FakeParts, fakeParts, honestVerdict } from './fake-parts.ts';

let folder = '';
let out: string[];
let err: string[];
let parts: FakeParts;
let opened: number;
let stop: AbortController;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edgewise-watch-'));
  [out, err, opened] = [[], [], 0];
  stop = new AbortController();
  parts = fakeParts({ verdict: honestVerdict, mutants: [{ id: 'a mutant', source: 'else None', line: 1 }] });
  const classes = ['basic', 'empty', 'input-mutation', 'repeat-calls', 'large'];
  await writeFile(join(folder, 'edge-classes.yaml'), classes.map((name) => `${name}: A sentence.\n`).join(''));
  await command('new', 'moving-sum');
  out = [];
});
afterEach(() => rm(folder, { recursive: true }));

function command(...argv: string[]): Promise<number> {
  return runCommand(argv, {
    folder,
    problemsDir: folder,
    terminal: { out: (line) => out.push(line), err: (line) => err.push(line), progress: () => undefined },
    openParts: async () => {
      opened += 1;
      return parts;
    },
    stop: stop.signal,
  });
}

const rows = (): string[] => out.filter((line) => line.startsWith('moving-sum'));
const rowsAre = (count: number): Promise<void> =>
  vi.waitFor(() => expect(rows()).toHaveLength(count), { timeout: 5000, interval: 20 });

test('a save brings another row from the same Python, and proves only what it touches', async () => {
  const end = command('verify', 'moving-sum', '--watch');
  await rowsAre(1);
  expect(rows()[0]).toMatch(/^moving-sum +5 +5 +2\/2 +5\/5 +1\/1 +ok +100%/);

  parts.calls.length = 0;
  await appendFile(join(folder, 'moving-sum', 'hints.md'), '\nOne more sentence.\n');
  await rowsAre(2);
  expect(parts.calls).toEqual([]);

  const path = join(folder, 'moving-sum', 'submissions', 'wrong_answer', 'pops.py');
  await writeFile(path, `${await readFile(path, 'utf8')}# changed\n`);
  await rowsAre(3);
  expect(new Set(parts.calls.map(({ code }) => code.includes('# changed')))).toEqual(new Set([true]));
  expect(opened).toBe(1);
  expect(parts.disposed()).toBe(false);

  stop.abort();
  expect(await end).toBe(0);
  expect(parts.disposed()).toBe(true);
});

test('a changed case is put to every submission and every mutant again', async () => {
  const end = command('verify', '--watch');
  await rowsAre(1);
  const first = parts.calls.length;
  const path = join(folder, 'moving-sum', 'cases.yaml');
  parts.calls.length = 0;
  await writeFile(path, (await readFile(path, 'utf8')).replaceAll('[1, 2, 3]', '[1, 2, 3, 0]'));
  await rowsAre(2);
  // The generated inputs are the same as before, and the accepted solutions agree on them as before.
  expect(parts.calls.length).toBeGreaterThan(20);
  expect(parts.calls.length).toBeLessThan(first);
  expect(parts.calls.some(({ code }) => code === 'else None')).toBe(true);
  stop.abort();
  await end;
});

test('a folder that is broken for a moment is told of, and the watch goes on', async () => {
  const end = command('verify', 'moving-sum', '--watch');
  await rowsAre(1);
  const path = join(folder, 'moving-sum', 'cases.yaml');
  const before = await readFile(path, 'utf8');
  await writeFile(path, 'nonsense');
  await rowsAre(2);
  expect(rows()[1]).toContain('cannot be verified');
  expect(out.join('\n')).toContain('cases.yaml: ');
  await writeFile(path, before);
  await rowsAre(3);
  expect(rows()[2]).toMatch(/100%/);
  stop.abort();
  await end;
});

test('what Python leaves behind is no change', async () => {
  const end = command('verify', 'moving-sum', '--watch');
  await rowsAre(1);
  await writeFile(join(folder, 'moving-sum', '.inputs.py.swp'), 'x');
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(rows()).toHaveLength(1);
  stop.abort();
  await end;
});

test('a watch does not record', async () => {
  expect(await command('verify', '--watch', '--record')).toBe(2);
  expect(err[0]).toContain('--watch goes with --verbose only');
  expect(opened).toBe(0);
});
