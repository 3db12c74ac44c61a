import { Dexie } from 'dexie';
import { type AttemptEvent, type AttemptState, draftOf, runKey } from '#domain/attempt.ts';
import type { AttemptRow, Database, EventRow, NewEventRow } from './database.ts';

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
  /** Continues the problem's newest attempt, or starts `fresh`, in one transaction: two tabs cannot start two. */
  begin(fresh: AttemptRow, starter: string, stamp: { at: number; session: string }): Promise<BegunAttempt>;
  /** The problem's newest attempt, or null. */
  read(problemId: string): Promise<KnownAttempt | null>;
  /** Writes all of it or nothing; `attempts` are those that are not on disk yet. */
  write(rows: readonly NewEventRow[], attempts: readonly AttemptRow[]): Promise<void>;
  history(attemptId: string): Promise<readonly AttemptEvent[]>;
  /** The problems that are not new. */
  states(): Promise<Record<string, Exclude<AttemptState, 'new'>>>;
}

export function createAttemptStore(database: Database): AttemptStore {
  const { attempts, events } = database;
  /** Whether an attempt's draft differs from its starter, as of its newest text event. Only spares reading it again. */
  const changed = new Map<string, { readonly seq: number; readonly changed: boolean }>();

  const newestAttempt = (problemId: string) =>
    attempts.where('[problemId+startedAt]').between([problemId, Dexie.minKey], [problemId, Dexie.maxKey]).last();

  const firstOpened = (attemptId: string) => events.where({ attemptId, 'event.type': 'opened' }).first();

  const newestText = async (attemptId: string): Promise<EventRow | undefined> => {
    const newest = await Promise.all(TEXT_TYPES.map((type) => events.where({ attemptId, 'event.type': type }).last()));
    return newest.reduce(later, undefined);
  };

  /** The rows that the draft follows from: the last whole text of the newest text session, and the edits since. */
  const draftRows = async (attemptId: string, newest: EventRow | undefined): Promise<readonly EventRow[]> => {
    if (newest === undefined) return [];
    if (newest.event.type !== 'edited') return [newest];
    const { session } = newest.event;
    const wholes = await Promise.all(
      WHOLE_TYPES.map((type) =>
        events
          .where('[event.session+event.type+seq]')
          .between([session, type, Dexie.minKey], [session, type, Dexie.maxKey])
          .last(),
      ),
    );
    const base = wholes.reduce(later, undefined);
    // Never written by us. Other sessions may still hold a text, so let the projection see everything.
    if (base === undefined) return readAll(attemptId);
    const edits = await events
      .where('[event.session+event.type+seq]')
      .between([session, 'edited', base.seq], [session, 'edited', Dexie.maxKey])
      .toArray();
    return [base, ...edits];
  };

  const readAll = (attemptId: string) =>
    events.where('[attemptId+seq]').between([attemptId, Dexie.minKey], [attemptId, Dexie.maxKey]).toArray();

  const digest = async (attemptId: string): Promise<readonly AttemptEvent[]> => {
    const [first, text, landmarks] = await Promise.all([
      firstOpened(attemptId),
      newestText(attemptId).then((newest) => draftRows(attemptId, newest)),
      events
        .where('[attemptId+event.type]')
        .anyOf(LANDMARK_TYPES.map((type) => [attemptId, type]))
        .toArray(),
    ]);
    const rows = new Map<number, EventRow>();
    for (const row of [...(first === undefined ? [] : [first]), ...text, ...landmarks]) rows.set(row.seq, row);
    return [...rows.values()].sort((a, b) => a.seq - b.seq).map(({ event }) => event);
  };

  const isChanged = async (attemptId: string): Promise<boolean> => {
    const newest = await newestText(attemptId);
    if (newest === undefined) return false;
    const known = changed.get(attemptId);
    if (known?.seq === newest.seq) return known.changed;
    const [first, rows] = await Promise.all([firstOpened(attemptId), draftRows(attemptId, newest)]);
    const draft = draftOf(rows.map(({ event }) => event));
    const answer = first?.event.type === 'opened' && draft !== null && draft !== first.event.code;
    changed.set(attemptId, { seq: newest.seq, changed: answer });
    return answer;
  };

  return {
    begin: (fresh, starter, stamp) =>
      database.transaction('rw', attempts, events, async () => {
        const { problemId } = fresh;
        const newest = await newestAttempt(problemId);
        const attempt = newest ?? fresh;
        if (newest === undefined) await attempts.add(fresh);
        const past = newest === undefined ? [] : await digest(attempt.id);
        const draft = draftOf(past) ?? starter;
        const opened: AttemptEvent = { type: 'opened', problemId, code: draft, ...stamp };
        await events.add({ attemptId: attempt.id, problemId, event: opened });
        return { attempt, draft, events: [...past, opened] };
      }),

    read: (problemId) =>
      database.transaction('r', attempts, events, async () => {
        const attempt = await newestAttempt(problemId);
        return attempt === undefined ? null : { attempt, events: await digest(attempt.id) };
      }),

    write: (rows, unsaved) => writeNow(database, rows, unsaved),

    history: async (attemptId) => (await readAll(attemptId)).map(({ event }) => event),

    states: () =>
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
        const undecided = all.filter(({ problemId }) => states[problemId] === undefined);
        const changes = await Promise.all(undecided.map(({ id }) => isChanged(id)));
        undecided.forEach(({ problemId }, i) => {
          if (changes[i]) states[problemId] = 'attempted';
        });
        return states;
      }),
  };
}

const TEXT_TYPES = ['opened', 'edited', 'replaced'] as const satisfies readonly AttemptEvent['type'][];
const WHOLE_TYPES = ['opened', 'replaced'] as const satisfies readonly AttemptEvent['type'][];
const LANDMARK_TYPES = [
  'ran',
  'submitted',
  'run-finished',
  'hint-shown',
  'editorial-shown',
] as const satisfies readonly AttemptEvent['type'][];

/**
 * Not through Dexie, whose transactions begin some promises later and commit when they notice that they are done: a page that
 * is going has no such time. Here everything, `commit` included, has been asked for when the call returns.
 */
function writeNow(database: Database, rows: readonly NewEventRow[], unsaved: readonly AttemptRow[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const { attempts, events } = database;
    const transaction = database.backendDB().transaction([attempts.name, events.name], 'readwrite');
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('The write was given up.', 'AbortError'));
    try {
      for (const attempt of unsaved) transaction.objectStore(attempts.name).put(attempt);
      for (const row of rows) transaction.objectStore(events.name).add(row);
      transaction.commit();
    } catch (error) {
      reject(error);
      transaction.abort();
    }
  });
}

function later(a: EventRow | undefined, b: EventRow | undefined): EventRow | undefined {
  return a === undefined || (b !== undefined && b.seq > a.seq) ? b : a;
}
