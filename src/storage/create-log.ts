import { type AttemptEntry, type AttemptEvent, draftOf } from '#domain/attempt.ts';
import { summaryOf } from '#domain/summary.ts';
import { createArchive } from './archive/archive.ts';
import { createAttemptLocks, pageTabs } from './attempt-locks.ts';
import type { AttemptLog, AttemptLogOptions } from './attempt-log.ts';
import { createSession } from './attempt-session.ts';
import { type AttemptStore, after, type BegunAttempt, type KnownAttempt } from './attempt-store.ts';
import { createAudioLog } from './audio-log.ts';
import type { UseDatabase } from './connection.ts';
import type { AttemptRow, Database } from './database.ts';
import { createEventLog } from './event-log.ts';
import { createKnownAttempts, heldAttempt } from './known-attempts.ts';
import { onPageLeaving } from './page-lifecycle.ts';
import { createHealthReport } from './persistence.ts';
import { randomId } from './random-id.ts';
import { createSteadyClock } from './steady-clock.ts';
import type { SummarisedAttempt, SummaryStore } from './summary-store.ts';

/** The parts of the log that are on disk. */
export interface Disk {
  readonly database: Database;
  readonly use: UseDatabase;
  readonly attempts: AttemptStore;
  readonly summaries: SummaryStore;
}

/** Joins disk and memory. `disk` null: in memory for good, for `reason`. */
export function createAttemptLog(disk: Disk | null, reason: string | null, options: AttemptLogOptions): AttemptLog {
  const now = options.now ?? createSteadyClock();
  const store = disk?.attempts ?? null;
  const known = createKnownAttempts();
  /** What this page adds to attempts that it need not have open comes under a session of its own. */
  const annotator = randomId();
  const health = createHealthReport(reason);
  const report = (): void => health.report([events.health(), audio.health()]);
  const events = createEventLog({ write: store && ((...args) => store.write(...args)), onAttempt: report });
  const audio = createAudioLog({ disk, onAttempt: report });
  const { flush } = events;
  const flushAll = async (): Promise<void> => {
    await Promise.all([flush(), audio.flush()]);
  };
  const locks = createAttemptLocks({
    // Tabs that share no disk have nothing to be kept apart.
    tabs: disk === null ? null : options.tabs === undefined ? pageTabs() : options.tabs,
    flush: flushAll,
  });
  (options.onLeaving ?? onPageLeaving)(() => void flushAll());
  const archive = createArchive({
    disk,
    flush: flushAll,
    unwritten: () => ({ ...(disk === null ? known.rows() : events.all()), audio: audio.unwritten() }),
    forget() {
      known.forget();
      events.discard();
      audio.discard();
    },
    onChanged: report,
    isWrittenElsewhere: locks.isHeldElsewhere,
    ...(options.askArchive !== undefined && { ask: options.askArchive }),
  });

  /** The problem's newest attempt, as far as it is known without writing. */
  const newest = async (problemId: string): Promise<KnownAttempt | null> => {
    const here = known.newest(problemId);
    // What could not be written is not on disk to be read: this page knows better.
    if (store === null || (here !== null && events.unwritten(here.attempt.id).length > 0)) return here;
    return store.read(problemId).catch(() => here);
  };

  const beginInMemory = async (fresh: AttemptRow, starter: string, stamp: Stamp): Promise<BegunAttempt> => {
    const { problemId } = fresh;
    const before = await newest(problemId);
    const goesOn = before !== null && !before.events.some(({ type }) => type === 'ended');
    const attempt = goesOn ? before.attempt : after(before?.attempt, fresh);
    const past = goesOn ? before.events : [];
    const draft = draftOf(past) ?? starter;
    const opened: AttemptEvent = { type: 'opened', problemId, code: draft, ...stamp };
    if (!goesOn) events.begin(attempt);
    events.add({ attemptId: attempt.id, problemId, event: opened });
    return { attempt, draft, events: [...past, opened] };
  };

  const begin = async (fresh: AttemptRow, starter: string, stamp: Stamp): Promise<BegunAttempt> => {
    await flush();
    if (store === null || events.health().kind === 'failing') return beginInMemory(fresh, starter, stamp);
    try {
      return await store.begin(fresh, starter, stamp);
    } catch (error) {
      health.report([{ kind: 'failing', error }]);
      return beginInMemory(fresh, starter, stamp);
    }
  };

  /** What `begin` would continue, without writing. */
  const look = async (fresh: AttemptRow, starter: string): Promise<BegunAttempt> => {
    const found = (await newest(fresh.problemId)) ?? { attempt: fresh, events: [] };
    return { ...found, draft: draftOf(found.events) ?? starter };
  };

  const attempt = async (attemptId: string): Promise<AttemptRow | null> =>
    known.get(attemptId)?.attempt ?? (await store?.attempt(attemptId).catch(() => null)) ?? null;

  const history = async (attemptId: string): Promise<readonly AttemptEvent[]> => {
    await flush();
    const written = await store?.history(attemptId).catch(() => null);
    if (written) return [...written, ...events.unwritten(attemptId)];
    return known.get(attemptId)?.events.slice() ?? [];
  };

  return {
    async open(problemId, starter) {
      const lock = await locks.hold(problemId);
      const stamp = { at: now(), session: randomId() };
      const fresh = { id: randomId(), problemId, startedAt: stamp.at };
      const writes = lock.access().kind === 'writing';
      const begun = writes ? await begin(fresh, starter, stamp) : await look(fresh, starter);
      const held = writes ? known.hold(begun) : heldAttempt(begun);
      return createSession({
        ...options,
        held,
        lock,
        writes,
        session: stamp.session,
        draft: begun.draft,
        now,
        flush,
        write: (event) => events.add({ attemptId: held.attempt.id, problemId, event }),
      });
    },

    async states() {
      await flush();
      const written = await store?.states().catch(() => null);
      if (written && health.persistence().kind === 'disk') return written;
      return known.amend(written ?? {});
    },

    history,

    async start(problemId, starter, code) {
      const stamp = { at: now(), session: randomId() };
      const before = await newest(problemId);
      const fresh = after(before?.attempt, { id: randomId(), problemId, startedAt: stamp.at });
      const opened: AttemptEvent = { type: 'opened', problemId, code: starter, ...stamp };
      const replaced: AttemptEvent[] =
        code === undefined ? [] : [{ type: 'replaced', code, reason: 'start', ...stamp }];
      const { attempt, events: first } = known.hold({ attempt: fresh, events: [opened, ...replaced] });
      events.begin(attempt);
      for (const event of first) events.add({ attemptId: attempt.id, problemId, event });
      await flush();
      return attempt.id;
    },

    attempt,

    async summaries() {
      await flush();
      const written = await disk?.summaries.all().catch(() => null);
      const found = new Map<string, SummarisedAttempt>();
      for (const one of written ?? []) found.set(one.attempt.id, one);
      for (const { attempt } of known.all()) {
        if (found.has(attempt.id) && events.unwritten(attempt.id).length === 0) continue;
        found.set(attempt.id, { attempt, summary: summaryOf(await history(attempt.id)) });
      }
      return [...found.values()].sort((a, b) => b.attempt.startedAt - a.attempt.startedAt);
    },

    async annotate(attemptId, entry: AttemptEntry) {
      const row = await attempt(attemptId);
      if (row === null) return;
      const event: AttemptEvent = { ...entry, at: now(), session: annotator };
      const held = known.get(attemptId);
      held?.events.push(event);
      events.add({ attemptId, problemId: row.problemId, event });
      for (const follower of [...(held?.followers ?? [])]) follower(event);
      await flush();
    },

    audio,
    archive,

    persistence: health.persistence,
    subscribe: health.subscribe,
  };
}

interface Stamp {
  readonly at: number;
  readonly session: string;
}
