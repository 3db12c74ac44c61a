import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AttemptEntry,
  type AttemptEvent,
  applyChanges,
  codeOfRun,
  draftOf,
  hasSeenEditorial,
  hasSubmitted,
  revealedHints,
  stateOf,
  submissionsOf,
  type TextChange,
} from '#domain/attempt.ts';

const STARTER = 'def auc(pairs):\n    pass\n';

function log(session: string, ...entries: readonly AttemptEntry[]): AttemptEvent[] {
  return entries.map((entry, i) => ({ ...entry, at: i, session }));
}

const opened = (code = STARTER): AttemptEntry => ({ type: 'opened', problemId: 'roc-auc', code });
const edited = (...changes: readonly TextChange[]): AttemptEntry => ({ type: 'edited', changes });
const change = (rangeOffset: number, rangeLength: number, text: string): TextChange => ({
  rangeOffset,
  rangeLength,
  text,
});

/** A multi-cursor edit as a model: the text cut at ascending points, every second piece exchanged. */
interface Typing {
  readonly cuts: readonly number[];
  readonly insertions: readonly string[];
  readonly order: number;
}

const typing: fc.Arbitrary<Typing> = fc.record({
  cuts: fc.array(fc.nat(1000), { minLength: 2, maxLength: 6 }),
  insertions: fc.array(fc.string({ unit: 'binary', maxLength: 5 }), { minLength: 3, maxLength: 3 }),
  order: fc.nat(2),
});

/** The same edit twice: as changes for the log, and applied to the text piece by piece. */
function type(text: string, { cuts, insertions, order }: Typing): { changes: TextChange[]; after: string } {
  const points = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  const changes: TextChange[] = [];
  let after = '';
  let from = 0;
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [start = 0, end = 0] = points.slice(i, i + 2);
    const insertion = insertions[i / 2] ?? '';
    after += text.slice(from, start) + insertion;
    changes.push(change(start, end - start, insertion));
    from = end;
  }
  const turned = [...changes.slice(order), ...changes.slice(0, order)];
  return { changes: turned, after: after + text.slice(from) };
}

function typeAll(start: string, typings: readonly Typing[]): { entries: AttemptEntry[]; text: string } {
  let text = start;
  const entries = typings.map((one) => {
    const { changes, after } = type(text, one);
    text = after;
    return edited(...changes);
  });
  return { entries, text };
}

/** Two lists merged at random, each in its own order. */
const interleaved = <T>(a: readonly T[], b: readonly T[], picks: readonly boolean[]): T[] => {
  const left = [...a];
  const right = [...b];
  const merged: T[] = [];
  for (const pick of [...picks, ...left.map(() => true), ...right.map(() => false)]) {
    const next = (pick ? left : right).shift();
    if (next !== undefined) merged.push(next);
  }
  return merged;
};

describe('the changes of one event', () => {
  test('all refer to the text before it, in whatever order they come', () => {
    expect(applyChanges('abcdef', [change(1, 1, 'BB'), change(4, 2, '')])).toBe('aBBcd');
    expect(applyChanges('abcdef', [change(4, 2, ''), change(1, 1, 'BB')])).toBe('aBBcd');
  });

  test('put an insertion before what is replaced at the same place', () => {
    expect(applyChanges('abc', [change(1, 0, 'x'), change(1, 1, 'Y')])).toBe('axYc');
    expect(applyChanges('abc', [change(1, 1, 'Y'), change(1, 0, 'x')])).toBe('axYc');
  });

  test('count UTF-16 units', () => {
    expect(applyChanges('a\u{1F40D}b', [change(3, 1, 'c')])).toBe('a\u{1F40D}c');
  });

  test.each([
    ['past the end', [change(3, 1, 'x')]],
    ['before the start', [change(-1, 1, 'x')]],
    ['of a fraction', [change(0.5, 1, 'x')]],
    ['not a number', [change(Number.NaN, 0, 'x')]],
    ['overlapping', [change(0, 2, 'x'), change(1, 1, 'y')]],
  ])('are refused when %s', (_, changes) => {
    expect(applyChanges('abc', changes)).toBeNull();
  });
});

describe('the draft', () => {
  test('of an empty log is null', () => {
    expect(draftOf([])).toBeNull();
  });

  test('is what the edits make of the text, for any edits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(typing, { maxLength: 30 }), (start, typings) => {
        const { entries, text } = typeAll(start, typings);
        expect(draftOf(log('a', opened(start), ...entries))).toBe(text);
      }),
    );
  });

  test('starts again from a text that was replaced', () => {
    const events = log('a', opened(), edited(change(0, 0, 'x')), { type: 'replaced', code: 'abc', reason: 'reset' });
    expect(draftOf(events)).toBe('abc');
    expect(draftOf([...events, ...log('a', edited(change(3, 0, 'd')))])).toBe('abcd');
  });

  test('is that of the session that touched the text last, whatever the clock says', () => {
    const [first, second] = [log('a', opened('one')), log('b', opened('two'))];
    expect(draftOf([...first, ...second])).toBe('two');
    expect(draftOf([...first, ...second, ...log('a', edited(change(3, 0, '!')))])).toBe('one!');
    const ran = log('b', { type: 'ran', runId: 'r' }).map((event) => ({ ...event, at: 99 }));
    expect(draftOf([...second, ...first, ...ran])).toBe('one');
  });

  test('never mixes two sessions, however they interleave', () => {
    const sessions = fc.record({
      a: fc.array(typing, { maxLength: 10 }),
      b: fc.array(typing, { maxLength: 10 }),
      picks: fc.array(fc.boolean(), { maxLength: 25 }),
    });
    fc.assert(
      fc.property(sessions, ({ a, b, picks }) => {
        const left = typeAll('left side', a);
        const right = typeAll('the right side', b);
        const merged = interleaved(
          log('a', opened('left side'), ...left.entries),
          log('b', opened('the right side'), ...right.entries),
          picks,
        );
        expect(draftOf(merged)).toBe(merged.at(-1)?.session === 'a' ? left.text : right.text);
      }),
    );
  });

  test('stops at the last good text when a change does not fit, until the next whole text', () => {
    const events = log(
      'a',
      opened('abc'),
      edited(change(3, 0, 'd')),
      edited(change(90, 0, 'x')),
      edited(change(0, 1, '')),
    );
    expect(draftOf(events)).toBe('abcd');
    const mended = log('a', { type: 'replaced', code: 'new', reason: 'reset' }, edited(change(0, 1, 'f')));
    expect(draftOf([...events, ...mended])).toBe('few');
  });

  test('falls back on another session when the last one has nothing to start from', () => {
    expect(draftOf([...log('a', opened('abc')), ...log('b', edited(change(0, 0, 'x')))])).toBe('abc');
    expect(draftOf(log('b', edited(change(0, 0, 'x'))))).toBeNull();
  });

  test('never throws, whatever was stored', () => {
    const number = fc.oneof(fc.integer(), fc.double());
    const anyChange = fc.record({ rangeOffset: number, rangeLength: number, text: fc.string() });
    const broken: fc.Arbitrary<unknown> = fc.oneof(
      fc.record({ type: fc.constant('edited'), session: fc.constantFrom('a', 'b'), changes: fc.array(anyChange) }),
      fc.record({ type: fc.constantFrom('edited', 'opened', 'replaced'), session: fc.constant('a') }),
      fc.record({ type: fc.constant('edited'), session: fc.constant('a'), changes: fc.anything() }),
      fc.record({ type: fc.string(), session: fc.string() }),
    );
    fc.assert(
      fc.property(fc.array(broken), (junk) => {
        const draft = draftOf([...log('a', opened('abc')), ...(junk as AttemptEvent[])]);
        expect(typeof draft).toBe('string');
      }),
    );
  });
});

describe('the state', () => {
  test('is new while the text is the starter, even if it was run or changed and changed back', () => {
    expect(stateOf([])).toBe('new');
    const there = edited(change(0, 0, '#'));
    const back = edited(change(0, 1, ''));
    expect(stateOf(log('a', opened(), there))).toBe('attempted');
    expect(stateOf(log('a', opened(), there, back, { type: 'ran', runId: 'r' }))).toBe('new');
    expect(stateOf([...log('a', opened(), there), ...log('b', opened(`#${STARTER}`))])).toBe('attempted');
  });

  test('is solved by an accepted submission only, and stays so', () => {
    const ran = log(
      'a',
      opened(),
      { type: 'ran', runId: '1' },
      { type: 'run-finished', runId: '1', verdict: 'Accepted' },
    );
    expect(stateOf(ran)).toBe('new');
    const wrong = log(
      'a',
      { type: 'submitted', runId: '2' },
      { type: 'run-finished', runId: '2', verdict: 'Wrong Answer' },
    );
    expect(stateOf([...ran, ...wrong])).toBe('attempted');
    const right = log(
      'a',
      { type: 'submitted', runId: '3' },
      { type: 'run-finished', runId: '3', verdict: 'Accepted' },
    );
    expect(stateOf([...ran, ...right, ...wrong])).toBe('solved');
  });

  test('does not take the verdict of another session for its own', () => {
    const events = [
      ...log('a', opened(), { type: 'submitted', runId: '1' }),
      ...log('b', opened(), { type: 'ran', runId: '1' }, { type: 'run-finished', runId: '1', verdict: 'Accepted' }),
    ];
    expect(stateOf(events)).toBe('attempted');
    expect(submissionsOf(events)).toEqual([{ session: 'a', runId: '1', at: 1, verdict: null }]);
  });
});

describe('what was shown and submitted', () => {
  test('hints come once each, in order', () => {
    const events = log(
      'a',
      { type: 'hint-shown', index: 1 },
      { type: 'hint-shown', index: 0 },
      { type: 'hint-shown', index: 1 },
    );
    expect(revealedHints(events)).toEqual([0, 1]);
    expect(hasSubmitted(events)).toBe(false);
    expect(hasSeenEditorial(events)).toBe(false);
    expect(hasSeenEditorial(log('a', { type: 'editorial-shown' }))).toBe(true);
  });

  test('submissions come in order with their verdicts', () => {
    const events = log(
      'a',
      { type: 'submitted', runId: '1' },
      { type: 'run-finished', runId: '1', verdict: 'stopped' },
      { type: 'submitted', runId: '2' },
    );
    expect(submissionsOf(events).map(({ runId, verdict }) => [runId, verdict])).toEqual([
      ['1', 'stopped'],
      ['2', null],
    ]);
    expect(hasSubmitted(events)).toBe(true);
  });

  test('the code of a run is what it carried, or the text at that moment', () => {
    const events = log(
      'a',
      opened('abc'),
      edited(change(0, 1, 'x')),
      { type: 'submitted', runId: '1' },
      edited(change(0, 3, 'later')),
      { type: 'ran', runId: '2', code: 'carried' },
    );
    expect(codeOfRun(events, { session: 'a', runId: '1' })).toBe('xbc');
    expect(codeOfRun(events, { session: 'a', runId: '2' })).toBe('carried');
    expect(codeOfRun(events, { session: 'b', runId: '1' })).toBeNull();
  });
});
