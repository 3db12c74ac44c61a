import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import type { AttemptEntry } from '#domain/attempt.ts';
import type { AskArchive } from '#storage/archive/archive.ts';
import { crc32 } from '#storage/archive/crc32.ts';
import { isEvent } from '#storage/archive/event-schema.ts';
import type { ArchiveAnswer } from '#storage/archive/protocol.ts';
import { work } from '#storage/archive/work.ts';
import { type AttemptLog, openAttemptLog } from '#storage/attempt-log.ts';

const STARTER = 'def f():\n    pass\n';
let databases = 0;
const newName = (): string => {
  databases += 1;
  return `archive-${databases}`;
};

/** The work of the worker, on this thread. */
const askHere: AskArchive = async (request, onProgress) => {
  let last: ArchiveAnswer | null = null;
  await work(structuredClone(request), (answer) => {
    if (answer.kind === 'progress') onProgress(answer.share);
    else last = answer;
  });
  if (last === null) throw new Error('no answer');
  return last;
};

const openLog = (databaseName = newName()) => openAttemptLog({ databaseName, askArchive: askHere });

type Files = Record<string, Uint8Array<ArrayBuffer>>;

async function filesOf(archive: Blob): Promise<Files> {
  return unzipSync(new Uint8Array(await archive.arrayBuffer()));
}

/** What two exports of the same log have in common: all but the manifest, which holds the time. */
async function content(log: AttemptLog): Promise<Readonly<Record<string, string>>> {
  const files = await filesOf(await log.archive.exportAttempts());
  return Object.fromEntries(
    Object.entries(files).flatMap(([name, bytes]) =>
      name === 'edgewise.json' ? [] : [[name, strFromU8(bytes, true)]],
    ),
  );
}

const insert = (text: string): AttemptEntry => ({
  type: 'edited',
  changes: [{ rangeOffset: 0, rangeLength: 0, text }],
});

/** A log with an attempt of every kind of event that matters here, and a recording. */
async function fill(log: AttemptLog): Promise<string> {
  const session = await log.open('auc', STARTER);
  session.append(insert('lone \ud800, nul \0, “quotes”'));
  session.append({ type: 'submitted', runId: '1' });
  session.append({
    type: 'case-finished',
    runId: '1',
    index: 0,
    name: 'n',
    edge: 'ties',
    verdict: 'Accepted',
    ms: 0.1,
  });
  session.append({ type: 'run-finished', runId: '1', verdict: 'Accepted' });
  session.append({ type: 'recording-started', recordingId: 'voice', mimeType: 'audio/webm;codecs=opus' });
  await log.annotate(session.attemptId, { type: 'commented', commentId: 'c', about: 2.5, text: '__proto__' });
  for (const index of [0, 1, 2, 4]) {
    await log.audio.append(session.attemptId, {
      recordingId: 'voice',
      index,
      at: 1000.125 * index,
      bytes: Uint8Array.from({ length: 300 }, (_, i) => (i * index) % 256).buffer,
      levels: Uint8Array.from({ length: 20 }, (_, i) => i + index),
    });
  }
  await session.flush();
  return session.attemptId;
}

describe('an export', () => {
  test('holds a recording as one file to be played', async () => {
    const log = await openLog();
    await fill(log);
    const files = await filesOf(await log.archive.exportAttempts());
    expect(files['audio/voice.webm']).toHaveLength(1200);
    const manifest = JSON.parse(strFromU8(files['edgewise.json'] ?? new Uint8Array()));
    expect(manifest).toMatchObject({
      format: 'edgewise',
      version: 1,
      counts: { attempts: 1, events: 7, recordings: 1 },
    });
  });

  test('of some attempts leaves the others out', async () => {
    const log = await openLog();
    const attemptId = await fill(log);
    const other = await log.open('other', STARTER);
    const names = async (ids: readonly string[]) => Object.keys(await filesOf(await log.archive.exportAttempts(ids)));
    expect((await names([attemptId])).sort()).toEqual(
      ['audio/voice.json', 'audio/voice.webm', 'edgewise.json', `attempts/${attemptId}.json`].sort(),
    );
    expect((await names([other.attemptId])).sort()).toEqual([`attempts/${other.attemptId}.json`, 'edgewise.json']);
  });

  test('makes its progress known', async () => {
    const log = await openLog();
    await fill(log);
    const shares: number[] = [];
    let time = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      time += 1000;
      return time;
    });
    await log.archive.exportAttempts(undefined, (share) => shares.push(share));
    vi.restoreAllMocks();
    expect(shares).toEqual([0.5, 1]);
  });

  test('holds what is only in memory', async () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('Not here.', 'SecurityError');
    });
    const log = await openLog();
    vi.restoreAllMocks();
    const session = await log.open('auc', STARTER);
    session.append(insert('x'));
    await log.audio.append(session.attemptId, {
      recordingId: 'voice',
      index: 0,
      at: 1,
      bytes: new ArrayBuffer(3),
      levels: new Uint8Array(2),
    });
    expect(log.persistence().kind).toBe('memory');
    const found = await content(log);
    expect(Object.keys(found).sort()).toEqual([
      `attempts/${session.attemptId}.json`,
      'audio/voice.bin',
      'audio/voice.json',
    ]);
    await expect(log.archive.importFile(await log.archive.exportAttempts())).rejects.toThrow(/nothing can be imported/);
  });
});

describe('an import', () => {
  test('of an export gives the identical log, for any log', async () => {
    const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n));
    const entry = fc.oneof(
      fc.string({ unit: 'binary' }).map(insert),
      fc.string().map((code): AttemptEntry => ({ type: 'replaced', code, reason: 'reset' })),
      fc.string({ minLength: 1 }).map((runId): AttemptEntry => ({ type: 'ran', runId })),
      fc
        .record({ from: anyNumber, to: anyNumber, text: fc.string() })
        .map((heard): AttemptEntry => ({ type: 'transcribed', ...heard })),
      fc.record({ start: fc.nat(), end: fc.nat() }).map((at): AttemptEntry => ({ type: 'selected', ...at })),
      fc.constant<AttemptEntry>({ type: 'ended', reason: 'new-attempt' }),
    );
    const visits = fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.array(entry, { maxLength: 5 })), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(visits, async (all) => {
        const log = await openLog();
        for (const [problem, entries] of all) {
          const session = await log.open(problem, STARTER);
          for (const one of entries) session.append(one);
        }
        const exported = await log.archive.exportAttempts();
        const other = await openLog();
        await other.archive.importFile(exported);
        expect(await content(other)).toEqual(await content(log));
        await other.archive.importFile(exported);
        expect(await content(other)).toEqual(await content(log));
        for (const { attempt } of await log.summaries()) {
          expect(await other.history(attempt.id)).toEqual(await log.history(attempt.id));
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  test('brings recordings back as they were', async () => {
    const log = await openLog();
    await fill(log);
    const other = await openLog();
    await other.archive.importFile(await log.archive.exportAttempts());
    expect(await other.audio.chunks('voice')).toEqual(await log.audio.chunks('voice'));
    expect(await other.archive.holdings()).toEqual({ attempts: 1, recordings: 1, recordedMs: 4000 });
  });

  test('completes what is only partly there, and doubles nothing', async () => {
    const log = await openLog();
    const attemptId = await fill(log);
    const early = await log.archive.exportAttempts();
    const session = await log.open('auc', STARTER);
    session.append(insert('later'));
    await session.flush();
    const late = await log.archive.exportAttempts();
    const other = await openLog();
    expect(await other.archive.importFile(early)).toEqual({ added: 1, completed: 0, unchanged: 0 });
    expect(await other.archive.importFile(late)).toEqual({ added: 0, completed: 1, unchanged: 0 });
    expect(await other.archive.importFile(late)).toEqual({ added: 0, completed: 0, unchanged: 1 });
    expect(await other.archive.importFile(early)).toEqual({ added: 0, completed: 0, unchanged: 1 });
    expect(await other.history(attemptId)).toEqual(await log.history(attemptId));
    expect((await other.open('auc', STARTER)).draft).toBe((await log.open('auc', STARTER)).draft);
  });

  test('makes new summaries of what it changed', async () => {
    const log = await openLog();
    await fill(log);
    const other = await openLog();
    await other.archive.importFile(await log.archive.exportAttempts());
    expect((await other.summaries())[0]?.summary.edits).toBe(1);
    const session = await log.open('auc', STARTER);
    session.append(insert('later'));
    await session.flush();
    await other.archive.importFile(await log.archive.exportAttempts());
    expect((await other.summaries())[0]?.summary.edits).toBe(2);
  });
});

/** The export of a filled log, its files changed by `change`; the manifest agrees with them again. */
async function forged(change: (files: Files) => void): Promise<Blob> {
  const log = await openLog();
  await fill(log);
  const files = await filesOf(await log.archive.exportAttempts());
  const manifest = JSON.parse(strFromU8(files['edgewise.json'] ?? new Uint8Array()));
  change(files);
  manifest.files = Object.entries(files)
    .filter(([name]) => name !== 'edgewise.json')
    .map(([name, bytes]) => ({ name, bytes: bytes.length, crc32: crc32(bytes) }));
  if (files['edgewise.json'] !== undefined) files['edgewise.json'] = strToU8(JSON.stringify(manifest));
  return new Blob([zipSync(files)]);
}

/** Rewrites the JSON of the files whose names match. */
function rewrite(files: Files, name: RegExp, change: (value: ReturnType<typeof JSON.parse>) => unknown): void {
  for (const [key, bytes] of Object.entries(files)) {
    if (name.test(key)) files[key] = strToU8(JSON.stringify(change(JSON.parse(strFromU8(bytes)))));
  }
}

describe('a file that is not as it should be', () => {
  async function refused(file: Blob, sentence: RegExp): Promise<void> {
    const log = await openLog();
    await fill(log);
    const before = await content(log);
    await expect(log.archive.importFile(file)).rejects.toThrow(sentence);
    expect(await content(log)).toEqual(before);
  }

  test('is refused when it is cut short, wherever', async () => {
    const log = await openLog();
    await fill(log);
    const whole = await log.archive.exportAttempts();
    const target = await openLog();
    for (let size = 0; size < whole.size; size += 97) {
      await expect(target.archive.importFile(whole.slice(0, size))).rejects.toThrow(/damaged|not an Edgewise export/);
    }
    expect(await content(target)).toEqual({});
  });

  test('is refused when a bit is wrong, or still says the same', async () => {
    const log = await openLog();
    await fill(log);
    const whole = new Uint8Array(await (await log.archive.exportAttempts()).arrayBuffer());
    const expected = await content(log);
    for (let at = 0; at < whole.length; at += 13) {
      const flipped = whole.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      const target = await openLog();
      const outcome = await target.archive.importFile(new Blob([flipped])).then(
        () => expected,
        (error: Error) => {
          expect(error.message).toMatch(/damaged|not an Edgewise export|too large|newer|cannot be used/);
          return {};
        },
      );
      expect(await content(target)).toEqual(outcome);
    }
  }, 60_000);

  test('is refused when it is something else', async () => {
    await refused(new Blob(['not a zip']), /not an Edgewise export/);
    await refused(new Blob([zipSync({ 'word/document.xml': strToU8('<x/>') })]), /not an Edgewise export/);
    await refused(new Blob([zipSync({ 'edgewise.json': strToU8('{"format":"other"}') })]), /not an Edgewise export/);
  });

  test('is refused when it comes from a newer build', async () => {
    const file = await forged(() => {});
    const files = await filesOf(file);
    rewrite(files, /^edgewise/, (manifest) => ({ ...manifest, version: 2 }));
    await refused(new Blob([zipSync(files)]), /newer Edgewise/);
  });

  test.each<[string, (files: Files) => void]>([
    ['an event of no known type', (files) => rewrite(files, /^attempts/, withEvent({ type: 'formatted' }))],
    ['an event with a field more', (files) => rewrite(files, /^attempts/, withEvent({ type: 'paused', extra: 1 }))],
    ['an event with a field less', (files) => rewrite(files, /^attempts/, withEvent({ type: 'selected', start: 1 }))],
    [
      'an event with a prototype',
      (files) => {
        for (const [name, bytes] of Object.entries(files)) {
          if (!name.startsWith('attempts/')) continue;
          files[name] = strToU8(
            strFromU8(bytes).replace('"type":"submitted"', '"type":"submitted","__proto__":{"a":1}'),
          );
        }
      },
    ],
    ['a time that is no number', (files) => rewrite(files, /^attempts/, withEvent({ type: 'paused', at: 'now' }))],
    [
      'an attempt under another name',
      (files) => rewrite(files, /^attempts/, (file) => ({ ...file, attempt: { ...file.attempt, id: 'other' } })),
    ],
    ['sound of no attempt', (files) => rewrite(files, /^audio.*json$/, (file) => ({ ...file, attemptId: 'nobody' }))],
    ['sound that is longer', (files) => (files['audio/voice.webm'] = new Uint8Array(5000))],
    ['sound that is nowhere', (files) => delete files['audio/voice.webm']],
    ['a file of another kind', (files) => (files['audio/page.html'] = strToU8('<p>'))],
    ['a way out of its folder', (files) => (files['attempts/../x.json'] = strToU8('{}'))],
  ])('is refused when it holds %s', async (_, change) => {
    await refused(await forged(change), /cannot be used|damaged|not an Edgewise export/);
  });

  test('is refused when a file in it is named like a prototype', async () => {
    const file = await forged((files) => {
      files.nineChars = strToU8('{}');
    });
    const named = strFromU8(new Uint8Array(await file.arrayBuffer()), true).replaceAll('nineChars', '__proto__');
    await refused(new Blob([strToU8(named, true)]), /not an Edgewise export/);
  });

  test('changes nothing when there is no room', async () => {
    const log = await openLog();
    await fill(log);
    const file = await log.archive.exportAttempts();
    const target = await openLog();
    await fill(target);
    const before = await content(target);
    // By then the import has written its attempt.
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, value) {
      if (this.name === 'events') throw new DOMException('No room.', 'QuotaExceededError');
      return this.put(value);
    });
    await expect(target.archive.importFile(file)).rejects.toThrow(/no room left/);
    vi.restoreAllMocks();
    expect(await content(target)).toEqual(before);
  });
});

function withEvent(event: object) {
  return (file: { attempt: object; events: object[] }) => ({
    ...file,
    events: [...file.events, { at: 1, session: 's', ...event }],
  });
}

describe('deleting', () => {
  test('old recordings leaves the log and the younger recordings', async () => {
    const log = await openLog();
    const attemptId = await fill(log);
    const bytes = new ArrayBuffer(1);
    await log.audio.append(attemptId, { recordingId: 'young', index: 0, at: 50_000, bytes, levels: new Uint8Array() });
    const before = await log.history(attemptId);
    expect(await log.archive.deleteRecordings(50_000)).toBe(1);
    expect(await log.audio.chunks('voice')).toEqual([]);
    expect(await log.audio.chunks('young')).toHaveLength(1);
    expect(await log.history(attemptId)).toEqual(before);
  });

  test('everything leaves nothing, also of what is only in memory', async () => {
    const log = await openLog();
    await fill(log);
    await log.archive.deleteEverything();
    expect(await log.archive.holdings()).toEqual({ attempts: 0, recordings: 0, recordedMs: 0 });
    expect(await log.states()).toEqual({});
    expect(await log.summaries()).toEqual([]);
    expect((await log.open('auc', STARTER)).draft).toBe(STARTER);
  });
});

test('an event is recognised by all of its fields', () => {
  const envelope = { at: 1, session: 's' };
  expect(isEvent({ ...envelope, type: 'paused' })).toBe(true);
  expect(isEvent({ ...envelope, type: 'ran', runId: '1' })).toBe(true);
  expect(isEvent({ ...envelope, type: 'ran', runId: '1', code: 'x' })).toBe(true);
  expect(isEvent({ ...envelope, type: 'toString' })).toBe(false);
  expect(isEvent({ type: 'paused' })).toBe(false);
  expect(isEvent(null)).toBe(false);
});
