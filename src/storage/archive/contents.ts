import { Dexie } from 'dexie';
import type { AttemptEvent, RecordingId } from '#domain/attempt.ts';
import type { AudioChunk } from '../audio.ts';
import type { AttemptRow, AudioRow, Database, NewEventRow } from '../database.ts';

export interface ArchivedAttempt {
  readonly attempt: AttemptRow;
  /** In the order of the log. */
  readonly events: readonly AttemptEvent[];
}

export interface ArchivedRecording {
  readonly recordingId: RecordingId;
  readonly attemptId: string;
  /** In order. */
  readonly chunks: readonly AudioChunk[];
}

/** What a page has in memory only, because the disk is full, or not there. */
export interface Unwritten {
  readonly attempts: readonly AttemptRow[];
  readonly events: readonly NewEventRow[];
  readonly audio: readonly AudioRow[];
}

/** What is to be written, one attempt and one recording at a time. */
export interface ArchiveSource {
  readonly attempts: readonly AttemptRow[];
  readonly recordings: readonly RecordingId[];
  attempt(attempt: AttemptRow): Promise<ArchivedAttempt>;
  recording(recordingId: RecordingId): Promise<ArchivedRecording | null>;
}

/** Everything, or the attempts of `only`. `database` null: there is no disk. Rejects as Dexie does. */
export async function openSource(
  database: Database | null,
  unwritten: Unwritten,
  only: readonly string[] | null,
): Promise<ArchiveSource> {
  const wanted = (attemptId: string) => only === null || only.includes(attemptId);
  const attempts = new Map<string, AttemptRow>();
  for (const attempt of (await database?.attempts.toArray()) ?? []) attempts.set(attempt.id, attempt);
  for (const attempt of unwritten.attempts) attempts.set(attempt.id, attempt);
  const recordings = new Set(database === null ? [] : await recordingsOnDisk(database, only));
  for (const { attemptId, recordingId } of unwritten.audio) if (wanted(attemptId)) recordings.add(recordingId);

  return {
    attempts: [...attempts.values()].filter(({ id }) => wanted(id)),
    recordings: [...recordings].sort(),
    async attempt(attempt) {
      const written =
        (await database?.events
          .where('[attemptId+seq]')
          .between([attempt.id, Dexie.minKey], [attempt.id, Dexie.maxKey])
          .toArray()) ?? [];
      const rows = [...written, ...unwritten.events.filter(({ attemptId }) => attemptId === attempt.id)];
      return { attempt, events: rows.map(({ event }) => event) };
    },
    async recording(recordingId) {
      const written =
        (await database?.audio
          .where('[recordingId+index]')
          .between([recordingId, Dexie.minKey], [recordingId, Dexie.maxKey])
          .toArray()) ?? [];
      const rows = new Map(written.map((row) => [row.index, row]));
      for (const row of unwritten.audio) if (row.recordingId === recordingId) rows.set(row.index, row);
      const ordered = [...rows.values()].sort((a, b) => a.index - b.index);
      const attemptId = ordered[0]?.attemptId;
      return attemptId === undefined ? null : { recordingId, attemptId, chunks: ordered };
    },
  };
}

/** The recordings of all attempts, or of those of `only`. Reads keys, never sound. */
export async function recordingsOnDisk(
  { audio }: Pick<Database, 'audio'>,
  only: readonly string[] | null,
): Promise<readonly RecordingId[]> {
  const found = new Set<RecordingId>();
  if (only !== null) {
    const keys = await audio.where('attemptId').anyOf(only).primaryKeys();
    for (const [recordingId] of keys) found.add(recordingId);
    return [...found];
  }
  let keys = await audio.orderBy(':id').limit(1).primaryKeys();
  for (;;) {
    const recordingId = keys[0]?.[0];
    if (recordingId === undefined) return [...found];
    found.add(recordingId);
    keys = await audio.where(':id').above([recordingId, Dexie.maxKey]).limit(1).primaryKeys();
  }
}
