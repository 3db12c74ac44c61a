import type { AttemptEntry, AttemptEvent, AttemptState } from '#domain/attempt.ts';
import type { Archive, AskArchive } from './archive/archive.ts';
import type { TabAccess, TabLinks } from './attempt-locks.ts';
import { createAttemptStore } from './attempt-store.ts';
import type { AudioStore } from './audio.ts';
import { openInTime, reopening } from './connection.ts';
import { createAttemptLog } from './create-log.ts';
import { type AttemptRow, createDatabase, DATABASE_NAME } from './database.ts';
import { openFailure, type Persistence } from './persistence.ts';
import { createSummaryWorker } from './summaries-browser.ts';
import { createSummaryStore, type SummarisedAttempt, type SummariseElsewhere } from './summary-store.ts';

export type { Archive, Holdings, ImportResult } from './archive/archive.ts';
export type { AudioChunk, AudioStore } from './audio.ts';
export type { AttemptRow } from './database.ts';
export type { Persistence } from './persistence.ts';
export type { SummarisedAttempt } from './summary-store.ts';

/** One problem opened on this page. */
export interface AttemptSession {
  readonly attemptId: string;
  /** The text to open the editor with; it stays what it was at opening. */
  readonly draft: string;
  /**
   * The attempt so far, in order; grows as events are appended. Of what was there before, it leaves out what opening need
   * not read: results of single cases, selections, speech and transcript, and text events before the newest session's last
   * whole text (but never the first `opened`). Every projection of `#domain/attempt.ts` holds on it except `codeOfRun`, which
   * needs `AttemptLog.history`.
   */
  readonly events: readonly AttemptEvent[];
  /**
   * Adds an event; written within 250 ms. Never throws. Also after `close`, what is appended is kept; but while this tab only
   * reads, nothing is.
   */
  append(entry: AttemptEntry): void;
  /** The log's own time, as in the events' `at`: never goes back while the page is open, and counts a machine's sleep. */
  now(): number;
  /** Calls `listener` after each appended event; returns the way to unsubscribe. */
  subscribe(listener: (event: AttemptEvent) => void): () => void;
  /** Resolves when a write of everything appended was tried; `persistence()` says whether it worked. */
  flush(): Promise<void>;
  /** Whether this tab writes the attempt. The same object until it changes. */
  access(): SessionAccess;
  /** Calls `listener` after every change of `access()`; returns the way to unsubscribe. */
  subscribeAccess(listener: () => void): () => void;
  /** Makes this the tab that writes; `access()` is `outdated` then. */
  takeOver(): Promise<void>;
  /** The same, where no other tab writes any more. */
  takeIfFree(): Promise<void>;
  close(): Promise<void>;
}

/** `outdated`: this tab may write again, from what another has written meanwhile; so the problem is to be opened anew. */
export type SessionAccess = TabAccess | { readonly kind: 'outdated' };

/** The append-only log of all attempts. Nothing in it throws or rejects for want of a disk: `persistence()` tells. */
export interface AttemptLog {
  /**
   * Continues the problem's newest attempt; where there is none, or it has ended, starts one with `starter` as its text. While
   * another tab writes the problem's attempt, the session only reads.
   */
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
  /** The log as a file, and its size. */
  readonly archive: Archive;
}

export interface AttemptLogOptions {
  readonly databaseName?: string;
  /** Ms since the epoch. */
  readonly now?: () => number;
  /** After how many edits a session writes its whole text again. */
  readonly checkpointEvery?: number;
  /** How long to wait for the database before doing without. */
  readonly openTimeoutMs?: number;
  /** Null: every tab writes. By default the browser's own. */
  readonly tabs?: TabLinks | null;
  /** Makes and reads archives; by default in a worker. */
  readonly askArchive?: AskArchive;
  /** Makes many summaries; by default in a worker. */
  readonly summariseElsewhere?: SummariseElsewhere;
  /** Registers what is to be called when the page may be about to go. */
  readonly onLeaving?: (listener: () => void) => () => void;
}

/** An upgrade held up by another tab, or a browser bug, can leave a database unanswered for ever. */
const OPEN_TIMEOUT_MS = 4000;

/** Opens the log on disk, or in memory where the browser has no database to offer. Never rejects. */
export async function openAttemptLog(options: AttemptLogOptions = {}): Promise<AttemptLog> {
  const database = createDatabase(options.databaseName ?? DATABASE_NAME);
  try {
    await openInTime(database, options.openTimeoutMs ?? OPEN_TIMEOUT_MS);
    const use = reopening(database);
    const disk = {
      database,
      use,
      attempts: createAttemptStore(database, use),
      summaries: createSummaryStore(database, use, options.summariseElsewhere ?? createSummaryWorker()),
    };
    return createAttemptLog(disk, null, options);
  } catch (error) {
    database.close();
    return createAttemptLog(null, openFailure(error), options);
  }
}
