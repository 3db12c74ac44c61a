import type { AttemptEvent } from '#domain/attempt.ts';
import type { AttemptRow, NewEventRow } from './database.ts';
import { createEventWriter, type WriterHealth } from './event-writer.ts';

/** What is on its way to the disk: events in order, and the attempts that they are the first of. */
export interface EventLog {
  /** An attempt that is not on disk yet; written with the next events. */
  begin(attempt: AttemptRow): void;
  add(row: NewEventRow): void;
  /** Resolves when a write of all of it was tried; never rejects. */
  flush(): Promise<void>;
  health(): WriterHealth;
  unwritten(attemptId: string): readonly AttemptEvent[];
  /** All that is not on disk yet, in order. */
  all(): { readonly attempts: readonly AttemptRow[]; readonly events: readonly NewEventRow[] };
  /** Gives up what is not on disk yet. */
  discard(): void;
}

export interface EventLogOptions {
  /** Writes all of it or rejects and writes nothing; null where there is no disk. */
  readonly write: ((rows: readonly NewEventRow[], attempts: readonly AttemptRow[]) => Promise<void>) | null;
  /** Called after every attempt to write. */
  readonly onAttempt: () => void;
}

export function createEventLog({ write, onAttempt }: EventLogOptions): EventLog {
  const unsaved = new Map<string, AttemptRow>();
  const unwritten = new Map<string, AttemptEvent[]>();
  const writer =
    write &&
    createEventWriter<NewEventRow>({
      write: async (rows) => {
        const attempts = [...unsaved.values()];
        await write(rows, attempts);
        for (const { id } of attempts) unsaved.delete(id);
        for (const { attemptId } of rows) unwritten.get(attemptId)?.shift();
      },
      onAttempt,
    });
  return {
    begin: (attempt) => void unsaved.set(attempt.id, attempt),
    add(row) {
      if (writer === null) return;
      const waiting = unwritten.get(row.attemptId);
      if (waiting === undefined) unwritten.set(row.attemptId, [row.event]);
      else waiting.push(row.event);
      writer.add(row);
    },
    flush: async () => writer?.flush(),
    health: () => writer?.health() ?? { kind: 'healthy' },
    unwritten: (attemptId) => unwritten.get(attemptId) ?? [],
    all: () => ({ attempts: [...unsaved.values()], events: writer?.queued() ?? [] }),
    discard() {
      writer?.discard();
      unsaved.clear();
      unwritten.clear();
    },
  };
}
