import { afterEach, describe, expect, it, vi } from 'vitest';
import { type AttemptEntry, draftOf, stateOf } from '#domain/attempt.ts';
import { createWorkbench } from '#workbench/store.ts';
import { aProblem } from '../fakes/a-problem.ts';
import { aResult, createFakeExplainer } from '../fakes/fake-explainer.ts';
import { createFakeGrader } from '../fakes/fake-grader.ts';
import { createFakeRunner } from '../fakes/fake-runner.ts';
import { createFakeSession } from '../fakes/fake-session.ts';

function setUp(options: { draft?: string; past?: readonly AttemptEntry[] } = {}) {
  const problem = aProblem();
  const grader = createFakeGrader();
  const session = createFakeSession(options.draft ?? problem.starter, options.past);
  const explainer = createFakeExplainer();
  const workbench = createWorkbench({ problem, grader, explainer, runner: createFakeRunner(), session });
  return { problem, grader, explainer, session, workbench, state: workbench.store.getState };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('a workbench that opens', () => {
  it('shows the draft and runs nothing', () => {
    const { grader, state } = setUp({ draft: 'while True: pass' });
    expect(state().code).toBe('while True: pass');
    expect(state().run).toEqual({ kind: 'idle' });
    expect(grader.grades).toEqual([]);
  });

  it('remembers hints, the editorial and submissions of earlier visits', () => {
    const { state } = setUp({
      past: [
        { type: 'opened', problemId: 'auc', code: '' },
        { type: 'hint-shown', index: 0 },
        { type: 'editorial-shown' },
        { type: 'submitted', runId: '1' },
        { type: 'run-finished', runId: '1', verdict: 'Accepted' },
      ],
    });
    expect(state()).toMatchObject({ hintsShown: 1, editorialShown: true, hasSubmitted: true, solved: true });
  });
});

describe('running', () => {
  it('runs the samples only, and submitting runs everything on a pristine interpreter', async () => {
    const { workbench, grader } = setUp();
    workbench.run();
    expect(grader.latest().request).toMatchObject({ cases: [0, 2], pristine: false });
    await grader.latest().finish();
    workbench.submit();
    expect(grader.latest().request).toMatchObject({ cases: [0, 1, 2, 3, 4], pristine: true });
  });

  it('shows each result as it comes', () => {
    const { workbench, grader, state } = setUp();
    workbench.run();
    grader.latest().start(0);
    expect(state().run).toMatchObject({ kind: 'running', current: 0, done: 0 });
    grader.latest().give(0, 'Accepted');
    expect(state().run).toMatchObject({ kind: 'running', done: 1 });
    expect(state().results.get(0)?.verdict).toBe('Accepted');
  });

  it('takes no second run while one is under way', () => {
    const { workbench, grader } = setUp();
    workbench.run();
    workbench.submit();
    workbench.runOnly(0);
    expect(grader.grades).toHaveLength(1);
  });

  it('selects the first failing case in the order of the strip when the run ends', async () => {
    const { workbench, grader, state } = setUp();
    workbench.submit();
    for (const index of [0, 4]) grader.latest().give(index, 'Accepted');
    grader.latest().give(3, 'Wrong Answer');
    grader.latest().give(1, 'Accepted');
    grader.latest().give(2, 'Runtime Error');
    await grader.latest().finish();
    // Case 2 stands in the group of case 0, before the ties.
    expect(state().selected).toBe(2);
  });

  it('leaves a selection that was made meanwhile', async () => {
    const { workbench, grader, state } = setUp();
    workbench.run();
    grader.latest().give(0, 'Accepted');
    workbench.select(0);
    grader.latest().give(2, 'Wrong Answer');
    await grader.latest().finish();
    expect(state().selected).toBe(0);
  });

  it('singles out no case when all fail alike', async () => {
    const { workbench, grader, state } = setUp();
    workbench.run();
    grader.latest().give(0, 'Runtime Error', { message: 'SyntaxError' });
    grader.latest().give(2, 'Runtime Error', { message: 'SyntaxError' });
    await grader.latest().finish();
    expect(state().selected).toBeNull();
  });

  it('runs one case again without losing what is known of the others', async () => {
    const { workbench, grader, state } = setUp();
    workbench.run();
    grader.latest().give(0, 'Wrong Answer');
    grader.latest().give(2, 'Accepted');
    await grader.latest().finish();
    workbench.runOnly(0);
    expect([...state().results.keys()]).toEqual([2]);
    grader.latest().give(0, 'Accepted');
    await grader.latest().finish();
    expect(state().results.get(0)?.verdict).toBe('Accepted');
    expect(state().results.get(2)?.verdict).toBe('Accepted');
    expect(state().solved).toBe(false);
  });

  it('counts only an accepted submission as solved', async () => {
    const { workbench, grader, session, state } = setUp();
    workbench.run();
    await grader.latest().finish();
    expect(state().solved).toBe(false);
    workbench.submit();
    await grader.latest().finish();
    expect(state().solved).toBe(true);
    expect(stateOf(session.events)).toBe('solved');
  });

  it('says why when Python cannot be started, and can run again', async () => {
    const { workbench, grader, state } = setUp();
    workbench.run();
    await grader.latest().fail('No network.');
    expect(state().run).toEqual({ kind: 'failed', message: 'No network.' });
    workbench.run();
    expect(grader.grades).toHaveLength(2);
  });
});

describe('stopping', () => {
  it('gives up at once a run that still waits for Python', () => {
    const { workbench, grader, state } = setUp();
    workbench.run();
    workbench.stop();
    expect(state().run).toMatchObject({ kind: 'stopped', done: 0, total: 2 });
    expect(grader.latest().signal?.aborted).toBe(true);
  });

  it('waits for the line where the code stood', async () => {
    const { workbench, grader, state } = setUp();
    workbench.run();
    grader.latest().start(0);
    workbench.stop();
    expect(state().run.kind).toBe('stopping');
    await grader.latest().endStopped(7);
    expect(state().run).toEqual({ kind: 'stopped', mode: 'run', done: 0, total: 2, line: 7 });
  });

  it('does not wait for ever', () => {
    vi.useFakeTimers();
    const { workbench, grader, state } = setUp();
    workbench.run();
    grader.latest().start(0);
    workbench.stop();
    vi.advanceTimersByTime(10_000);
    expect(state().run.kind).toBe('stopped');
  });

  it('drops what a stopped run says later', async () => {
    const { workbench, grader, session, state } = setUp();
    workbench.run();
    const stopped = grader.latest();
    workbench.stop();
    workbench.submit();
    const before = session.appended.length;
    stopped.start(2);
    stopped.give(0, 'Wrong Answer');
    await stopped.finish();
    expect(state().run).toMatchObject({ kind: 'running', mode: 'submit', current: null, done: 0 });
    expect(state().results.size).toBe(0);
    expect(session.appended).toHaveLength(before);
  });

  it('drops what arrives after the page was left', async () => {
    const { workbench, grader, session } = setUp();
    workbench.run();
    workbench.dispose();
    const before = session.appended.length;
    grader.latest().give(0, 'Accepted');
    await grader.latest().finish();
    expect(session.appended).toHaveLength(before);
    expect(session.isClosed()).toBe(true);
    expect(grader.latest().signal?.aborted).toBe(true);
  });
});

describe('the log of an attempt', () => {
  it('gets every edit, so that its fold is the code', () => {
    const { workbench, session, state } = setUp({ draft: 'ab' });
    workbench.edit([{ rangeOffset: 1, rangeLength: 0, text: 'X' }], 'aXb');
    workbench.edit([{ rangeOffset: 0, rangeLength: 1, text: '' }], 'Xb');
    expect(session.appended.map(({ type }) => type)).toEqual(['edited', 'edited']);
    expect(draftOf(session.events)).toBe(state().code);
  });

  it('gets the whole text where the changes do not lead to it', () => {
    const { workbench, session } = setUp({ draft: 'ab' });
    workbench.edit([{ rangeOffset: 1, rangeLength: 0, text: 'X' }], 'something else');
    expect(draftOf(session.events)).toBe('something else');
  });

  it('gets a run with its cases and its end', async () => {
    const { workbench, grader, session } = setUp();
    workbench.submit();
    grader.latest().give(0, 'Wrong Answer');
    await grader.latest().finish();
    expect(session.appended.map(({ type }) => type)).toEqual(['submitted', 'case-finished', 'run-finished']);
    expect(session.appended.at(-1)).toMatchObject({ verdict: 'Wrong Answer' });
  });

  it('gets each hint once, and no more than there are', () => {
    const { workbench, session, state } = setUp();
    for (let asked = 0; asked < 5; asked++) workbench.showNextHint();
    expect(session.appended).toEqual([
      { type: 'hint-shown', index: 0 },
      { type: 'hint-shown', index: 1 },
    ]);
    expect(state().hintsShown).toBe(2);
  });
});

describe('resetting', () => {
  it('brings the starter back, and undoing brings the code back', () => {
    const { workbench, session, problem, state } = setUp({ draft: 'my work' });
    workbench.reset();
    expect(state().code).toBe(problem.starter);
    expect(state().replacement).toEqual({ revision: 1, text: problem.starter });
    expect(draftOf(session.events)).toBe(problem.starter);
    workbench.undoReset();
    expect(state().code).toBe('my work');
    expect(state().undoableReset).toBeNull();
    expect(draftOf(session.events)).toBe('my work');
  });

  it('does nothing to an untouched starter', () => {
    const { workbench, session, state } = setUp();
    workbench.reset();
    expect(state().undoableReset).toBeNull();
    expect(session.appended).toEqual([]);
  });
});

describe('own inputs and smallest inputs', () => {
  it('give way to a run at once, and the cases come back into view', () => {
    const { workbench, explainer, state } = setUp();
    workbench.showOwn('[1]');
    expect(state().detail).toBe('own');
    expect(workbench.own.store.getState().draft).toBe('[1]');
    workbench.own.add('run');
    workbench.smallest.start(0, { args: '1', earlier: [], unchanged: false }, aResult());
    workbench.run();
    expect(explainer.tried[0]?.signal?.aborted).toBe(true);
    expect(explainer.shrinks[0]?.signal?.aborted).toBe(true);
    expect(state().detail).toBe('case');
  });

  it('go when a case is selected', () => {
    const { workbench, state } = setUp();
    workbench.showOwn();
    workbench.select(1);
    expect(state()).toMatchObject({ detail: 'case', selected: 1 });
  });
});
