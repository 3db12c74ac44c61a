import type { AttemptEvent, SessionId } from '#domain/attempt.ts';
import type { AudioRow, Database, NewEventRow } from '../database.ts';
import type { ArchivedAttempt, ArchivedRecording } from './contents.ts';
import { ArchiveError } from './format.ts';
import type { ArchiveContents } from './read-archive.ts';

/** How many attempts of the file were new, lacked something here, and were here as they are. */
export interface ImportResult {
  readonly added: number;
  readonly completed: number;
  readonly unchanged: number;
}

/**
 * Adds what is not there yet, in one transaction: all of it or nothing. An event is known by its attempt, its session and its
 * place among the events of that session, for which a session's log only ever grows.
 */
export async function mergeContents(
  database: Database,
  contents: ArchiveContents,
  onProgress: (share: number) => void = () => {},
): Promise<ImportResult> {
  const { attempts, events, audio, summaries } = database;
  return database.transaction('rw', attempts, events, audio, summaries, async () => {
    const changed = new Set<string>();
    const total = contents.attempts.length + contents.recordings.length;
    let done = 0;
    const report = (): void => {
      done += 1;
      onProgress(done / total);
    };
    let added = 0;
    for (const archived of contents.attempts) {
      const { attempt } = archived;
      const before = await attempts.get(attempt.id);
      if (before !== undefined && before.problemId !== attempt.problemId) {
        throw new ArchiveError('This file holds an attempt that is here already, but of another problem.');
      }
      if (before === undefined) {
        await attempts.add(attempt);
        added += 1;
      }
      const missing = before === undefined ? archived.events : await missingEvents(database, archived);
      await events.bulkAdd(missing.map((event) => row(archived, event)));
      if (missing.length > 0) {
        changed.add(attempt.id);
        await summaries.delete(attempt.id);
      }
      if (before === undefined) changed.add(attempt.id);
      report();
    }
    for (const recording of contents.recordings) {
      const missing = await missingAudio(database, recording);
      await audio.bulkAdd(missing);
      if (missing.length > 0) changed.add(recording.attemptId);
      report();
    }
    return { added, completed: changed.size - added, unchanged: contents.attempts.length - changed.size };
  });
}

async function missingEvents(
  { events }: Database,
  { attempt, events: archived }: ArchivedAttempt,
): Promise<readonly AttemptEvent[]> {
  const here = new Map<SessionId, number>();
  const rows = await events
    .where('[attemptId+seq]')
    .between([attempt.id, Number.NEGATIVE_INFINITY], [attempt.id, Number.POSITIVE_INFINITY])
    .toArray();
  for (const { event } of rows) here.set(event.session, (here.get(event.session) ?? 0) + 1);
  const seen = new Map<SessionId, number>();
  return archived.filter(({ session }) => {
    const position = seen.get(session) ?? 0;
    seen.set(session, position + 1);
    return position >= (here.get(session) ?? 0);
  });
}

async function missingAudio(
  { audio }: Database,
  { recordingId, attemptId, chunks }: ArchivedRecording,
): Promise<readonly AudioRow[]> {
  const keys = await audio
    .where(':id')
    .between([recordingId, Number.NEGATIVE_INFINITY], [recordingId, Number.POSITIVE_INFINITY])
    .primaryKeys();
  const here = new Set(keys.map(([, index]) => index));
  return chunks.filter(({ index }) => !here.has(index)).map((chunk) => ({ ...chunk, attemptId }));
}

function row({ attempt }: ArchivedAttempt, event: AttemptEvent): NewEventRow {
  return { attemptId: attempt.id, problemId: attempt.problemId, event };
}
