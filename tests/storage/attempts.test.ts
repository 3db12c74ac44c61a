import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type AttemptEntry, draftOf } from '#domain/attempt.ts';
import { SUMMARY_VERSION } from '#domain/summary.ts';
import { type AttemptLog, openAttemptLog } from '#storage/attempt-log.ts';
import { createDatabase } from '#storage/database.ts';
import { summarise } from '#storage/summary-store.ts';

const STARTER = 'def f():\n    pass\n';
let databases = 0;
const newName = (): string => {
  databases += 1;
  return `attempts-${databases}`;
};

const insert = (text: string): AttemptEntry => ({
  type: 'edited',
  changes: [{ rangeOffset: 0, rangeLength: 0, text }],
});

function breakWrites() {
  return vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('No room.', 'QuotaExceededError');
  });
}

afterEach(() => {
  vi.restoreAllMocks();
});

async function ended(log: AttemptLog) {
  const session = await log.open('auc', STARTER);
  session.append(insert('x'));
  session.append({ type: 'ended', reason: 'new-attempt' });
  await session.close();
  return session;
}

describe('a problem’s attempts', () => {
  test('follow one another: after the end of one, opening starts the next', async () => {
    const log = await openAttemptLog({ databaseName: newName() });
    const first = await ended(log);
    const second = await log.open('auc', STARTER);
    expect(second.attemptId).not.toBe(first.attemptId);
    expect(second.draft).toBe(STARTER);
    expect(second.events).toHaveLength(1);
    expect((await log.open('auc', STARTER)).attemptId).toBe(second.attemptId);
    expect(await log.states()).toEqual({ auc: 'attempted' });
  });

  test('follow one another without a disk too', async () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('Not here.', 'SecurityError');
    });
    const log = await openAttemptLog({ databaseName: newName() });
    const first = await ended(log);
    const second = await log.open('auc', STARTER);
    expect(second.attemptId).not.toBe(first.attemptId);
    expect(second.draft).toBe(STARTER);
    expect(await log.history(first.attemptId)).toHaveLength(3);
    expect((await log.summaries()).map(({ attempt }) => attempt.id)).toEqual([second.attemptId, first.attemptId]);
  });

  test('are started from a code at hand, also when the clock has been set back', async () => {
    let time = 5000;
    const databaseName = newName();
    const log = await openAttemptLog({ databaseName, now: () => time });
    const first = await log.open('auc', STARTER);
    time = 1000;
    const id = await log.start('auc', STARTER, 'from a replay');
    const session = await log.open('auc', STARTER);
    expect(session.attemptId).toBe(id);
    expect(session.draft).toBe('from a replay');
    expect(session.events[0]).toMatchObject({ type: 'opened', code: STARTER });
    const other = await openAttemptLog({ databaseName, now: () => time });
    expect((await other.open('auc', STARTER)).attemptId).toBe(id);
    expect(await other.attempt(id)).toMatchObject({ id, problemId: 'auc' });
    expect((await other.attempt(first.attemptId))?.startedAt).toBe(5000);
    expect(await other.attempt('nobody')).toBeNull();
  });

  test('take a remark when they are not open, and tell the page where they are', async () => {
    const log = await openAttemptLog({ databaseName: newName() });
    const session = await log.open('auc', STARTER);
    session.append(insert('x'));
    const told = vi.fn();
    session.subscribe(told);
    await log.annotate(session.attemptId, { type: 'commented', commentId: 'c', about: 1, text: 'why?' });
    expect(told).toHaveBeenCalledTimes(1);
    expect(session.events.at(-1)).toMatchObject({ type: 'commented' });
    const history = await log.history(session.attemptId);
    expect(history.at(-1)).toMatchObject({ type: 'commented', text: 'why?' });
    expect(draftOf(history)).toBe(`x${STARTER}`);
    await expect(log.annotate('nobody', { type: 'paused' })).resolves.toBeUndefined();
  });
});

describe('summaries', () => {
  test('are newest first, and made once for what has not changed', async () => {
    const databaseName = newName();
    const log = await openAttemptLog({ databaseName });
    const first = await ended(log);
    const second = await log.open('auc', STARTER);
    expect((await log.summaries()).map(({ attempt }) => attempt.id)).toEqual([second.attemptId, first.attemptId]);
    const database = createDatabase(databaseName);
    const rows = await database.summaries.toArray();
    expect(rows.map(({ version }) => version)).toEqual([SUMMARY_VERSION, SUMMARY_VERSION]);
    second.append(insert('y'));
    await second.flush();
    expect(await database.summaries.count()).toBe(1);
    expect((await log.summaries())[0]?.summary.edits).toBe(1);
    expect(await database.summaries.count()).toBe(2);
    database.close();
  });

  test('of an older build are made anew', async () => {
    const databaseName = newName();
    const log = await openAttemptLog({ databaseName });
    await ended(log);
    const [before] = await log.summaries();
    const database = createDatabase(databaseName);
    await database.summaries.toCollection().modify({ version: SUMMARY_VERSION - 1, 'summary.edits': 99 });
    expect((await log.summaries())[0]).toEqual(before);
    database.close();
  });

  test('of long logs are made elsewhere, and here where that fails', async () => {
    const databaseName = newName();
    const asked: (readonly string[])[] = [];
    const summariseElsewhere = async (name: string, ids: readonly string[]) => {
      asked.push(ids);
      const [first = ''] = ids;
      const database = createDatabase(name);
      await summarise(database, first);
      database.close();
    };
    const log = await openAttemptLog({ databaseName, summariseElsewhere });
    const short = await ended(log);
    await log.summaries();
    expect(asked).toEqual([]);
    const long = await log.open('auc', STARTER);
    for (let i = 0; i < 1000; i += 1) long.append({ type: 'selected', start: i, end: i });
    const other = await log.open('other', STARTER);
    const found = await log.summaries();
    expect(asked.map((ids) => ids.toSorted())).toEqual([[long.attemptId, other.attemptId].sort()]);
    expect(found.map(({ attempt }) => attempt.id)).toEqual([other.attemptId, long.attemptId, short.attemptId]);
    await log.summaries();
    expect(asked).toHaveLength(1);
  });

  test('know what is not written yet', async () => {
    const log = await openAttemptLog({ databaseName: newName() });
    const session = await log.open('auc', STARTER);
    breakWrites();
    session.append(insert('x'));
    expect((await log.summaries())[0]?.summary.edits).toBe(1);
  });
});

describe('the voice', () => {
  const chunk = (index: number) => ({
    recordingId: 'voice',
    index,
    at: index,
    bytes: Uint8Array.of(index).buffer,
    levels: Uint8Array.of(index, 255),
  });

  test('is there on the next page, in order', async () => {
    const databaseName = newName();
    const log = await openAttemptLog({ databaseName });
    for (const index of [0, 2, 1]) await log.audio.append('a', chunk(index));
    const found = await (await openAttemptLog({ databaseName })).audio.chunks('voice');
    expect(found).toEqual([chunk(0), chunk(1), chunk(2)]);
    expect(await log.audio.chunks('another')).toEqual([]);
  });

  test('is kept in memory while the disk is full, and written when there is room', async () => {
    const databaseName = newName();
    const log = await openAttemptLog({ databaseName });
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('No room.', 'QuotaExceededError');
    });
    await log.audio.append('a', chunk(0));
    expect(log.persistence()).toMatchObject({ kind: 'memory', reason: expect.stringMatching(/no room/) });
    expect(await log.audio.chunks('voice')).toEqual([chunk(0)]);
    full.mockRestore();
    await log.audio.append('a', chunk(1));
    expect(log.persistence()).toEqual({ kind: 'disk' });
    expect(await (await openAttemptLog({ databaseName })).audio.chunks('voice')).toEqual([chunk(0), chunk(1)]);
  });
});

test('a log of the first schema is still there', async () => {
  const databaseName = newName();
  const old = new Dexie(databaseName);
  old.version(1).stores({
    attempts: 'id, [problemId+startedAt]',
    events: [
      '++seq',
      '[attemptId+seq]',
      '[attemptId+event.type]',
      '[event.session+event.type+seq]',
      '[event.type+event.verdict]',
      '[event.type+problemId+event.session+event.runId]',
    ].join(', '),
  });
  await old.table('attempts').add({ id: 'a', problemId: 'auc', startedAt: 1 });
  await old.table('events').add({
    attemptId: 'a',
    problemId: 'auc',
    event: { type: 'opened', problemId: 'auc', code: 'from long ago', at: 1, session: 's' },
  });
  old.close();
  const log = await openAttemptLog({ databaseName });
  const session = await log.open('auc', STARTER);
  expect(session.attemptId).toBe('a');
  expect(session.draft).toBe('from long ago');
  expect(await log.summaries()).toHaveLength(1);
});
