import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type AttemptEntry, codeOfRun, draftOf, revealedHints, stateOf, submissionsOf } from '#domain/attempt.ts';
import { type AttemptLog, type AttemptSession, openAttemptLog } from '#storage/attempt-log.ts';
import { createDatabase } from '#storage/database.ts';

const STARTER = 'def f():\n    pass\n';
let databases = 0;
const newName = (): string => {
  databases += 1;
  return `test-${databases}`;
};

const insert = (text: string, rangeOffset = 0): AttemptEntry => ({
  type: 'edited',
  changes: [{ rangeOffset, rangeLength: 0, text }],
});

function submit(session: AttemptSession, runId: string, verdict: 'Accepted' | 'Wrong Answer' | 'stopped'): void {
  session.append({ type: 'submitted', runId });
  session.append({ type: 'run-finished', runId, verdict });
}

/** What a new page finds on disk. */
async function reload(databaseName: string): Promise<AttemptLog> {
  return openAttemptLog({ databaseName });
}

async function rowsOnDisk(databaseName: string): Promise<number> {
  const database = createDatabase(databaseName);
  const count = await database.events.count();
  database.close();
  return count;
}

/** Every write to the disk fails so, until the mock is restored. */
function breakWrites(name: string) {
  return vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('No room.', name);
  });
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('an attempt', () => {
  test('opens with the starter, and on the next page with what was typed', async () => {
    const databaseName = newName();
    const first = await (await openAttemptLog({ databaseName })).open('auc', STARTER);
    expect(first.draft).toBe(STARTER);
    first.append(insert('# one\n'));
    first.append(insert('# two\n', 6));
    await first.close();
    const second = await (await reload(databaseName)).open('auc', 'another starter');
    expect(second.attemptId).toBe(first.attemptId);
    expect(second.draft).toBe(`# one\n# two\n${STARTER}`);
  });

  test('is written by itself, soon after something happened', async () => {
    const databaseName = newName();
    const session = await (await openAttemptLog({ databaseName })).open('auc', STARTER);
    session.append(insert('x'));
    expect(await rowsOnDisk(databaseName)).toBe(1);
    await vi.waitFor(async () => expect(await rowsOnDisk(databaseName)).toBe(2), { timeout: 600 });
  });

  test('is written at once when the page may be about to go', async () => {
    const databaseName = newName();
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    let leave = (): void => {};
    const log = await openAttemptLog({
      databaseName,
      onLeaving: (listener) => {
        leave = listener;
        return () => {};
      },
    });
    const session = await log.open('auc', STARTER);
    session.append(insert('x'));
    transaction.mockClear();
    const commit = vi.spyOn(IDBTransaction.prototype, 'commit');
    leave();
    expect(commit).toHaveBeenCalledTimes(1);
    expect(transaction).toHaveBeenCalled();
    await vi.waitFor(async () => expect(await rowsOnDisk(databaseName)).toBe(2), { timeout: 200 });
  });

  test('keeps problems apart', async () => {
    const log = await openAttemptLog({ databaseName: newName() });
    (await log.open('a', 'starter a')).append(insert('x'));
    expect((await log.open('b', 'starter b')).draft).toBe('starter b');
    expect((await log.open('a', 'starter a')).draft).toBe('xstarter a');
  });

  test('is one attempt, even when two tabs start it at the same moment', async () => {
    const databaseName = newName();
    const tabs = await Promise.all([openAttemptLog({ databaseName }), openAttemptLog({ databaseName })]);
    const [a, b] = await Promise.all(tabs.map((tab) => tab.open('auc', STARTER)));
    expect(a?.attemptId).toBe(b?.attemptId);
    a?.append(insert('a'));
    b?.append(insert('b'));
    a?.append(insert('A'));
    await b?.flush();
    await a?.flush();
    expect((await (await reload(databaseName)).open('auc', STARTER)).draft).toBe(`Aa${STARTER}`);
  });

  test('tells from its digest what the whole history tells', async () => {
    const databaseName = newName();
    const step = fc.oneof(
      { weight: 6, arbitrary: fc.string({ maxLength: 3 }).map((text) => insert(text)) },
      { weight: 2, arbitrary: fc.constant<'reopen'>('reopen') },
      fc.string({ maxLength: 3 }).map((code): AttemptEntry => ({ type: 'replaced', code, reason: 'reset' })),
      fc.constant<AttemptEntry>({ type: 'replaced', code: STARTER, reason: 'reset' }),
      fc.constant<AttemptEntry>({ type: 'edited', changes: [{ rangeOffset: 9999, rangeLength: 1, text: '' }] }),
      fc.nat(3).map((index): AttemptEntry => ({ type: 'hint-shown', index })),
      fc.nat(9).map((at): AttemptEntry => ({ type: 'selected', start: at, end: at })),
      fc.nat(9).map((from): AttemptEntry => ({ type: 'speech-started', recordingId: 'r', from })),
      fc.constantFrom<AttemptEntry>({ type: 'alive' }, { type: 'paused' }, { type: 'rubric-unticked', item: 'i' }),
      fc.constantFrom<'Accepted' | 'Wrong Answer' | 'stopped'>('Accepted', 'Wrong Answer', 'stopped'),
      fc.constant<AttemptEntry>({ type: 'ran', runId: 'a run' }),
      fc.constant<AttemptEntry>({ type: 'run-finished', runId: 'a run', verdict: 'Accepted' }),
    );
    let problems = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        problems += 1;
        const problem = `problem ${problems}`;
        const log = await openAttemptLog({ databaseName, checkpointEvery: 3 });
        let session = await log.open(problem, STARTER);
        for (const [i, one] of steps.entries()) {
          if (one === 'reopen') session = await log.open(problem, STARTER);
          else if (typeof one === 'string') submit(session, `run ${i}`, one);
          else session.append(one);
        }
        const history = await log.history(session.attemptId);
        const { draft, events } = await (await reload(databaseName)).open(problem, STARTER);
        expect(draft).toBe(draftOf(history));
        expect(draftOf(events)).toBe(draft);
        expect(revealedHints(events)).toEqual(revealedHints(history));
        expect(submissionsOf(events)).toEqual(submissionsOf(history));
        expect(stateOf(events)).toBe(stateOf(history));
        const told = ['alive', 'paused', 'rubric-unticked'];
        const landmarks = (all: typeof events) => all.filter(({ type }) => told.includes(type));
        expect(landmarks(events)).toEqual(landmarks(history));
        expect(events.some(({ type }) => type === 'selected' || type === 'speech-started')).toBe(false);
        expect((await log.states())[problem] ?? 'new').toBe(stateOf(history));
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  test('reads no more than the last session needs', async () => {
    const databaseName = newName();
    const log = await openAttemptLog({ databaseName });
    const long = await log.open('auc', STARTER);
    for (let i = 0; i < 300; i += 1) long.append(insert('x'));
    long.append({ type: 'case-finished', runId: '1', index: 0, name: 'n', edge: 'ties', verdict: 'Accepted', ms: 1 });
    await log.open('auc', STARTER);
    const { events, attemptId } = await (await reload(databaseName)).open('auc', STARTER);
    expect(events.map(({ type }) => type)).toEqual(['opened', 'opened', 'opened']);
    expect(await log.history(attemptId)).toHaveLength(304);
  });

  test('is read from the middle of a long session', async () => {
    const databaseName = newName();
    const session = await (await openAttemptLog({ databaseName, checkpointEvery: 100 })).open('auc', STARTER);
    for (let i = 0; i < 450; i += 1) session.append(insert(String(i % 10)));
    await session.flush();
    const { draft, events } = await (await reload(databaseName)).open('auc', STARTER);
    expect(draft).toBe('9876543210'.repeat(45) + STARTER);
    expect(events.filter(({ type }) => type === 'edited')).toHaveLength(50);
  });

  test('gives the code of an old submission from its history', async () => {
    const databaseName = newName();
    const log = await openAttemptLog({ databaseName });
    const old = await log.open('auc', 'abc');
    old.append(insert('x'));
    submit(old, 'r', 'Wrong Answer');
    old.append(insert('y'));
    const later = await log.open('auc', 'abc');
    const [submission] = submissionsOf(later.events);
    const history = await log.history(later.attemptId);
    expect(submission && codeOfRun(history, submission)).toBe('xabc');
  });

  test('keeps of an edit only what the log needs', async () => {
    const log = await openAttemptLog({ databaseName: newName() });
    const session = await log.open('auc', STARTER);
    const fromMonaco = { rangeOffset: 0, rangeLength: 0, text: 'x', range: { clone: () => 'not for a database' } };
    session.append({ type: 'edited', changes: [fromMonaco] });
    await session.flush();
    expect(log.persistence()).toEqual({ kind: 'disk' });
    expect((await log.history(session.attemptId)).at(-1)).toMatchObject({
      changes: [{ rangeOffset: 0, rangeLength: 0, text: 'x' }],
    });
  });

  test('stamps events with the page clock and one session', async () => {
    let time = 1000;
    const log = await openAttemptLog({ databaseName: newName(), now: () => time });
    const session = await log.open('auc', STARTER);
    time = 1500.25;
    session.append(insert('x'));
    expect(session.events.map(({ at }) => at)).toEqual([1000, 1500.25]);
    expect(new Set(session.events.map((event) => event.session)).size).toBe(1);
    const again = await log.open('auc', STARTER);
    expect(again.events.at(-1)?.session).not.toBe(session.events[0]?.session);
  });
});

describe('the states of problems', () => {
  test('follow from what was submitted and typed', async () => {
    const databaseName = newName();
    const log = await openAttemptLog({ databaseName });
    const sessionOf = (problem: string) => log.open(problem, STARTER);
    await sessionOf('opened');
    (await sessionOf('typed')).append(insert('x'));
    const undone = await sessionOf('undone');
    undone.append(insert('x'));
    undone.append({ type: 'edited', changes: [{ rangeOffset: 0, rangeLength: 1, text: '' }] });
    submit(await sessionOf('wrong'), 'r', 'Wrong Answer');
    const right = await sessionOf('right');
    submit(right, 'r1', 'Accepted');
    submit(right, 'r2', 'Wrong Answer');
    const ran = await sessionOf('ran');
    ran.append({ type: 'ran', runId: 'r' });
    ran.append({ type: 'run-finished', runId: 'r', verdict: 'Accepted' });
    const expected = { typed: 'attempted', wrong: 'attempted', right: 'solved' };
    expect(await log.states()).toEqual(expected);
    expect(await (await reload(databaseName)).states()).toEqual(expected);
    undone.append(insert('y'));
    expect(await log.states()).toEqual({ ...expected, undone: 'attempted' });
  });
});

describe('a disk that fails', () => {
  test('loses nothing: the log says so, keeps on in memory, and writes all of it when there is room', async () => {
    const databaseName = newName();
    const log = await openAttemptLog({ databaseName });
    const session = await log.open('auc', STARTER);
    const persistences: string[] = [];
    log.subscribe(() => persistences.push(log.persistence().kind));
    const broken = breakWrites('QuotaExceededError');
    session.append(insert('x'));
    await session.flush();
    expect(log.persistence()).toMatchObject({ kind: 'memory', reason: expect.stringMatching(/no room.*this tab/) });
    expect(log.persistence()).toBe(log.persistence());
    session.append(insert('y'));
    await session.flush();
    expect(await log.states()).toEqual({ auc: 'attempted' });
    expect((await log.open('auc', STARTER)).draft).toBe(`yx${STARTER}`);
    expect(await rowsOnDisk(databaseName)).toBe(1);

    broken.mockRestore();
    await vi.waitFor(() => expect(log.persistence()).toEqual({ kind: 'disk' }), { timeout: 3000 });
    const found = await (await reload(databaseName)).open('auc', STARTER);
    expect(found.draft).toBe(`yx${STARTER}`);
    expect(await rowsOnDisk(databaseName)).toBe(5);
    expect(persistences[0]).toBe('memory');
    expect(persistences.at(-1)).toBe('disk');
  });

  test('still gives the draft that it holds', async () => {
    const databaseName = newName();
    const before = await (await openAttemptLog({ databaseName })).open('auc', STARTER);
    before.append(insert('x'));
    await before.flush();
    const log = await reload(databaseName);
    const broken = breakWrites('QuotaExceededError');
    const session = await log.open('auc', STARTER);
    expect(session.draft).toBe(`x${STARTER}`);
    expect(session.attemptId).toBe(before.attemptId);
    expect(log.persistence().kind).toBe('memory');
    session.append(insert('y'));
    broken.mockRestore();
    await session.flush();
    expect((await (await reload(databaseName)).open('auc', STARTER)).draft).toBe(`yx${STARTER}`);
  });

  test('takes an attempt that was started without it', async () => {
    const databaseName = newName();
    const log = await openAttemptLog({ databaseName });
    const broken = breakWrites('UnknownError');
    const session = await log.open('auc', STARTER);
    expect(session.draft).toBe(STARTER);
    session.append(insert('x'));
    broken.mockRestore();
    await session.flush();
    expect(log.persistence()).toEqual({ kind: 'disk' });
    const found = await (await reload(databaseName)).open('auc', STARTER);
    expect(found.attemptId).toBe(session.attemptId);
    expect(found.draft).toBe(`x${STARTER}`);
  });

  test('is opened again when its connection was lost', async () => {
    const databaseName = newName();
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const log = await openAttemptLog({ databaseName });
    const session = await log.open('auc', STARTER);
    const connections = vi.spyOn(IDBFactory.prototype, 'open');
    transaction.mockImplementationOnce(() => {
      throw new DOMException('The database connection is closing.', 'InvalidStateError');
    });
    session.append(insert('x'));
    await session.flush();
    expect(connections).toHaveBeenCalled();
    expect(log.persistence()).toEqual({ kind: 'disk' });
    expect((await (await reload(databaseName)).open('auc', STARTER)).draft).toBe(`x${STARTER}`);
  });
});

describe('a browser without a database', () => {
  test('has a log in memory that says why', async () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('Not here.', 'SecurityError');
    });
    const log = await openAttemptLog({ databaseName: newName() });
    expect(log.persistence()).toMatchObject({ kind: 'memory', reason: expect.stringContaining('SecurityError') });
    const session = await log.open('auc', STARTER);
    session.append(insert('x'));
    submit(session, 'r', 'Accepted');
    await session.close();
    const again = await log.open('auc', STARTER);
    expect(again.attemptId).toBe(session.attemptId);
    expect(again.draft).toBe(`x${STARTER}`);
    expect(await log.states()).toEqual({ auc: 'solved' });
    expect(await log.history(session.attemptId)).toHaveLength(5);
    expect(log.persistence().kind).toBe('memory');
  });

  test('waits only so long for a database that does not answer', async () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => Object.create(IDBOpenDBRequest.prototype));
    const log = await openAttemptLog({ databaseName: newName(), openTimeoutMs: 30 });
    expect(log.persistence()).toMatchObject({ kind: 'memory', reason: expect.stringContaining('TimeoutError') });
  });
});
