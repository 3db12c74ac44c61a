import { Dexie } from 'dexie';
import { type AttemptEvent, type AttemptState, draftOf, runKey } from '#domain/attempt.ts';
import type { UseDatabase } from './connection.ts';
import type { AttemptRow, Database, NewEventRow } from './database.ts';
import { createDigests } from './digest.ts';
import { writeEvents } from './write-now.ts';

export interface KnownAttempt {
  readonly attempt: AttemptRow;
  /** A digest of the attempt's log: see `AttemptSession.events`. */
  readonly events: readonly AttemptEvent[];
}

/** The new session's `opened` is the last of `events`, and `draft` its text. */
export interface BegunAttempt extends KnownAttempt {
  readonly draft: string;
}

/** The log on disk. Everything rejects as Dexie does; a rejected write has written nothing. */
export interface AttemptStore {
  /**
   * Continues the problem's newest attempt, or starts `fresh` where there is none or it has ended, in one transaction: two tabs
   * cannot start two.
   */
  begin(fresh: AttemptRow, starter: string, stamp: { at: number; session: string }): Promise<BegunAttempt>;
  /** The problem's newest attempt, or null. */
  read(problemId: string): Promise<KnownAttempt | null>;
  attempt(attemptId: string): Promise<AttemptRow | null>;
  /** Writes all of it or nothing; `attempts` are those that are not on disk yet. */
  write(rows: readonly NewEventRow[], attempts: readonly AttemptRow[]): Promise<void>;
  history(attemptId: string): Promise<readonly AttemptEvent[]>;
  /** The problems that are not new. */
  states(): Promise<Record<string, Exclude<AttemptState, 'new'>>>;
}

export function createAttemptStore(database: Database, use: UseDatabase): AttemptStore {
  const { attempts, events } = database;
  const digests = createDigests(database);
  /** Whether an attempt's draft differs from its starter, as of its newest text event. Only spares reading it again. */
  const changed = new Map<string, { readonly seq: number; readonly changed: boolean }>();

  const newestAttempt = (problemId: string) =>
    attempts.where('[problemId+startedAt]').between([problemId, Dexie.minKey], [problemId, Dexie.maxKey]).last();

  const isChanged = async (attemptId: string): Promise<boolean> => {
    const newest = await digests.newestText(attemptId);
    if (newest === undefined) return false;
    const known = changed.get(attemptId);
    if (known?.seq === newest.seq) return known.changed;
    const [first, rows] = await Promise.all([digests.firstOpened(attemptId), digests.draftRows(attemptId, newest)]);
    const draft = draftOf(rows.map(({ event }) => event));
    const answer = first?.event.type === 'opened' && draft !== null && draft !== first.event.code;
    changed.set(attemptId, { seq: newest.seq, changed: answer });
    return answer;
  };

  return {
    begin: (fresh, starter, stamp) =>
      use(() =>
        database.transaction('rw', attempts, events, database.summaries, async () => {
          const { problemId } = fresh;
          const newest = await newestAttempt(problemId);
          const goesOn = newest !== undefined && !(await digests.hasEnded(newest.id));
          const attempt = goesOn ? newest : after(newest, fresh);
          if (!goesOn) await attempts.add(attempt);
          const past = goesOn ? await digests.of(attempt.id) : [];
          const draft = draftOf(past) ?? starter;
          const opened: AttemptEvent = { type: 'opened', problemId, code: draft, ...stamp };
          await Promise.all([
            events.add({ attemptId: attempt.id, problemId, event: opened }),
            database.summaries.delete(attempt.id),
          ]);
          return { attempt, draft, events: [...past, opened] };
        }),
      ),

    read: (problemId) =>
      use(() =>
        database.transaction('r', attempts, events, async () => {
          const attempt = await newestAttempt(problemId);
          return attempt === undefined ? null : { attempt, events: await digests.of(attempt.id) };
        }),
      ),

    attempt: (attemptId) => use(async () => (await attempts.get(attemptId)) ?? null),

    write: (rows, unsaved) => use(() => writeEvents(database, rows, unsaved)),

    history: (attemptId) => use(async () => (await digests.all(attemptId)).map(({ event }) => event)),

    states: () =>
      use(() =>
        database.transaction('r', attempts, events, async () => {
          const [all, submitted, accepted] = await Promise.all([
            attempts.toArray(),
            events
              .where('[event.type+problemId+event.session+event.runId]')
              .between(['submitted', Dexie.minKey], ['submitted', Dexie.maxKey])
              .keys(),
            events.where({ 'event.type': 'run-finished', 'event.verdict': 'Accepted' }).toArray(),
          ]);
          const acceptedRuns = new Set<string>();
          for (const { event } of accepted) {
            if (event.type === 'run-finished') acceptedRuns.add(runKey(event.session, event.runId));
          }
          const states: Record<string, 'attempted' | 'solved'> = {};
          // An index key is what `[event.type+problemId+event.session+event.runId]` says: no row need be read for it.
          for (const [, problemId, session, runId] of submitted as unknown as [string, string, string, string][]) {
            if (states[problemId] !== 'solved') {
              states[problemId] = acceptedRuns.has(runKey(session, runId)) ? 'solved' : 'attempted';
            }
          }
          // One after the other, the newest first: often it decides, and a thousand questions at once would stop the page.
          for (const { id, problemId } of all.sort((a, b) => b.startedAt - a.startedAt)) {
            if (states[problemId] === undefined && (await isChanged(id))) states[problemId] = 'attempted';
          }
          return states;
        }),
      ),
  };
}

/** `fresh`, newer than the attempt before it: by then the wall clock may have been set back. */
export function after(before: AttemptRow | undefined, fresh: AttemptRow): AttemptRow {
  return before === undefined ? fresh : { ...fresh, startedAt: Math.max(fresh.startedAt, before.startedAt + 1) };
}
