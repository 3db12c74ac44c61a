import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Card, Grade } from '#domain/cards.ts';
import type { AttemptLog, SummarisedAttempt } from '#storage/attempt-log.ts';
import { inSlices } from './in-slices.ts';

export type QueueState =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'ready';
      /** All attempts, newest first. */
      readonly attempts: readonly SummarisedAttempt[];
      readonly cards: readonly Card[];
      /** Those of `cards` that are due as of `now`, which has waited longest first. */
      readonly due: readonly Card[];
      /** When the next one will be, in ms since the epoch; null where none waits. */
      readonly nextDue: number | null;
      readonly now: number;
    };

/** What the candidate said of a case before it was shown. */
export interface Answer {
  readonly returns: string;
  readonly why: string;
}

/** The review queue of all problems, as the log tells it; one for the whole app. */
export interface ReviewQueue {
  readonly store: StoreApi<QueueState>;
  /** Reads the log anew. Never rejects: an attempt log tells its troubles itself. */
  refresh(): Promise<void>;
  /** As `refresh`, but only where this page has written to the log since it was read. */
  keepFresh(): void;
  /** Looks at the clock: cards fall due while a page is open. */
  tick(): void;
  grade(card: Card, grade: Grade, answer: Answer | null): Promise<void>;
  /** Puts a card away, or takes it out again. */
  suspend(card: Card, suspended: boolean): Promise<void>;
}

export interface ReviewQueueCollaborators {
  readonly log: Promise<Pick<AttemptLog, 'summaries' | 'annotate' | 'subscribe'>>;
  /** Ms since the epoch. */
  readonly now?: () => number;
}

export function createReviewQueue({ log, now = Date.now }: ReviewQueueCollaborators): ReviewQueue {
  const store = createStore<QueueState>(() => ({ kind: 'loading' }));
  let reading: Promise<void> | null = null;
  let again = false;
  let stale = true;
  void log.then((opened) =>
    opened.subscribe(() => {
      stale = true;
    }),
  );

  const read = async (): Promise<void> => {
    // Scheduling comes down only once something is to be scheduled.
    const [attempts, { foldCards, dueCards, nextDueAt }] = await Promise.all([
      log.then((opened) => opened.summaries()),
      import('#domain/cards.ts'),
    ]);
    const before = store.getState();
    const cards = await inSlices(foldCards(attempts, before.kind === 'ready' ? before.cards : []));
    const at = now();
    store.setState(
      { kind: 'ready', attempts, cards, due: dueCards(cards, at), nextDue: nextDueAt(cards, at), now: at },
      true,
    );
  };

  /** One reading at a time; what is asked for meanwhile is one more, after it. */
  const refresh = (): Promise<void> => {
    if (reading !== null) {
      again = true;
      return reading;
    }
    reading = (async () => {
      do {
        again = false;
        stale = false;
        await read();
      } while (again);
    })().finally(() => {
      reading = null;
    });
    return reading;
  };

  return {
    store,
    refresh,
    keepFresh() {
      if (stale) void refresh();
    },
    tick() {
      const state = store.getState();
      if (state.kind === 'ready' && state.nextDue !== null && state.nextDue <= now()) void refresh();
    },
    async grade(card, grade, answer) {
      const { attemptId } = card.failed;
      const entry = { type: 'reviewed', case: card.case, grade } as const;
      await (await log).annotate(attemptId, answer === null ? entry : { ...entry, answer });
      await refresh();
    },
    async suspend(card, suspended) {
      const opened = await log;
      const attempts = suspended ? [card.failed.attemptId] : card.suspendedIn;
      for (const attemptId of attempts) {
        await opened.annotate(attemptId, { type: 'card-suspended', case: card.case, suspended });
      }
      await refresh();
    },
  };
}
