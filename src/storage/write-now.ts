import type { Table } from 'dexie';
import type { AttemptRow, AudioRow, Database, NewEventRow } from './database.ts';

/** Writes all of it or nothing. `unsaved` are attempts that are not on disk yet; kept summaries of the others go. */
export function writeEvents(
  database: Database,
  rows: readonly NewEventRow[],
  unsaved: readonly AttemptRow[],
): Promise<void> {
  const { attempts, events, summaries } = database;
  return writeNow(database, [attempts, events, summaries], (store) => {
    for (const attempt of unsaved) store(attempts).put(attempt);
    for (const row of rows) store(events).add(row);
    for (const attemptId of new Set(rows.map((row) => row.attemptId))) store(summaries).delete(attemptId);
  });
}

/** Writes all of it or nothing. */
export function writeAudio(database: Database, rows: readonly AudioRow[]): Promise<void> {
  const { audio } = database;
  return writeNow(database, [audio], (store) => {
    for (const row of rows) store(audio).put(row);
  });
}

/**
 * Not through Dexie, whose transactions begin some promises later and commit when they notice that they are done: a page that
 * is going has no such time. Here everything, `commit` included, has been asked for when the call returns.
 */
function writeNow(
  database: Database,
  tables: readonly Pick<Table, 'name'>[],
  write: (store: (table: Pick<Table, 'name'>) => IDBObjectStore) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const names = tables.map(({ name }) => name);
    const transaction = database.backendDB().transaction(names, 'readwrite');
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('The write was given up.', 'AbortError'));
    try {
      write(({ name }) => transaction.objectStore(name));
      transaction.commit();
    } catch (error) {
      reject(error);
      transaction.abort();
    }
  });
}
