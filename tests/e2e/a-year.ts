/** Attempts that nobody made: written into the page's own log, so that a year of them is there at once. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import type { AttemptEntry, AttemptEvent } from '../../src/domain/attempt.ts';
import type { Verdict } from '../../src/domain/verdict.ts';

export interface SeededAttempt {
  readonly id: string;
  readonly problemId: string;
  readonly startedAt: number;
  readonly events: readonly AttemptEvent[];
}

interface CaseName {
  readonly name: string;
  readonly edge: string;
}

const problemsUrl = new URL('../../problems/', import.meta.url);

function read(path: string): string {
  return readFileSync(fileURLToPath(new URL(path, problemsUrl)), 'utf8');
}

const known = new Map<string, readonly CaseName[]>();

export function casesOf(problemId: string): readonly CaseName[] {
  const cases = known.get(problemId) ?? (parse(read(`${problemId}/cases.yaml`)) as readonly CaseName[]);
  known.set(problemId, cases);
  return cases;
}

/** An attempt that submits `code` once, at `at`; `verdictOf` says how each case goes, of the first `most`. */
export function anAttempt(
  problemId: string,
  at: number,
  code: string,
  verdictOf: (item: CaseName) => Verdict,
  more: readonly AttemptEntry[] = [],
  most = Number.POSITIVE_INFINITY,
): SeededAttempt {
  const id = `${problemId}-${at}`;
  const cases = casesOf(problemId).slice(0, most);
  const results = cases.map((item, index) => ({ ...item, index, verdict: verdictOf(item) }));
  const whole = results.find(({ verdict }) => verdict !== 'Accepted')?.verdict ?? 'Accepted';
  const entries: AttemptEntry[] = [
    { type: 'opened', problemId, code: read(`${problemId}/starter.py`) },
    ...more,
    { type: 'replaced', code, reason: 'pasted' },
    { type: 'submitted', runId: '1' },
    ...results.map(
      ({ index, name, edge, verdict }): AttemptEntry => ({
        type: 'case-finished',
        runId: '1',
        index,
        name,
        edge,
        verdict,
        ms: 1,
      }),
    ),
    { type: 'run-finished', runId: '1', verdict: whole },
    { type: 'ended', reason: whole === 'Accepted' ? 'solved' : 'new-attempt' },
  ];
  const session = `session-of-${id}`;
  const events = entries.map((entry, i): AttemptEvent => ({ ...entry, at: at + i * 1000, session }));
  return { id, problemId, startedAt: at, events };
}

/** Of each attempt: writing tens of thousands of events takes its time. */
const CASES_OF_A_YEAR = 12;

const YEAR_MS = 365 * 86_400_000;

/** `count` attempts over the year before `now`, of all kinds of success; the same for the same arguments. */
export function aYear(problemIds: readonly string[], count: number, now: number): readonly SeededAttempt[] {
  let state = 1;
  const random = () => {
    // A linear congruential generator (Numerical Recipes): the same year on every machine.
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
  const typed = (text: string): AttemptEntry => ({
    type: 'edited',
    changes: [{ rangeOffset: 0, rangeLength: 0, text }],
  });
  return Array.from({ length: count }, (_, i) => {
    const problemId = problemIds[Math.floor(random() * problemIds.length)] ?? 'roc-auc';
    const skill = 0.6 + (0.4 * i) / count;
    const edits = Array.from({ length: 5 }, () => typed('# x\n'));
    const at = Math.floor(now - YEAR_MS + (YEAR_MS * i) / count);
    return anAttempt(
      problemId,
      at,
      read(`${problemId}/starter.py`),
      () => (random() < skill ? 'Accepted' : 'Wrong Answer'),
      edits,
      CASES_OF_A_YEAR,
    );
  });
}

/** Writes attempts into the log of an open page. The page must be reloaded to see them. */
export async function seed(page: Page, attempts: readonly SeededAttempt[]): Promise<void> {
  // Opened before the page has made it, the database would be one of ours, and empty.
  await page.waitForFunction(async () => (await indexedDB.databases()).some(({ name }) => name === 'edgewise'));
  for (let i = 0; i < attempts.length; i += 100) {
    await page.evaluate(
      async (some) => {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open('edgewise');
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(opening.error);
        });
        const transaction = database.transaction(['attempts', 'events'], 'readwrite');
        const finished = new Promise<void>((resolve, reject) => {
          transaction.oncomplete = () => resolve();
          transaction.onabort = () => reject(transaction.error);
        });
        for (const { id, problemId, startedAt, events } of some) {
          transaction.objectStore('attempts').put({ id, problemId, startedAt });
          for (const event of events) transaction.objectStore('events').add({ attemptId: id, problemId, event });
        }
        await finished;
        database.close();
      },
      attempts.slice(i, i + 100),
    );
  }
}
