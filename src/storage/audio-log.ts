import { Dexie } from 'dexie';
import type { AudioChunk, AudioStore } from './audio.ts';
import type { UseDatabase } from './connection.ts';
import type { AudioRow, Database } from './database.ts';
import { createEventWriter, type WriterHealth } from './event-writer.ts';
import { writeAudio } from './write-now.ts';

export interface AudioLog extends AudioStore {
  flush(): Promise<void>;
  health(): WriterHealth;
  /** What is not on disk yet, or never will be. */
  unwritten(): readonly AudioRow[];
  /** Gives that up. */
  discard(): void;
}

export interface AudioLogOptions {
  /** Null: in memory for good. */
  readonly disk: { readonly database: Database; readonly use: UseDatabase } | null;
  /** Called after every attempt to write. */
  readonly onAttempt: () => void;
}

export function createAudioLog({ disk, onAttempt }: AudioLogOptions): AudioLog {
  const kept = new Set<AudioRow>();
  const writer =
    disk &&
    createEventWriter<AudioRow>({
      write: async (rows) => {
        await disk.use(() => writeAudio(disk.database, rows));
        for (const row of rows) kept.delete(row);
      },
      onAttempt,
    });
  const onDisk = async (recordingId: string): Promise<readonly AudioRow[]> => {
    if (disk === null) return [];
    const { audio } = disk.database;
    return disk.use(() =>
      audio.where('[recordingId+index]').between([recordingId, Dexie.minKey], [recordingId, Dexie.maxKey]).toArray(),
    );
  };

  return {
    async append(attemptId, chunk) {
      const row: AudioRow = { attemptId, ...chunk };
      kept.add(row);
      writer?.add(row);
      await writer?.flush();
    },
    async chunks(recordingId) {
      await writer?.flush();
      const chunks = new Map<number, AudioChunk>();
      for (const { attemptId: _, ...chunk } of [...(await onDisk(recordingId).catch(() => [])), ...kept]) {
        if (chunk.recordingId === recordingId) chunks.set(chunk.index, chunk);
      }
      return [...chunks.values()].sort((a, b) => a.index - b.index);
    },
    flush: async () => writer?.flush(),
    health: () => writer?.health() ?? { kind: 'healthy' },
    unwritten: () => [...kept],
    discard() {
      writer?.discard();
      kept.clear();
    },
  };
}
