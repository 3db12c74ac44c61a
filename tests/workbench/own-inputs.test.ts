import { describe, expect, it } from 'vitest';
import type { AttemptEntry } from '#domain/attempt.ts';
import { createOwnInputsPart } from '#workbench/own-inputs.ts';
import { aProblem } from '../fakes/a-problem.ts';
import { aResult, createFakeExplainer } from '../fakes/fake-explainer.ts';
import { createFakeSession } from '../fakes/fake-session.ts';

function setUp(past: readonly AttemptEntry[] = []) {
  const explainer = createFakeExplainer();
  const session = createFakeSession('', past);
  let code = 'first';
  const own = createOwnInputsPart({ problem: aProblem(), session, explainer, code: () => code });
  const add = (args: string, what: 'run' | 'ask' = 'run') => {
    own.type(args);
    own.add(what);
  };
  return { explainer, session, own, add, state: own.store.getState, setCode: (next: string) => (code = next) };
}

const TRIED = { kind: 'tried', args: '[1]', expected: { text: '1' }, result: aResult() } as const;
const REFUSED = { kind: 'refused', reason: 'invalid', message: 'At most three.' } as const;

describe('inputs of one’s own', () => {
  it('are run on the code as it is then, and kept in the attempt once they are valid', async () => {
    const { explainer, session, add, state } = setUp();
    add('  [1] ');
    expect(explainer.tried[0]).toMatchObject({ args: '[1]', code: 'first' });
    expect(state()).toMatchObject({
      draft: '',
      inputs: [{ args: '[1]', state: { kind: 'working', what: 'running' } }],
    });
    expect(session.appended).toEqual([]);
    await explainer.tried[0]?.answer(TRIED);
    expect(state().inputs[0]?.state).toEqual({ ...TRIED, code: 'first' });
    expect(session.appended).toMatchObject([{ type: 'tried', args: '[1]' }]);
  });

  it('that are refused go back into the box with the reason, and are not kept', async () => {
    const { explainer, session, own, add, state } = setUp();
    add('[1, 2, 3, 4]');
    await explainer.tried[0]?.answer(REFUSED);
    expect(state()).toEqual({ draft: '[1, 2, 3, 4]', problem: 'At most three.', inputs: [] });
    expect(session.appended).toEqual([]);
    own.type('[1, 2, 3]');
    expect(state().problem).toBeNull();
  });

  it('do not overwrite what is typed meanwhile', async () => {
    const { explainer, own, add, state } = setUp();
    add('[1, 2, 3, 4]');
    own.type('[5]');
    await explainer.tried[0]?.answer(REFUSED);
    expect(state()).toMatchObject({ draft: '[5]', problem: 'At most three.' });
  });

  it('that are only asked about show what the reference returns', async () => {
    const { explainer, add, state } = setUp();
    add('[1]', 'ask');
    const answer = { kind: 'raises', exception: 'ValueError' } as const;
    const expected = { text: 'raises ValueError' };
    await explainer.checked[0]?.answer({ kind: 'answered', args: '[1]', answer, expected, referenceMs: 1 });
    expect(state().inputs[0]?.state).toEqual({ kind: 'answered', expected });
  });

  it('stay when Python fails, with what it said', async () => {
    const { explainer, own, state } = setUp([{ type: 'tried', inputId: 'x', args: '[1]' }]);
    own.run('x');
    await explainer.tried[0]?.fail('Python did not start.');
    expect(state().inputs[0]?.state).toEqual({ kind: 'refused', message: 'Python did not start.' });
  });

  it('run one at a time, and stopping keeps them', async () => {
    const { explainer, session, own, add, state } = setUp();
    add('[1]');
    add('[2]');
    expect(explainer.tried[0]?.signal?.aborted).toBe(true);
    expect(state().inputs.map(({ args, state }) => [args, state.kind])).toEqual([
      ['[2]', 'working'],
      ['[1]', 'idle'],
    ]);
    await explainer.tried[0]?.answer(TRIED);
    expect(state().inputs[1]?.state.kind).toBe('idle');
    own.stop();
    expect(state().inputs[0]?.state.kind).toBe('idle');
    expect(session.appended).toMatchObject([{ args: '[1]' }, { args: '[2]' }]);
  });

  it('that are there already run again instead of standing there twice', () => {
    const { explainer, session, add, state } = setUp([{ type: 'tried', inputId: 'x', args: '[1]' }]);
    add('[1]');
    expect(state().inputs).toHaveLength(1);
    expect(explainer.tried).toHaveLength(1);
    expect(session.appended).toEqual([]);
  });

  it('come back on the next visit, the newest first, but for those that were removed; nothing runs', () => {
    const { explainer, session, own, state } = setUp([
      { type: 'tried', inputId: 'a', args: '[1]' },
      { type: 'tried', inputId: 'b', args: '[2]' },
      { type: 'tried', inputId: 'c', args: '[3]' },
      { type: 'tried-removed', inputId: 'b' },
    ]);
    expect(state().inputs.map(({ args }) => args)).toEqual(['[3]', '[1]']);
    expect(explainer.tried).toEqual([]);
    own.edit('a');
    expect(state().draft).toBe('[1]');
    own.remove('a');
    expect(session.appended).toEqual([{ type: 'tried-removed', inputId: 'a' }]);
    expect(state().inputs.map(({ args }) => args)).toEqual(['[3]']);
  });

  it('need something in the box, where the function takes arguments', () => {
    const { explainer, add } = setUp();
    add('   ');
    expect(explainer.tried).toEqual([]);
  });
});
