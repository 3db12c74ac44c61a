import type { AttemptEvent } from '#domain/attempt.ts';
import { type AttemptSummary, SUMMARY_VERSION, summaryOf } from '#domain/summary.ts';
import type { UseDatabase } from './connection.ts';
import type { AttemptRow, Database, SummaryRow } from './database.ts';

export interface SummarisedAttempt {
  readonly attempt: AttemptRow;
  readonly summary: AttemptSummary;
}

/** Rows that are read at a time: a browser unpacks all of them in one task. */
const ROWS_AT_ONCE = 200;

/** Summaries of logs of so many events are made elsewhere: a long one alone can take a tenth of a second. */
const MANY_EVENTS = 1000;

/** The summaries of the attempts on disk. Rejects as Dexie does. */
export interface SummaryStore {
  /** In no particular order; those that are missing or outdated are made, and kept. */
  all(): Promise<readonly SummarisedAttempt[]>;
}

/** Makes and keeps the summaries of attempts off the page's thread. Resolves also when it could not. */
export type SummariseElsewhere = (databaseName: string, attemptIds: readonly string[]) => Promise<void>;

export function createSummaryStore(
  database: Database,
  use: UseDatabase,
  summariseElsewhere: SummariseElsewhere | null,
): SummaryStore {
  const { attempts } = database;
  return {
    all: () =>
      use(async () => {
        const rows = await attempts.toArray();
        let kept = await keptSummaries(database);
        const missing = rows.map(({ id }) => id).filter((id) => !kept.has(id));
        if (summariseElsewhere !== null && (await haveManyEvents(database, missing))) {
          await summariseElsewhere(database.name, missing);
          kept = await keptSummaries(database);
        }
        const found: SummarisedAttempt[] = [];
        for (const attempt of rows) {
          found.push({ attempt, summary: kept.get(attempt.id) ?? (await summarise(database, attempt.id)) });
        }
        return found;
      }),
  };
}

/** Makes the summary of an attempt, and keeps it unless the attempt has changed meanwhile. */
export async function summarise(database: Database, attemptId: string): Promise<AttemptSummary> {
  const { attempts, events, summaries } = database;
  const all: AttemptEvent[] = [];
  let seq = Number.NEGATIVE_INFINITY;
  for (;;) {
    const rows = await rowsAfter(database, attemptId, seq);
    for (const row of rows) all.push(row.event);
    seq = rows.at(-1)?.seq ?? seq;
    if (rows.length < ROWS_AT_ONCE) break;
  }
  const summary = summaryOf(all);
  // What was written since it was read has found no summary to delete: then this one must not be kept.
  await database.transaction('rw', attempts, events, summaries, async () => {
    const [attempt, more] = await Promise.all([attempts.get(attemptId), rowsAfter(database, attemptId, seq)]);
    if (attempt === undefined || more.length > 0) return;
    await summaries.put({ attemptId, version: SUMMARY_VERSION, summary });
  });
  return summary;
}

async function keptSummaries({ summaries }: Database): Promise<ReadonlyMap<string, AttemptSummary>> {
  const kept = new Map<string, AttemptSummary>();
  let after = '';
  for (;;) {
    const rows: readonly SummaryRow[] = await summaries.where('attemptId').above(after).limit(ROWS_AT_ONCE).toArray();
    for (const row of rows) if (row.version === SUMMARY_VERSION) kept.set(row.attemptId, row.summary);
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_AT_ONCE) return kept;
    after = last.attemptId;
  }
}

function rowsAfter({ events }: Database, attemptId: string, seq: number) {
  return events
    .where('[attemptId+seq]')
    .between([attemptId, seq], [attemptId, Number.POSITIVE_INFINITY], false)
    .limit(ROWS_AT_ONCE)
    .toArray();
}

async function haveManyEvents({ events }: Database, attemptIds: readonly string[]): Promise<boolean> {
  // Every attempt costs a transaction or two, however short it is.
  let weight = 0;
  for (const attemptId of attemptIds) {
    weight += 20 + (await events.where('[attemptId+seq]').between([attemptId, 0], [attemptId, Infinity]).count());
    if (weight >= MANY_EVENTS) return true;
  }
  return false;
}
