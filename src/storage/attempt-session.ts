import type { AttemptEntry, AttemptEvent, SessionId } from '#domain/attempt.ts';
import type { AttemptLock } from './attempt-locks.ts';
import type { AttemptSession, SessionAccess } from './attempt-log.ts';
import { createCheckpoints } from './checkpoints.ts';
import type { HeldAttempt } from './known-attempts.ts';

/** Reading a hundred edits costs a page about 2 ms; a whole text costs the disk a few kilobytes. */
const CHECKPOINT_EVERY = 500;

const OUTDATED: SessionAccess = { kind: 'outdated' };

export interface SessionOptions {
  readonly held: HeldAttempt;
  readonly lock: AttemptLock;
  /** Whether this tab was the one to write when the attempt was read. */
  readonly writes: boolean;
  readonly session: SessionId;
  readonly draft: string;
  readonly now: () => number;
  readonly flush: () => Promise<void>;
  readonly write: (event: AttemptEvent) => void;
  readonly checkpointEvery?: number;
}

export function createSession(options: SessionOptions): AttemptSession {
  const { held, lock, writes, session, draft, now, flush, write } = options;
  const { attempt, events, followers } = held;
  const checkpoints = createCheckpoints(draft, options.checkpointEvery ?? CHECKPOINT_EVERY);
  let access: SessionAccess = lock.access();
  if (access.kind === 'writing' && !writes) access = OUTDATED;
  const watchers = new Set<() => void>();
  const unwatch = lock.subscribe(() => {
    const next = lock.access();
    // Once it has only read, the session does not know what was written meanwhile.
    access = next.kind === 'writing' && access.kind !== 'writing' ? OUTDATED : next;
    for (const watcher of [...watchers]) watcher();
  });
  const append = (entry: AttemptEntry): void => {
    const event: AttemptEvent = { ...plain(entry), at: now(), session };
    events.push(event);
    write(event);
    for (const follower of [...followers]) follower(event);
  };
  return {
    attemptId: attempt.id,
    draft,
    events,
    append(entry) {
      if (access.kind !== 'writing') return;
      append(entry);
      const checkpoint = checkpoints.after(entry);
      if (checkpoint !== null) append({ type: 'replaced', code: checkpoint, reason: 'checkpoint' });
    },
    now,
    subscribe(listener) {
      followers.add(listener);
      return () => followers.delete(listener);
    },
    flush,
    access: () => access,
    subscribeAccess(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    takeOver: lock.takeOver,
    takeIfFree: lock.takeIfFree,
    async close() {
      unwatch();
      await flush();
      lock.release();
    },
  };
}

/** Only what the log keeps: Monaco's changes carry more, and belong to Monaco. */
function plain(entry: AttemptEntry): AttemptEntry {
  if (entry.type !== 'edited') return entry;
  return {
    type: 'edited',
    changes: entry.changes.map(({ rangeOffset, rangeLength, text }) => ({ rangeOffset, rangeLength, text })),
  };
}
