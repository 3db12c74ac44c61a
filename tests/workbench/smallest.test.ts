import { describe, expect, it } from 'vitest';
import type { Shrunk } from '#grading/shrink/shrink.ts';
import { createSmallestPart } from '#workbench/smallest.ts';
import { foundText, progressText } from '#workbench/smallest-panel.tsx';
import { aCase, aProblem } from '../fakes/a-problem.ts';
import { aResult, createFakeExplainer } from '../fakes/fake-explainer.ts';

const ITEM = aCase({ name: 'x', args: '[1, 2, 3]' });
const SHRUNK: Shrunk = {
  kind: 'shrunk',
  args: '[1]',
  earlier: [],
  unchanged: false,
  result: aResult(),
  answer: { kind: 'raises', exception: 'ValueError' },
  from: 3,
  to: 1,
  tries: 9,
  ended: 'complete',
};

function setUp() {
  const explainer = createFakeExplainer();
  const smallest = createSmallestPart({ problem: aProblem(), explainer, code: () => 'code' });
  return { explainer, smallest, state: (key: number | string) => smallest.store.getState().get(key) };
}

describe('the search for the smallest failing input', () => {
  it('tells its progress and what it found', async () => {
    const { explainer, smallest, state } = setUp();
    smallest.start(3, ITEM, aResult());
    expect(state(3)).toEqual({ kind: 'searching', progress: null });
    expect(explainer.shrinks[0]?.request).toMatchObject({ code: 'code', own: false, item: { args: '[1, 2, 3]' } });
    explainer.shrinks[0]?.options.onProgress?.({ from: 3, to: 2, tries: 5 });
    expect(state(3)).toEqual({ kind: 'searching', progress: { from: 3, to: 2, tries: 5 } });
    await explainer.shrinks[0]?.answer(SHRUNK);
    expect(state(3)).toEqual({ kind: 'found', shrunk: SHRUNK });
  });

  it('says why there is none, and what failed', async () => {
    const { explainer, smallest, state } = setUp();
    smallest.start('own', ITEM, aResult());
    expect(explainer.shrinks[0]?.request.own).toBe(true);
    await explainer.shrinks[0]?.answer({ kind: 'none', message: 'It passes.' });
    expect(state('own')).toEqual({ kind: 'none', message: 'It passes.' });
    smallest.start('own', ITEM, aResult());
    await explainer.shrinks[1]?.fail('Python did not start.');
    expect(state('own')).toEqual({ kind: 'none', message: 'Python did not start.' });
  });

  it('keeps what was found until it was stopped', async () => {
    const { explainer, smallest, state } = setUp();
    smallest.start(0, ITEM, aResult());
    smallest.stop();
    expect(explainer.shrinks[0]?.signal?.aborted).toBe(true);
    await explainer.shrinks[0]?.answer({ ...SHRUNK, ended: 'stopped' });
    expect(state(0)).toMatchObject({ kind: 'found', shrunk: { ended: 'stopped' } });
  });

  it('of one case gives way to that of another, and to a run', async () => {
    const { explainer, smallest, state } = setUp();
    smallest.start(0, ITEM, aResult());
    smallest.start(1, ITEM, aResult());
    expect(explainer.shrinks[0]?.signal?.aborted).toBe(true);
    await explainer.shrinks[0]?.answer(SHRUNK);
    expect(state(0)?.kind).toBe('found');
    expect(state(1)?.kind).toBe('searching');
    smallest.clear();
    await explainer.shrinks[1]?.answer(SHRUNK);
    expect(state(0)).toBeUndefined();
    expect(state(1)).toBeUndefined();
  });

  it('is put in words', () => {
    expect(progressText(null)).toBe('Reading the input');
    expect(progressText({ from: 500, to: 37, tries: 214 })).toBe('500 → 37 elements, 214 tries');
    expect(foundText(SHRUNK)).toBe('Still fails in the same way: 3 → 1 element, 9 tries.');
    expect(foundText({ ...SHRUNK, ended: 'time' })).toMatch(/It may get smaller still/);
  });
});
