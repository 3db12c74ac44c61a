import type { AttemptEntry, AttemptEvent } from '#domain/attempt.ts';
import type { AttemptSession } from '#storage/attempt-log.ts';

export interface FakeSession extends AttemptSession {
  readonly appended: readonly AttemptEntry[];
  readonly isClosed: () => boolean;
}

/** A session in memory that began with `draft`, after the events of `past`. */
export function createFakeSession(draft: string, past: readonly AttemptEntry[] = []): FakeSession {
  const opened: AttemptEntry = { type: 'opened', problemId: 'auc', code: draft };
  const events: AttemptEvent[] = [...past, opened].map((entry, at) => ({ ...entry, at, session: 's' }));
  const appended: AttemptEntry[] = [];
  let closed = false;
  return {
    attemptId: 'a',
    draft,
    events,
    appended,
    isClosed: () => closed,
    append(entry) {
      appended.push(entry);
      events.push({ ...entry, at: events.length, session: 's' });
    },
    flush: async () => {},
    close: async () => {
      closed = true;
    },
  };
}
