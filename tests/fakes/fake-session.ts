import type { AttemptEntry, AttemptEvent } from '#domain/attempt.ts';
import type { AttemptSession, SessionAccess } from '#storage/attempt-log.ts';

export interface FakeSession extends AttemptSession {
  readonly appended: readonly AttemptEntry[];
  readonly isClosed: () => boolean;
  /** Another tab takes over, or lets go. */
  readonly setAccess: (access: SessionAccess) => void;
}

/** A session in memory that began with `draft`, after the events of `past`. */
export function createFakeSession(draft: string, past: readonly AttemptEntry[] = []): FakeSession {
  const opened: AttemptEntry = { type: 'opened', problemId: 'auc', code: draft };
  const events: AttemptEvent[] = [...past, opened].map((entry, at) => ({ ...entry, at, session: 's' }));
  const appended: AttemptEntry[] = [];
  const followers = new Set<(event: AttemptEvent) => void>();
  const watchers = new Set<() => void>();
  let access: SessionAccess = { kind: 'writing' };
  const setAccess = (next: SessionAccess): void => {
    access = next;
    for (const watcher of [...watchers]) watcher();
  };
  let closed = false;
  return {
    attemptId: 'a',
    draft,
    events,
    appended,
    isClosed: () => closed,
    append(entry) {
      appended.push(entry);
      const event: AttemptEvent = { ...entry, at: events.length, session: 's' };
      events.push(event);
      for (const follower of [...followers]) follower(event);
    },
    now: () => events.length,
    subscribe(listener) {
      followers.add(listener);
      return () => followers.delete(listener);
    },
    access: () => access,
    subscribeAccess(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    takeOver: async () => setAccess({ kind: 'outdated' }),
    takeIfFree: async () => {},
    setAccess,
    flush: async () => {},
    close: async () => {
      closed = true;
    },
  };
}
