import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { createOwnInputs } from '#grading/own-input.ts';
import { createNodeRunner } from '#runner/node.ts';
import { aProblem } from '../fakes/a-problem.ts';

const runner = await createNodeRunner();
afterAll(() => runner.dispose());

const file = (path: string) => readFileSync(new URL(`../../problems/roc-auc/${path}`, import.meta.url), 'utf8');
const problem = aProblem({
  entry: 'auc',
  inputs: file('inputs.py'),
  reference: file('submissions/accepted/curve_over_tie_groups.py'),
});
const { check } = createOwnInputs({ runner });

describe('an input of one’s own', () => {
  test('that is written as literals is answered by the reference', async () => {
    expect(await check(problem, ' [(0.5, 1), (0.5, 0)] ')).toMatchObject({
      kind: 'answered',
      args: '[(0.5, 1), (0.5, 0)]',
      expected: { text: '0.5' },
    });
  });

  test('may be an expression: its value is what counts from then on', async () => {
    expect(await check(problem, '[(i / 2, i % 2) for i in range(4)]')).toMatchObject({
      kind: 'answered',
      args: '[(0.0, 0), (0.5, 1), (1.0, 0), (1.5, 1)]',
      expected: { text: '0.75' },
    });
  });

  test('by name is as good as by position', async () => {
    expect(await check(problem, 'predictions=[(1, 1), (0, 0)]')).toMatchObject({ kind: 'answered' });
  });

  test('for which the contract asks for an exception is answered by that exception', async () => {
    expect(await check(problem, '[(0.5, 1)]')).toMatchObject({
      kind: 'answered',
      answer: { kind: 'raises', exception: 'ValueError' },
      expected: { text: 'raises ValueError' },
    });
  });

  test('that the validator does not take is refused in its words', async () => {
    expect(await check(problem, '"abc"')).toEqual({
      kind: 'refused',
      reason: 'invalid',
      message: 'predictions must be a list of (score, label) tuples.',
    });
  });

  test.each(['[(0.5, 1), ', '1); import os; (2', 'for', '[1] + '])(
    'that is not Python is refused: %s',
    async (typed) => {
      expect(await check(problem, typed)).toMatchObject({ kind: 'refused', reason: 'not-python' });
    },
  );

  test('whose value is no plain data is refused', async () => {
    expect(await check(problem, 'lambda: 1')).toMatchObject({ kind: 'refused', reason: 'not-python' });
    expect(await check(problem, 'object()')).toMatchObject({ kind: 'refused', reason: 'not-python' });
  });

  test('never runs where the answers are', async () => {
    // In the trusted interpreter this would import; the candidate's holds no such module.
    const said = await check(problem, '__import__("edgewise.trusted")');
    expect(said).toMatchObject({ kind: 'refused', reason: 'not-python' });
    expect(said.kind === 'refused' && said.message).toMatch(/ModuleNotFoundError/);
  });

  test('that never ends is given up after its limit, and the next one is answered', { timeout: 60_000 }, async () => {
    expect(await check(problem, '[i for i in iter(int, 1)]', { limitMs: 500 })).toMatchObject({
      kind: 'refused',
      reason: 'not-python',
      message: expect.stringMatching(/longer than 0.5 s/),
    });
    expect(await check(problem, '[(1, 1), (0, 0)]')).toMatchObject({ kind: 'answered' });
  });

  test('that keeps the reference busy for ever costs one trusted interpreter and nothing else', {
    timeout: 60_000,
  }, async () => {
    const endless = { ...problem, reference: 'def auc(predictions):\n    while True: pass\n' };
    const before = performance.now();
    expect(await check(endless, '[(1, 1), (0, 0)]', { limitMs: 500 })).toMatchObject({
      kind: 'refused',
      reason: 'too-slow',
    });
    expect(performance.now() - before).toBeLessThan(30_000);
    expect(await check(problem, '[(1, 1), (0, 0)]')).toMatchObject({ kind: 'answered', expected: { text: '1.0' } });
  });

  test('can be taken back while the reference is at it', { timeout: 60_000 }, async () => {
    const endless = { ...problem, inputs: 'def validate(*args):\n    while True: pass\n' };
    const abort = new AbortController();
    const checking = check(endless, '[(1, 1), (0, 0)]', { signal: abort.signal });
    setTimeout(() => abort.abort(), 200);
    await expect(checking).rejects.toThrow(/abort/i);
    expect(await check(problem, '[(1, 1), (0, 0)]')).toMatchObject({ kind: 'answered' });
  });
});
