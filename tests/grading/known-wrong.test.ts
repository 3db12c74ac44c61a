import { afterAll, describe, expect, test } from 'vitest';
import { loadPackage } from '#catalog/build/load.ts';
import type { Problem, WrongSolution } from '#domain/problem.ts';
import { localJudge } from '#grading/judge.ts';
import { createCatcher, type KnownInput } from '#grading/known-wrong.ts';
import { createOwnInputs } from '#grading/own-input.ts';
import { createNodeRunner } from '#runner/node.ts';

/** Real Python, started once for the whole file. */
const runner = await createNodeRunner();
const catcher = createCatcher({ runner, judge: localJudge(async () => undefined) });
const ownInputs = createOwnInputs({ runner });
const parsed = await loadPackage(new URL('../../problems', import.meta.url).pathname, 'roc-auc');
if (parsed.kind === 'broken') throw new Error(parsed.complaints.join('\n'));
const { problem, submissions } = parsed.package;

afterAll(() => runner.dispose());

function solution(file: string): WrongSolution {
  const found = submissions.find((one) => one.file === file);
  if (found === undefined) throw new Error(`There is no ${file}.`);
  return found;
}

async function known(args: string, edge = 'ties', of: Problem = problem): Promise<KnownInput> {
  const input = await ownInputs.check(of, args);
  if (input.kind === 'refused') throw new Error(input.message);
  return { args: input.args, edge, answer: input.answer, referenceMs: input.referenceMs };
}

async function caught(inputs: readonly KnownInput[], solutions: readonly WrongSolution[], of: Problem = problem) {
  const end = await catcher.catches({ problem: of, inputs, solutions });
  if (end.kind === 'stopped') throw new Error('It was stopped.');
  return end.caught;
}

describe('the wrong solutions of a problem', () => {
  test('are caught by the inputs that they get wrong, and by no others', async () => {
    const solutions = [
      solution('step_per_item.py'),
      solution('zero_for_an_empty_list.py'),
      solution('sorts_in_place.py'),
    ];
    expect(await caught([await known('[(0.9, 1), (0.1, 0)]')], solutions)).toEqual([false, false, false]);
    expect(await caught([await known('[(0.5, 1), (0.5, 0)]')], solutions)).toEqual([true, false, false]);
    expect(await caught([await known('[]', 'empty')], solutions)).toEqual([false, true, false]);
  });

  test('that change their arguments, or remember calls, are caught by inputs of those classes', async () => {
    const solutions = [solution('sorts_in_place.py'), solution('default_lists_kept_between_calls.py')];
    const args = '[(0.9, 1), (0.2, 0), (0.4, 1), (0.5, 0)]';
    expect(await caught([await known(args, 'input-mutation')], solutions)).toEqual([true, false]);
    const other = await known('[(0.1, 1), (0.9, 0)]');
    expect(await caught([await known(args), other], solutions)).toEqual([false, false]);
    expect(await caught([await known(args, 'repeat-calls'), other], solutions)).toEqual([false, true]);
  });

  test('that are right are never caught', async () => {
    const accepted = submissions.filter(({ kind, source }) => kind === 'accepted' && !source.includes('numpy'));
    const inputs = [
      await known('[(0.5, 1), (0.5, 0)]'),
      await known('[]', 'empty'),
      await known('[(0.5, 1)]', 'single'),
    ];
    expect(await caught(inputs, accepted)).toEqual(accepted.map(() => false));
  });
});

describe('any solutions', () => {
  const echo: Problem = {
    ...problem,
    entry: 'echo',
    comparison: { rule: 'exact' },
    reference: 'def echo(x):\n    return x\n',
    inputs: 'def validate(x):\n    pass\n',
    timeLimit: { factor: 10, floorMs: 300 },
  };
  const right = { what: '', source: 'def echo(x):\n    return x\n' };
  const endless = { what: '', source: 'def echo(x):\n    while True:\n        pass\n' };
  const odd = {
    what: '',
    source:
      '"""Text with "quotes", \\\\ and \u2028 \u{1f600}."""\ndef echo(x):\n    return x if x % 2 == 0 else None\n',
  };

  test('that never end do not keep the others from being tried', async () => {
    const inputs = [await known('2', 'basic', echo), await known('3', 'basic', echo)];
    const solutions = [endless, endless, right, endless, odd, endless];
    expect(await caught(inputs, solutions, echo)).toEqual([true, true, false, true, true, true]);
  });

  test('are told with progress, and stopped at once', async () => {
    const progress: [number, number][] = [];
    const inputs = [await known('2', 'basic', echo)];
    await catcher.catches(
      { problem: echo, inputs, solutions: [right, odd] },
      { onProgress: (done, total) => progress.push([done, total]) },
    );
    expect(progress).toEqual([
      [1, 2],
      [2, 2],
    ]);
    const abort = new AbortController();
    const slow: Problem = { ...echo, timeLimit: { factor: 10, floorMs: 60_000 } };
    const catching = catcher.catches(
      { problem: slow, inputs, solutions: [right, endless] },
      { signal: abort.signal, onProgress: () => abort.abort() },
    );
    expect(await catching).toEqual({ kind: 'stopped' });
  });

  test('without an input, or without a solution, are soon done', async () => {
    expect(await caught([], [right], echo)).toEqual([false]);
    expect(await caught([await known('2', 'basic', echo)], [], echo)).toEqual([]);
  });
});
