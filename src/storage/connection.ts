import type { Database } from './database.ts';

/** Does something with the database; opens it anew, once a use, when the connection was lost. */
export type UseDatabase = <T>(use: () => Promise<T>) => Promise<T>;

/** A connection can be lost for good (storage cleared, an upgrade in another tab): then it is made anew. */
export function reopening(database: Database): UseDatabase {
  return async (use) => {
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
}

/** Opens the database, or rejects with a `TimeoutError` when it does not answer within `timeoutMs`. */
export async function openInTime(database: Database, timeoutMs: number): Promise<void> {
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
