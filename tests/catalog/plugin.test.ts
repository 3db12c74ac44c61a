/// <reference path="../../src/catalog/virtual.d.ts" />
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, createServer } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { catalogPlugin } from '#catalog/build/plugin.ts';
import { scaffold } from '#verifier/scaffold.ts';

let folder: string;
const classes = ['basic', 'empty', 'input-mutation', 'repeat-calls', 'large'];

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

async function writeProblem(id: string, changes: Record<string, string> = {}): Promise<void> {
  for (const [path, content] of Object.entries({ ...scaffold(id), ...changes }))
    await write(`problems/${id}/${path}`, content);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'catalog-'));
  await write('problems/edge-classes.yaml', classes.map((name) => `${name}: A sentence about ${name}.\n`).join(''));
  await write(
    'main.js',
    'import * as catalog from "virtual:catalog"; import * as checkers from "virtual:checkers"; export { catalog, checkers };',
  );
});
afterEach(() => rm(folder, { recursive: true }));

/** Builds a page that uses the catalogue; resolves to file name and code of every chunk. */
async function bundle(): Promise<{ fileName: string; code: string; isEntry: boolean }[]> {
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [catalogPlugin({ problemsDir: join(folder, 'problems') })],
    build: {
      target: 'es2022',
      minify: false,
      rolldownOptions: { input: join(folder, 'main.js'), preserveEntrySignatures: 'exports-only' },
    },
  });
  if (Array.isArray(built) || !('output' in built)) throw new Error('one output was expected');
  return built.output.flatMap((file) => (file.type === 'chunk' ? [file] : []));
}

interface Built {
  catalog: typeof import('virtual:catalog');
  checkers: typeof import('virtual:checkers');
}

async function load(): Promise<Built> {
  const entry = (await bundle()).find(({ isEntry }) => isEntry);
  return import(join(folder, 'dist', entry?.fileName ?? ''));
}

test('problems are listed by category, then from easy to hard, then by title', async () => {
  const settings = (id: string, from: [string, string][]) =>
    from.reduce((text, [a, b]) => text.replace(a, b), scaffold(id)['problem.yaml'] ?? '');
  await writeProblem('a-hard', {
    'problem.yaml': settings('a-hard', [
      ['medium', 'hard'],
      ['write-the-category', 'dp'],
    ]),
  });
  await writeProblem('b-second', { 'problem.yaml': settings('b-second', [['write-the-category', 'dp']]) });
  await writeProblem('c-first', {
    'problem.yaml': settings('c-first', [
      ['write-the-category', 'dp'],
      ['C first', 'A title'],
    ]),
  });
  await writeProblem('d-other', { 'problem.yaml': settings('d-other', [['write-the-category', 'aa']]) });
  const { catalog } = await load();
  expect(catalog.problems.map(({ id }) => id)).toEqual(['d-other', 'c-first', 'b-second', 'a-hard']);
  expect(catalog.problems[0]).not.toHaveProperty('cases');
  expect(catalog.edgeClasses).toHaveProperty('large', 'A sentence about large.');
});

test('each problem is a chunk of its own, and so are its wrong solutions', async () => {
  await writeProblem('one');
  await writeProblem('two');
  const chunks = await bundle();
  expect(chunks.filter(({ code }) => code.includes('three numbers'))).toHaveLength(2);
  expect(chunks.find(({ isEntry }) => isEntry)?.code).not.toContain('three numbers');
  const wrong = chunks.filter(({ code }) => code.includes('total += values.pop()'));
  expect(wrong).toHaveLength(2);
  expect(wrong.some(({ code, isEntry }) => isEntry || code.includes('three numbers'))).toBe(false);
  const { catalog } = await load();
  expect(await catalog.loadWrongSolutions('two')).toContainEqual(
    expect.objectContaining({ source: expect.stringContaining('total += values.pop()') }),
  );
  await expect(catalog.loadWrongSolutions('three')).rejects.toThrow('There is no problem "three".');
  expect(await catalog.loadProblem('two')).toMatchObject({ id: 'two', caseCount: 5 });
  await expect(catalog.loadProblem('three')).rejects.toThrow('There is no problem "three".');
  await expect(catalog.loadProblem('toString')).rejects.toThrow('There is no problem');
});

test('a wrong solution that needs a package is not shipped', async () => {
  const source = '"""Takes the mean.\nedge: basic\n"""\nimport numpy\n\n\ndef moving_sum(values):\n    return 0\n';
  await writeProblem('one', { 'submissions/wrong_answer/with_numpy.py': source });
  const { catalog } = await load();
  const solutions = await catalog.loadWrongSolutions('one');
  expect(solutions.length).toBeGreaterThan(0);
  expect(solutions.some((solution) => solution.what === 'Takes the mean.')).toBe(false);
});

test('the rubric is part of the catalogue, and a problem names only items of it', async () => {
  const item = '- { id: complexity, title: Said it, listen_for: Costs., say: Linear., phrases: [linear] }\n';
  await write('problems/rubric.yaml', item);
  const settings = scaffold('one')['problem.yaml'] ?? '';
  await writeProblem('one', { 'problem.yaml': `${settings}rubric: { complexity: { phrases: [n log n] } }\n` });
  const { catalog } = await load();
  expect(catalog.rubric).toEqual([
    { id: 'complexity', title: 'Said it', listenFor: 'Costs.', say: 'Linear.', phrases: ['linear'] },
  ]);
  expect(await catalog.loadProblem('one')).toMatchObject({ rubricPhrases: { complexity: ['n log n'] } });
  await writeProblem('one', { 'problem.yaml': `${settings}rubric: { speed: { phrases: [fast] } }\n` });
  await expect(bundle()).rejects.toThrow('"speed" is not in rubric.yaml; the items are complexity.');
});

test('a checker is loaded for the problem that has one, and only there', async () => {
  const withChecker = {
    'problem.yaml': (scaffold('any')['problem.yaml'] ?? '').replace('rule: exact', 'rule: checker'),
    'checker.ts': 'export const check = (question: { args: string }) => ({ accepted: question.args === "1" });',
  };
  await writeProblem('any', withChecker);
  await writeProblem('plain');
  const { checkers } = await load();
  const check = await checkers.loadChecker('any');
  expect(check?.({ args: '1', expected: null, actual: null })).toEqual({ accepted: true });
  expect(await checkers.loadChecker('plain')).toBeUndefined();
});

test('a broken folder fails the build with all its complaints', async () => {
  await writeProblem('one', { 'hints.md': 'no heading', 'starter.py': 'pass\n' });
  await expect(bundle()).rejects.toThrow(/one\/starter\.py: define the function one[\s\S]*one\/hints\.md/);
});

test('in development an edited problem is read again and the page reloads', async () => {
  await writeProblem('one');
  const server = await createServer({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    server: { middlewareMode: true, ws: false },
    plugins: [catalogPlugin({ problemsDir: join(folder, 'problems') })],
  });
  try {
    let reload = (): void => undefined;
    const reloaded = new Promise<void>((resolve) => {
      reload = resolve;
    });
    const { client } = server.environments;
    client.hot.send = () => reload();
    expect((await client.transformRequest('virtual:catalog'))?.code).toContain('"title":"One"');
    const settings = scaffold('one')['problem.yaml'] ?? '';
    await write('problems/one/problem.yaml', settings.replace('title: One', 'title: Changed'));
    await reloaded;
    expect((await client.transformRequest('virtual:catalog'))?.code).toContain('"title":"Changed"');
  } finally {
    await server.close();
  }
}, 20_000);
