import { type AttemptEvent, type AttemptState, stateOf } from '#domain/attempt.ts';
import type { KnownAttempt } from './attempt-store.ts';
import type { AttemptRow, NewEventRow } from './database.ts';

/** An attempt that this page opened or started. */
export interface HeldAttempt extends KnownAttempt {
  readonly events: AttemptEvent[];
  /** Whoever wants to be told of each event that is added. */
  readonly followers: Set<(event: AttemptEvent) => void>;
}

/** What this page knows of attempts: the log itself, as long as there is no disk to read it from. */
export interface KnownAttempts {
  hold(known: KnownAttempt): HeldAttempt;
  get(attemptId: string): HeldAttempt | undefined;
  all(): readonly HeldAttempt[];
  /** All of it as the disk would hold it. */
  rows(): { readonly attempts: readonly AttemptRow[]; readonly events: readonly NewEventRow[] };
  forget(): void;
  newest(problemId: string): HeldAttempt | null;
  /** `states`, with what this page knows better. */
  amend(states: Readonly<Record<string, Exclude<AttemptState, 'new'>>>): Record<string, Exclude<AttemptState, 'new'>>;
}

export function createKnownAttempts(): KnownAttempts {
  const held = new Map<string, HeldAttempt>();
  return {
    hold(known) {
      const one = heldAttempt(known);
      held.set(known.attempt.id, one);
      return one;
    },
    get: (attemptId) => held.get(attemptId),
    all: () => [...held.values()],
    rows: () => ({
      attempts: [...held.values()].map(({ attempt }) => attempt),
      events: [...held.values()].flatMap(({ attempt, events }) =>
        events.map((event) => ({ attemptId: attempt.id, problemId: attempt.problemId, event })),
      ),
    }),
    forget: () => held.clear(),
    newest: (problemId) =>
      [...held.values()]
        .filter(({ attempt }) => attempt.problemId === problemId)
        .reduce<HeldAttempt | null>(
          (best, one) => (best !== null && best.attempt.startedAt > one.attempt.startedAt ? best : one),
          null,
        ),
    amend(states) {
      const amended = { ...states };
      for (const { attempt, events } of held.values()) {
        const state = stateOf(events);
        if (state !== 'new' && amended[attempt.problemId] !== 'solved') amended[attempt.problemId] = state;
      }
      return amended;
    },
  };
}

export function heldAttempt({ attempt, events }: KnownAttempt): HeldAttempt {
  return { attempt, events: [...events], followers: new Set() };
}
