import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Problem } from '#domain/problem.ts';
import { caseAsPython } from '#workbench/as-python.ts';
import { aCase, aProblem } from '../fakes/a-problem.ts';

/** Whether the copied snippet passes under a candidate's function. */
function passes(problem: Problem, code: string): boolean {
  const item = problem.cases[0];
  if (item === undefined) throw new Error('The problem has no case.');
  return spawnSync('python3', ['-c', `${code}\n${caseAsPython(problem, item)}`]).status === 0;
}

describe('a case copied as Python', () => {
  it('fails for a wrong value and passes for the right one', () => {
    const problem = aProblem({
      entry: 'f',
      cases: [aCase({ name: 'a', args: '[1, 2]', expectation: { kind: 'value', source: '[2, 1]' } })],
    });
    expect(passes(problem, 'def f(xs): return xs[::-1]')).toBe(true);
    expect(passes(problem, 'def f(xs): return xs')).toBe(false);
  });

  it('compares a float within the tolerance of the problem', () => {
    const problem = aProblem({
      entry: 'f',
      comparison: { rule: 'float', rel: 1e-9, abs: 1e-12 },
      cases: [aCase({ name: 'a', args: '', expectation: { kind: 'value', source: '0.3' } })],
    });
    expect(passes(problem, 'def f(): return 0.1 + 0.2')).toBe(true);
    expect(passes(problem, 'def f(): return 0.3001')).toBe(false);
  });

  it('wants the exception and no other', () => {
    const problem = aProblem({
      entry: 'f',
      cases: [aCase({ name: 'a', args: '[]', expectation: { kind: 'raises', exception: 'ValueError' } })],
    });
    expect(passes(problem, 'def f(xs): raise ValueError')).toBe(true);
    expect(passes(problem, 'def f(xs): return 0')).toBe(false);
    expect(passes(problem, 'def f(xs): raise KeyError')).toBe(false);
  });

  it('makes the earlier calls first', () => {
    const problem = aProblem({
      entry: 'f',
      cases: [aCase({ name: 'a', args: '1', earlier: ['1'], expectation: { kind: 'value', source: '1' } })],
    });
    expect(passes(problem, 'def f(x, seen=[]):\n    seen.append(x)\n    return len(seen)')).toBe(false);
    expect(passes(problem, 'def f(x): return x')).toBe(true);
  });

  it('notices arguments that were changed', () => {
    const problem = aProblem({
      entry: 'f',
      cases: [aCase({ name: 'a', args: '[2, 1]', unchanged: true, expectation: { kind: 'value', source: '1' } })],
    });
    expect(passes(problem, 'def f(xs):\n    xs.sort()\n    return xs[0]')).toBe(false);
    expect(passes(problem, 'def f(xs): return min(xs)')).toBe(true);
  });

  it('imports what the arguments use', () => {
    const args = '[r.random() for r in [random.Random(7)] for _ in range(3)]';
    const problem = aProblem({
      entry: 'len',
      cases: [aCase({ name: 'a', args, expectation: { kind: 'value', source: '3' } })],
    });
    expect(passes(problem, '')).toBe(true);
  });
});
