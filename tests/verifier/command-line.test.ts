import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadPackage } from '#catalog/build/load.ts';
import { runCommand } from '#verifier/command-line.ts';
import { fakeParts, honestVerdict, type Script } from './fake-parts.ts';

let folder: string;
let out: string[];
let err: string[];
let opened: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'problems-'));
  const classes = ['basic', 'empty', 'input-mutation', 'repeat-calls', 'large'];
  await writeFile(join(folder, 'edge-classes.yaml'), classes.map((name) => `${name}: A sentence.\n`).join(''));
  await command('new', 'moving-sum');
});
afterEach(() => rm(folder, { recursive: true }));

function command(...argv: string[]): Promise<number> {
  return scripted({}, ...argv);
}

function scripted(script: Script, ...argv: string[]): Promise<number> {
  [out, err, opened] = [[], [], 0];
  return runCommand(argv, {
    folder,
    problemsDir: folder,
    terminal: { out: (line) => out.push(line), err: (line) => err.push(line), progress: () => undefined },
    openParts: async () => {
      opened += 1;
      return fakeParts({ verdict: honestVerdict, message: 'expected 6, got 5', ...script });
    },
  });
}

describe('a question that is wrong ends with status 2 and a sentence, and starts no Python', () => {
  test.each<[string, string[], RegExp]>([
    ['no command', [], /Say what to do/],
    ['an unknown command', ['check'], /no command "check"/],
    ['an unknown problem to verify', ['verify', 'nothing'], /no problem "nothing"; the problems are moving-sum/],
    ['an unknown option', ['verify', '--fast'], /no option --fast/],
    ['an option of another command', ['verify', '--json'], /no option --json/],
    ['no file', ['grade', 'moving-sum'], /Name a problem and at least one file/],
    ['an unknown problem to grade', ['grade', '../moving-sum', 'a.py'], /no problem/],
    ['a missing file among others', ['grade', 'moving-sum', 'edge-classes.yaml', 'gone.py'], /no file gone\.py/],
    ['a folder for a file', ['grade', 'moving-sum', 'moving-sum'], /moving-sum cannot be read/],
    ['a new problem that exists', ['new', 'moving-sum'], /already a folder/],
    ['a new problem without a name', ['new'], /Name one new problem/],
    ['a new problem with a name that is no id', ['new', '../Bad'], /no id/],
  ])('%s', async (_, argv, sentence) => {
    expect(await command(...argv)).toBe(2);
    expect(err.join('\n')).toMatch(sentence);
    expect(out).toEqual([]);
    expect(opened).toBe(0);
  });

  test('a problem that is not complete cannot be graded', async () => {
    await rm(join(folder, 'moving-sum', 'hints.md'));
    expect(await command('grade', 'moving-sum', 'edge-classes.yaml')).toBe(2);
    expect(err[0]).toContain('hints.md: is missing.');
  });
});

test('--help explains the commands', async () => {
  expect(await command('--help')).toBe(0);
  expect(out[0]).toContain('grade <id> <file.py>... [--json]');
});

test('a new problem keeps to the schema and comes with the list of what to write', async () => {
  expect(out[0]).toContain('editorial.md: the approaches');
  expect(await readdir(join(folder, 'moving-sum'))).toContain('starter.py');
  expect((await loadPackage(folder, 'moving-sum')).kind).toBe('parsed');
});

describe('grade', () => {
  beforeEach(async () => {
    await writeFile(join(folder, 'right.py'), 'def moving_sum(values):\n    return sum(values)\n');
    await writeFile(join(folder, 'wrong.py'), 'def moving_sum(values):\n    return sum(values[:-1])\n');
  });

  test('with --json prints one line for each file, the path as it was given', async () => {
    expect(await command('grade', 'moving-sum', 'right.py', './wrong.py', '--json')).toBe(1);
    expect(out).toHaveLength(2);
    const [right, wrong] = out.map((line) => JSON.parse(line));
    expect(right).toMatchObject({ problem: 'moving-sum', file: 'right.py', verdict: 'Accepted' });
    expect(right.cases[0]).toEqual({
      name: 'three numbers',
      edge: 'basic',
      class: 'basic',
      verdict: 'Accepted',
      ms: 1,
    });
    expect(wrong).toMatchObject({ file: './wrong.py', verdict: 'Wrong Answer' });
    expect(wrong.cases[0]).toMatchObject({ verdict: 'Wrong Answer', message: 'expected 6, got 5' });
    expect(wrong.cases).toHaveLength(5);
  });

  test('ends with status 0 when every file is accepted', async () => {
    expect(await command('grade', 'moving-sum', 'right.py')).toBe(0);
    expect(out[0]).toMatch(/^right\.py: Accepted, 5 of 5 cases accepted\n/);
  });

  test('without --json tells of the first case that failed', async () => {
    await command('grade', 'moving-sum', 'wrong.py');
    expect(out[0]).toMatch(/wrong\.py: Wrong Answer, 2 of 5 cases accepted/);
    expect(out[0]).toMatch(/three numbers \(basic\): Wrong Answer\n {2}expected 6, got 5$/);
  });

  test('ends with status 2 when Python cannot be started', async () => {
    expect(
      await scripted(
        {
          referenceMs: () => {
            throw new Error('no Pyodide');
          },
        },
        'grade',
        'moving-sum',
        'right.py',
      ),
    ).toBe(2);
    expect(err[0]).toContain('no Pyodide');
  });
});

describe('verify', () => {
  test('ends with status 0 when all problems are sound', async () => {
    expect(await command('verify')).toBe(0);
    expect(out[1]).toMatch(/^moving-sum +5 +5 +2\/2 +5\/5 +1\/1 +ok +100%/);
  });

  test('ends with status 1 when one is not, and says why below the table', async () => {
    expect(await scripted({ verdict: () => 'Accepted' }, 'verify', 'moving-sum')).toBe(1);
    expect(out.join('\n')).toContain('wrong_answer/pops.py: fails in no case');
  });

  test('goes on with the next problem when the reference of one fails', async () => {
    const referenceMs = () => {
      throw new Error('the reference raises IndexError');
    };
    expect(await scripted({ referenceMs }, 'verify')).toBe(1);
    expect(out.join('\n')).toMatch(/moving-sum {2}cannot be verified[\s\S]*the reference raises IndexError/);
  });

  test('ends with status 1 when a folder is not complete, with its complaints', async () => {
    await command('new', 'other');
    await rm(join(folder, 'other', 'starter.py'));
    expect(await command('verify')).toBe(1);
    expect(out.join('\n')).toContain('starter.py: is missing.');
    expect(out.join('\n')).toMatch(/moving-sum +5/);
  });
});
