import { Dexie, type Table } from 'dexie';
import type { AttemptEvent } from '#domain/attempt.ts';
import type { AttemptSummary } from '#domain/summary.ts';
import type { AudioChunk } from './audio.ts';

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

export interface AudioRow extends AudioChunk {
  readonly attemptId: string;
}

/** What follows from an attempt's events, kept so that lists need not read them; gone as soon as one is added. */
export interface SummaryRow {
  readonly attemptId: string;
  /** `SUMMARY_VERSION` of the code that made it. */
  readonly version: number;
  readonly summary: AttemptSummary;
}

export interface Database extends Dexie {
  readonly attempts: Table<AttemptRow, string>;
  readonly events: Table<EventRow, number, NewEventRow>;
  readonly audio: Table<AudioRow, [recordingId: string, index: number]>;
  readonly summaries: Table<SummaryRow, string>;
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
  database.version(2).stores({
    audio: '[recordingId+index], attemptId',
    summaries: 'attemptId',
  });
  return database;
}
