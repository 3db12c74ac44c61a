import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseResult, Verdict } from '#domain/verdict.ts';
import { groupByEdge, neighbouringFailure, statusOf, visibleCases } from '#workbench/board.ts';
import { aCase, aProblem } from '../fakes/a-problem.ts';

const result = (index: number, verdict: Verdict): CaseResult => ({
  index,
  name: '',
  edge: '',
  verdict,
  ms: 1,
  output: { stdout: '', stderr: '', dropped: 0 },
});
const results = (verdicts: Readonly<Record<number, Verdict>>) =>
  new Map(Object.entries(verdicts).map(([index, verdict]) => [Number(index), result(Number(index), verdict)]));

describe('the board', () => {
  it('shows only samples before the first submission', () => {
    const { cases } = aProblem();
    expect(visibleCases(cases, false)).toEqual([0, 2]);
    expect(visibleCases(cases, true)).toEqual([0, 1, 2, 3, 4]);
  });

  it('groups cases by edge class in the order of first appearance', () => {
    const { cases } = aProblem();
    expect(groupByEdge(cases, [0, 1, 2, 3, 4])).toEqual([
      { edge: 'basic', cases: [0, 2] },
      { edge: 'ties', cases: [1, 3] },
      { edge: 'single-class', cases: [4] },
    ]);
  });

  it('puts every visible case into exactly one group', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('basic', 'ties', 'large')), (edges) => {
        const cases = edges.map((edge, at) => aCase({ name: String(at), edge }));
        const shown = groupByEdge(cases, visibleCases(cases, true)).flatMap((group) => group.cases);
        expect(shown.toSorted((a, b) => a - b)).toEqual(edges.map((_, at) => at));
      }),
    );
  });

  it('says where a case stands before it has a verdict', () => {
    const run = { kind: 'running', mode: 'run', cases: [0, 2], current: 0, done: 0 } as const;
    expect(statusOf(0, new Map(), run)).toBe('running');
    expect(statusOf(2, new Map(), run)).toBe('pending');
    expect(statusOf(1, new Map(), run)).toBe('not run');
    expect(statusOf(0, results({ 0: 'Wrong Answer' }), run)).toBe('Wrong Answer');
  });
});

describe('going from failure to failure', () => {
  const order = [0, 2, 1, 3];
  const board = results({ 0: 'Accepted', 2: 'Wrong Answer', 1: 'Accepted', 3: 'Runtime Error' });

  it('starts at the first, or at the last when going back', () => {
    expect(neighbouringFailure(order, board, null, 1)).toBe(2);
    expect(neighbouringFailure(order, board, null, -1)).toBe(3);
  });

  it('skips accepted cases and goes round', () => {
    expect(neighbouringFailure(order, board, 2, 1)).toBe(3);
    expect(neighbouringFailure(order, board, 3, 1)).toBe(2);
    expect(neighbouringFailure(order, board, 2, -1)).toBe(3);
  });

  it('stays on the only failure, and finds none where all pass', () => {
    expect(neighbouringFailure(order, results({ 1: 'Wrong Answer' }), 1, 1)).toBe(1);
    expect(neighbouringFailure(order, results({ 1: 'Accepted' }), null, 1)).toBeNull();
  });
});
