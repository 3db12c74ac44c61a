import {
  type AttemptEntry,
  type AttemptEvent,
  type AttemptState,
  draftOf,
  type SessionId,
  stateOf,
} from '#domain/attempt.ts';
import type { AttemptSummary } from '#domain/summary.ts';
import { type AttemptStore, type BegunAttempt, createAttemptStore, type KnownAttempt } from './attempt-store.ts';
import type { AudioStore } from './audio.ts';
import { createCheckpoints } from './checkpoints.ts';
import { type AttemptRow, createDatabase, DATABASE_NAME, type Database, type NewEventRow } from './database.ts';
import { createEventWriter, type WriterHealth } from './event-writer.ts';
import { onPageLeaving } from './page-lifecycle.ts';
import { openFailure, type Persistence, writeFailure } from './persistence.ts';

export type { AudioChunk, AudioStore } from './audio.ts';
export type { AttemptRow } from './database.ts';
export type { Persistence } from './persistence.ts';

/** One problem opened on this page. */
export interface AttemptSession {
  readonly attemptId: string;
  /** The text to open the editor with; it stays what it was at opening. */
  readonly draft: string;
  /**
   * The attempt so far, in order; grows as events are appended. It leaves out what opening need not read: results of single
   * cases, and text events before the newest session's last whole text (but never the first `opened`). Every projection
   * of `#domain/attempt.ts` holds on it except `codeOfRun`, which needs `AttemptLog.history`.
   */
  readonly events: readonly AttemptEvent[];
  /** Adds an event; written within 250 ms. Never throws. Also after `close`, what is appended is kept. */
  append(entry: AttemptEntry): void;
  /** The log's own time, as in the events' `at`: never goes back while the page is open, and counts a machine's sleep. */
  now(): number;
  /** Calls `listener` after each appended event; returns the way to unsubscribe. */
  subscribe(listener: (event: AttemptEvent) => void): () => void;
  /** Resolves when a write of everything appended was tried; `persistence()` says whether it worked. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** The append-only log of all attempts. Nothing in it throws or rejects for want of a disk: `persistence()` tells. */
export interface AttemptLog {
  /** Continues the problem's newest attempt, or starts one with `starter` as its text. */
  open(problemId: string, starter: string): Promise<AttemptSession>;
  /** The states of all problems that are not new, by problem id. */
  states(): Promise<Record<string, Exclude<AttemptState, 'new'>>>;
  /** The same object until it changes. `memory` may become `disk` again when a retry works. */
  persistence(): Persistence;
  /** Calls `listener` after everything that this page writes or fails to write; returns the way to unsubscribe. */
  subscribe(listener: () => void): () => void;
  /** Every event of an attempt, in order: for replay, and for the code of old runs. */
  history(attemptId: string): Promise<readonly AttemptEvent[]>;
  /**
   * Starts another attempt at a problem, whatever became of the older ones, and returns its id; `open` then continues it. With
   * `code`, the attempt begins with the starter replaced by it.
   */
  start(problemId: string, starter: string, code?: string): Promise<string>;
  /** Which problem an attempt is of, and since when; null when there is none of that id. */
  attempt(attemptId: string): Promise<AttemptRow | null>;
  /** All attempts of all problems in short, newest first. */
  summaries(): Promise<readonly SummarisedAttempt[]>;
  /** Adds an event to an attempt that need not be open here: a comment, a review. Written when it resolves; never rejects. */
  annotate(attemptId: string, entry: AttemptEntry): Promise<void>;
  readonly audio: AudioStore;
}

export interface SummarisedAttempt {
  readonly attempt: AttemptRow;
  readonly summary: AttemptSummary;
}

export interface AttemptLogOptions {
  readonly databaseName?: string;
  /** Ms since the epoch. */
  readonly now?: () => number;
  /** After how many edits a session writes its whole text again. */
  readonly checkpointEvery?: number;
  /** How long to wait for the database before doing without. */
  readonly openTimeoutMs?: number;
  /** Registers what is to be called when the page may be about to go. */
  readonly onLeaving?: (listener: () => void) => () => void;
}

/** An upgrade held up by another tab, or a browser bug, can leave a database unanswered for ever. */
const OPEN_TIMEOUT_MS = 4000;

/** Reading a hundred edits costs a page about 2 ms; a whole text costs the disk a few kilobytes. */
const CHECKPOINT_EVERY = 500;

/** Opens the log on disk, or in memory where the browser has no database to offer. Never rejects. */
export async function openAttemptLog(options: AttemptLogOptions = {}): Promise<AttemptLog> {
  const database = createDatabase(options.databaseName ?? DATABASE_NAME);
  try {
    await openInTime(database, options.openTimeoutMs ?? OPEN_TIMEOUT_MS);
    return createAttemptLog(reopening(database), null, options);
  } catch (error) {
    database.close();
    return createAttemptLog(null, openFailure(error), options);
  }
}

/** `store` null: in memory for good, for `reason`. */
function createAttemptLog(store: AttemptStore | null, reason: string | null, options: AttemptLogOptions): AttemptLog {
  const now = options.now ?? (() => performance.timeOrigin + performance.now());
  const listeners = new Set<() => void>();
  /** What this page knows of each problem it opened: the log itself while there is no disk to read it from. */
  const known = new Map<string, KnownAttempt>();
  const unsaved = new Map<string, AttemptRow>();
  const unwritten = new Map<string, AttemptEvent[]>();
  let persistence: Persistence = reason === null ? { kind: 'disk' } : { kind: 'memory', reason };

  const report = (health: WriterHealth): void => {
    if (health.kind === 'healthy') {
      if (persistence.kind === 'memory') persistence = { kind: 'disk' };
    } else {
      const sentence = writeFailure(health.error);
      if (persistence.kind === 'disk' || persistence.reason !== sentence) {
        persistence = { kind: 'memory', reason: sentence };
      }
    }
    // In a task of their own: a listener that throws must not look like a write that failed.
    for (const listener of listeners) queueMicrotask(listener);
  };

  const writer =
    store &&
    createEventWriter<NewEventRow>({
      write: async (rows) => {
        const attempts = [...unsaved.values()];
        await store.write(rows, attempts);
        for (const { id } of attempts) unsaved.delete(id);
        for (const { attemptId } of rows) unwritten.get(attemptId)?.shift();
      },
      onAttempt: () => report(writer?.health() ?? { kind: 'healthy' }),
    });
  const flush = async (): Promise<void> => writer?.flush();
  const keep = (row: NewEventRow): void => {
    if (writer === null) return;
    const waiting = unwritten.get(row.attemptId);
    if (waiting === undefined) unwritten.set(row.attemptId, [row.event]);
    else waiting.push(row.event);
    writer.add(row);
  };
  (options.onLeaving ?? onPageLeaving)(() => void flush());

  /** An attempt as far as it is known without writing. */
  const readOnly = async (problemId: string): Promise<KnownAttempt | null> => {
    const here = known.get(problemId) ?? null;
    // What could not be written is not on disk to be read: this page knows better.
    if (store === null || (here !== null && unwritten.get(here.attempt.id)?.length)) return here;
    return store.read(problemId).catch(() => here);
  };

  const beginInMemory = async (fresh: AttemptRow, starter: string, stamp: Stamp): Promise<BegunAttempt> => {
    const { problemId } = fresh;
    const before = await readOnly(problemId);
    const attempt = before?.attempt ?? fresh;
    const past = before?.events ?? [];
    const draft = draftOf(past) ?? starter;
    const opened: AttemptEvent = { type: 'opened', problemId, code: draft, ...stamp };
    if (before === null) unsaved.set(attempt.id, attempt);
    keep({ attemptId: attempt.id, problemId, event: opened });
    return { attempt, draft, events: [...past, opened] };
  };

  const begin = async (fresh: AttemptRow, starter: string, stamp: Stamp): Promise<BegunAttempt> => {
    await flush();
    if (store === null || writer?.health().kind === 'failing') return beginInMemory(fresh, starter, stamp);
    try {
      return await store.begin(fresh, starter, stamp);
    } catch (error) {
      report({ kind: 'failing', error });
      return beginInMemory(fresh, starter, stamp);
    }
  };

  return {
    async open(problemId, starter) {
      const session = randomId();
      const at = now();
      const begun = await begin({ id: randomId(), problemId, startedAt: at }, starter, { at, session });
      const { attempt, draft } = begun;
      const events = [...begun.events];
      known.set(problemId, { attempt, events });
      const checkpoints = createCheckpoints(draft, options.checkpointEvery ?? CHECKPOINT_EVERY);
      const followers = new Set<(event: AttemptEvent) => void>();
      const append = (entry: AttemptEntry): void => {
        const event: AttemptEvent = { ...plain(entry), at: now(), session };
        events.push(event);
        keep({ attemptId: attempt.id, problemId, event });
        for (const follower of [...followers]) follower(event);
      };
      return {
        attemptId: attempt.id,
        draft,
        events,
        append(entry) {
          append(entry);
          const checkpoint = checkpoints.after(entry);
          if (checkpoint !== null) append({ type: 'replaced', code: checkpoint, reason: 'checkpoint' });
        },
        now,
        subscribe(listener) {
          followers.add(listener);
          return () => followers.delete(listener);
        },
        flush,
        close: flush,
      };
    },

    async states() {
      await flush();
      const written = await store?.states().catch(() => null);
      if (written && persistence.kind === 'disk') return written;
      const states = written ?? {};
      for (const [problemId, { events }] of known) {
        const state = stateOf(events);
        if (states[problemId] === 'solved') continue;
        if (state === 'new') delete states[problemId];
        else states[problemId] = state;
      }
      return states;
    },

    async history(attemptId) {
      await flush();
      const written = await store?.history(attemptId).catch(() => null);
      if (written) return [...written, ...(unwritten.get(attemptId) ?? [])];
      return [...known.values()].find(({ attempt }) => attempt.id === attemptId)?.events.slice() ?? [];
    },

    persistence: () => persistence,

    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

interface Stamp {
  readonly at: number;
  readonly session: SessionId;
}

/** Only what the log keeps: Monaco's changes carry more, and belong to Monaco. */
function plain(entry: AttemptEntry): AttemptEntry {
  if (entry.type !== 'edited') return entry;
  return {
    type: 'edited',
    changes: entry.changes.map(({ rangeOffset, rangeLength, text }) => ({ rangeOffset, rangeLength, text })),
  };
}

/** A connection can be lost for good (storage cleared, an upgrade in another tab): then it is made anew, once a use. */
function reopening(database: Database): AttemptStore {
  const store = createAttemptStore(database);
  const opened = async <T>(use: () => Promise<T>): Promise<T> => {
    if (database.isOpen()) {
      try {
        return await use();
      } catch (error) {
        if (!(error instanceof Error && error.name === 'InvalidStateError')) throw error;
        database.close();
      }
    }
    await database.open();
    return use();
  };
  return {
    begin: (...args) => opened(() => store.begin(...args)),
    read: (...args) => opened(() => store.read(...args)),
    write: (...args) => opened(() => store.write(...args)),
    history: (...args) => opened(() => store.history(...args)),
    states: () => opened(() => store.states()),
  };
}

async function openInTime(database: Database, timeoutMs: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('The database does not answer.', 'TimeoutError')), timeoutMs);
  });
  try {
    await Promise.race([database.open(), timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/** 128 random bits. `crypto.randomUUID` is not there on pages served without TLS. */
function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
