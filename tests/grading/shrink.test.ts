import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import type { CaseResult } from '#domain/verdict.ts';
import { localJudge } from '#grading/judge.ts';
import { createShrinker, type Shrunk } from '#grading/shrink/shrink.ts';
import { createNodeRunner } from '#runner/node.ts';
import { aProblem } from '../fakes/a-problem.ts';

const runner = await createNodeRunner();
const { shrink } = createShrinker({ runner, judge: localJudge(async () => undefined) });
afterAll(() => runner.dispose());

function read(path: string): string {
  return readFileSync(new URL(`../../problems/${path}`, import.meta.url), 'utf8');
}

/** The reference: the accepted submission that sorts first. */
function firstAccepted(problem: string): string {
  const [first = ''] = readdirSync(new URL(`../../problems/${problem}/submissions/accepted/`, import.meta.url)).sort();
  return first;
}

const AUC = aProblem({
  entry: 'auc',
  comparison: { rule: 'float', rel: 1e-9, abs: 1e-12 },
  inputs: read('roc-auc/inputs.py'),
  reference: read('roc-auc/submissions/accepted/curve_over_tie_groups.py'),
});
const TIES = read('roc-auc/submissions/wrong_answer/step_per_item.py');

function failure(verdict: CaseResult['verdict'], message?: string): CaseResult {
  const output = { stdout: '', stderr: '', dropped: 0 };
  return { index: 0, name: '', edge: 'ties', verdict, ms: 1, output, ...(message === undefined ? {} : { message }) };
}

function input(args: string, rest: { earlier?: readonly string[]; unchanged?: boolean } = {}) {
  return { args, earlier: [], unchanged: false, ...rest };
}

function found(shrunk: Shrunk): Extract<Shrunk, { kind: 'shrunk' }> {
  if (shrunk.kind !== 'shrunk') throw new Error(shrunk.message);
  return shrunk;
}

describe('the smallest failing input', { timeout: 120_000 }, () => {
  test('of five hundred predictions with ties is a positive and a negative that are tied', async () => {
    const args = '[(round(random.Random(i).random(), 1), int(random.Random(-i).random() < 0.4)) for i in range(500)]';
    const progress: number[] = [];
    const shrunk = found(
      await shrink(
        { problem: AUC, code: TIES, item: input(args), failure: failure('Wrong Answer') },
        { onProgress: ({ to }) => progress.push(to) },
      ),
    );
    expect(shrunk.from).toBe(500);
    expect(shrunk.to).toBe(2);
    expect(shrunk.args).toMatch(/^\[\(0.0, [01]\), \(0.0, [01]\)\]$/);
    expect(shrunk.ended).toBe('complete');
    expect(shrunk.result).toMatchObject({ verdict: 'Wrong Answer', expected: { text: '0.5' } });
    expect(progress[0]).toBe(500);
    expect(progress).toEqual(progress.toSorted((a, b) => b - a));
  });

  test('keeps lists that belong together together', async () => {
    const problem = aProblem({
      entry: 'average_precision',
      comparison: { rule: 'float', rel: 1e-9, abs: 1e-12 },
      inputs: read('average-precision/inputs.py'),
      reference: read(`average-precision/submissions/accepted/${firstAccepted('average-precision')}`),
    });
    const code = [
      'def average_precision(y_true, y_score):',
      '    seen = found = total = 0',
      '    for score, label in sorted(zip(y_score, y_true), key=lambda item: -item[0]):',
      '        seen += 1',
      '        if label:',
      '            found += 1',
      '            total += found / seen',
      '    return total / found',
    ].join('\n');
    const args =
      '[int(random.Random(i).random() < 0.3) for i in range(300)], [round(random.Random(-i).random(), 1) for i in range(300)]';
    const shrunk = found(await shrink({ problem, code, item: input(args), failure: failure('Wrong Answer') }));
    expect(shrunk.from).toBe(600);
    expect(shrunk.to).toBe(4);
    expect(shrunk.args).toMatch(/^\[[01], [01]\], \[0.0, 0.0\]$/);
  });

  test('takes a node out with all its edges', async () => {
    const problem = aProblem({
      entry: 'fraud_rings',
      inputs: read('fraud-ring/inputs.py'),
      reference: read(`fraud-ring/submissions/accepted/${firstAccepted('fraud-ring')}`),
    });
    // A ring is what links directly: rings of three that are a chain come out in two parts.
    const code = [
      'def fraud_rings(accounts, links, min_size=2):',
      '    return sorted((sorted({a, b}) for a, b in links if a != b), key=lambda ring: (-len(ring), ring))',
    ].join('\n');
    const args =
      "[f'n{i}' for i in range(40)], [(f'n{i}', f'n{i + 1}') for i in range(12)] + [('n20', 'n21'), ('n30', 'n31')]";
    const shrunk = found(await shrink({ problem, code, item: input(args), failure: failure('Wrong Answer') }));
    expect(shrunk.to).toBeLessThanOrEqual(5);
    expect(shrunk.result.verdict).toBe('Wrong Answer');
  });

  test('fails with the same exception', async () => {
    const code = 'def auc(predictions):\n    return {0.3: 1}[predictions[0][0]] if predictions[0][0] != 0 else 1 / 0';
    const args = '[(0.7, 1), (0.2, 0), (0.9, 1), (0.4, 0)]';
    const shrunk = found(
      await shrink({ problem: AUC, code, item: input(args), failure: failure('Runtime Error', 'KeyError: 0.7') }),
    );
    expect(shrunk.to).toBe(2);
    expect(shrunk.result.message).toMatch(/^KeyError/);
  });

  test('where an exception is asked for, asks for it for the same reason', async () => {
    const code = 'def auc(predictions):\n    return 0.5';
    const args = '[(i / 50, 1) for i in range(50)]';
    const shrunk = found(await shrink({ problem: AUC, code, item: input(args), failure: failure('Wrong Answer') }));
    expect(shrunk.args).toBe('[(0.0, 0)]');
    expect(shrunk.answer).toEqual({ kind: 'raises', exception: 'ValueError' });
  });

  test('leaves earlier calls out that do not matter, and keeps the one that does', async () => {
    const code = `calls = []\n${read('roc-auc/submissions/accepted/curve_over_tie_groups.py')}\nright = auc\ndef auc(p):\n    calls.append(1)\n    return right(p) if len(calls) < 2 else 2.0`;
    const item = input('[(0.5, 1), (0.25, 0)]', { earlier: ['[(1, 1), (0, 0)]', '[(1, 1), (0, 0), (2, 1)]'] });
    const shrunk = found(await shrink({ problem: AUC, code, item, failure: failure('Wrong Answer') }));
    expect(shrunk.earlier).toHaveLength(1);
    // The earlier call is made smaller too: an empty list is enough, though the contract asks for an exception there.
    expect(shrunk.earlier).toEqual(['[]']);
    expect(shrunk.to).toBe(2);
  });

  test('is said to be none when the code passes', async () => {
    const code = AUC.reference;
    const item = input('[(0.5, 1), (0.25, 0)]');
    expect(await shrink({ problem: AUC, code, item, failure: failure('Wrong Answer') })).toEqual({
      kind: 'none',
      message: 'With the code as it stands now this input passes.',
    });
  });

  test('is what was found so far when the search is stopped', async () => {
    const stop = new AbortController();
    const args = '[(round(random.Random(i).random(), 1), int(random.Random(-i).random() < 0.4)) for i in range(500)]';
    const shrunk = found(
      await shrink(
        { problem: AUC, code: TIES, item: input(args), failure: failure('Wrong Answer') },
        { signal: stop.signal, onProgress: ({ to }) => to < 500 && stop.abort() },
      ),
    );
    expect(shrunk.ended).toBe('stopped');
    expect(shrunk.to).toBeLessThan(500);
    expect(shrunk.result.verdict).toBe('Wrong Answer');
  });

  test('of a loop that never ends is found by shorter time limits, and confirmed by the real one', async () => {
    const code = 'def auc(predictions):\n    while True: pass';
    const problem = { ...AUC, timeLimit: { factor: 10, floorMs: 700 } };
    const args = '[(i / 50, i % 2) for i in range(20)]';
    const shrunk = found(
      await shrink({ problem, code, item: input(args), failure: failure('Time Limit Exceeded') }, { budgetMs: 8000 }),
    );
    expect(shrunk.to).toBeLessThan(20);
    expect(shrunk.result.verdict).toBe('Time Limit Exceeded');
  });
});
