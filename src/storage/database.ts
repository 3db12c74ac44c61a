import { Dexie, type Table } from 'dexie';
import type { AttemptEvent } from '#domain/attempt.ts';

export interface AttemptRow {
  readonly id: string;
  readonly problemId: string;
  /** Ms since the epoch. */
  readonly startedAt: number;
}

/** An event in its envelope; `problemId` repeats the attempt's, so that one index answers for all problems. */
export interface NewEventRow {
  readonly attemptId: string;
  readonly problemId: string;
  readonly event: AttemptEvent;
}

export interface EventRow extends NewEventRow {
  /** Grows with every event that is written, whichever tab wrote it: the order of the log. */
  readonly seq: number;
}

export interface Database extends Dexie {
  readonly attempts: Table<AttemptRow, string>;
  readonly events: Table<EventRow, number, NewEventRow>;
}

export const DATABASE_NAME = 'edgewise';

/**
 * The schema, as all its versions: people's logs are as old as they are, so a published version is never edited. A change
 * is a new `version(n).stores({...}).upgrade(...)` below the others.
 *
 * Only rows that have every part of a compound key are in its index, so the edits, which are most of the log, are in three.
 */
export function createDatabase(name: string = DATABASE_NAME): Database {
  const database = new Dexie(name) as Database;
  database.version(1).stores({
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
  return database;
}
