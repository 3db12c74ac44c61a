import { Dexie } from 'dexie';
import type { UseDatabase } from '../connection.ts';
import type { Database } from '../database.ts';
import { recordingsOnDisk, type Unwritten } from './contents.ts';
import type { ImportResult } from './merge.ts';
import type { ArchiveAnswer, ArchiveRequest } from './protocol.ts';

export type { ImportResult } from './merge.ts';

export interface Holdings {
  readonly attempts: number;
  readonly recordings: number;
  /** Of all recordings together; exact to about a second each. */
  readonly recordedMs: number;
}

/** The whole log as one file, and what is to go. Everything rejects with an `Error` whose message is for the candidate. */
export interface Archive {
  /** A zip with the attempts of these ids, by default all, and what is only in memory; see `format.ts`. */
  exportAttempts(ids?: readonly string[], onProgress?: (share: number) => void): Promise<Blob>;
  /** Adds what such a file holds and is not here yet. A file that is not as it should be changes nothing. */
  importFile(file: Blob, onProgress?: (share: number) => void): Promise<ImportResult>;
  holdings(): Promise<Holdings>;
  /** Deletes the sound of recordings that were begun before `time` (ms since the epoch); answers with how many. */
  deleteRecordings(before: number): Promise<number>;
  /** Deletes every attempt and recording, also those that are only in memory. */
  deleteEverything(): Promise<void>;
}

export interface ArchiveOptions {
  /** Null: there is no disk. */
  readonly disk: { readonly database: Database; readonly use: UseDatabase } | null;
  /** Tries to write all there is. */
  readonly flush: () => Promise<void>;
  readonly unwritten: () => Unwritten;
  /** Forgets what is in memory. */
  readonly forget: () => void;
  /** Called when what is on disk has changed. */
  readonly onChanged: () => void;
  /** Whether another tab writes an attempt. */
  readonly isWrittenElsewhere: () => Promise<boolean>;
  /** Does the work; by default in a worker. */
  readonly ask?: AskArchive;
}

export type AskArchive = (request: ArchiveRequest, onProgress: (share: number) => void) => Promise<ArchiveAnswer>;

const NO_DISK = 'This browser does not let the page save, so nothing can be imported.';
const OPEN_ELSEWHERE = 'A problem is open in another tab. Close that tab first.';

export function createArchive(options: ArchiveOptions): Archive {
  const { disk, flush, unwritten, forget, onChanged, isWrittenElsewhere, ask = askWorker } = options;
  const request = async (what: ArchiveRequest, onProgress: (share: number) => void = () => {}) => {
    const answer = await ask(what, onProgress);
    if (answer.kind === 'failed') throw new Error(answer.sentence);
    return answer;
  };
  const databaseName = disk?.database.name ?? null;

  return {
    async exportAttempts(ids, onProgress) {
      await flush();
      const answer = await request(
        { kind: 'export', databaseName, unwritten: unwritten(), only: ids ?? null, exportedAt: new Date() },
        onProgress,
      );
      if (answer.kind !== 'exported') throw new Error('The export was interrupted. Try again.');
      return answer.archive;
    },

    async importFile(file, onProgress) {
      if (databaseName === null) throw new Error(NO_DISK);
      await flush();
      const answer = await request({ kind: 'import', databaseName, file }, onProgress);
      if (answer.kind !== 'imported') throw new Error('The import was interrupted. Try again.');
      onChanged();
      return answer.result;
    },

    async holdings() {
      await flush();
      const memory = unwritten();
      const onDisk =
        disk &&
        (await disk.use(async () => ({
          attempts: await disk.database.attempts.count(),
          recordings: await recordingsOnDisk(disk.database, null),
          chunks: await disk.database.audio.count(),
        })));
      const recordings = new Set([
        ...(onDisk?.recordings ?? []),
        ...memory.audio.map(({ recordingId }) => recordingId),
      ]);
      return {
        attempts: (onDisk?.attempts ?? 0) + memory.attempts.length,
        recordings: recordings.size,
        recordedMs: ((onDisk?.chunks ?? 0) + memory.audio.length) * 1000,
      };
    },

    deleteRecordings: async (before) => (disk === null ? 0 : disk.use(() => deleteAudio(disk.database, before))),

    async deleteEverything() {
      if (await isWrittenElsewhere()) throw new Error(OPEN_ELSEWHERE);
      await flush();
      if (disk !== null) await disk.use(() => clear(disk.database));
      forget();
      onChanged();
    },
  };
}

async function deleteAudio(database: Database, before: number): Promise<number> {
  const { audio } = database;
  return database.transaction('rw', audio, async () => {
    let deleted = 0;
    for (const recordingId of await recordingsOnDisk(database, null)) {
      const all = audio.where(':id').between([recordingId, Dexie.minKey], [recordingId, Dexie.maxKey]);
      const first = await all.first();
      if (first === undefined || first.at >= before) continue;
      await audio.where(':id').between([recordingId, Dexie.minKey], [recordingId, Dexie.maxKey]).delete();
      deleted += 1;
    }
    return deleted;
  });
}

async function clear(database: Database): Promise<void> {
  const { attempts, events, audio, summaries } = database;
  await database.transaction('rw', attempts, events, audio, summaries, async () => {
    for (const table of [attempts, events, audio, summaries]) await table.clear();
  });
}

/** A worker for this one request: what it took to read a large file goes with it. */
const askWorker: AskArchive = (request, onProgress) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./archive.worker.ts', import.meta.url), { type: 'module', name: 'archive' });
    worker.addEventListener('message', ({ data }: MessageEvent<ArchiveAnswer>) => {
      if (data.kind === 'progress') return onProgress(data.share);
      worker.terminate();
      resolve(data);
    });
    worker.addEventListener('error', () => {
      worker.terminate();
      reject(new Error('A part of the page could not be loaded. Reload the page and try again.'));
    });
    worker.postMessage(request);
  });
