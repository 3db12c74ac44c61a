import { createEmptyCard, fsrs, type Card as Schedule, State } from 'ts-fsrs';
import type { SessionId } from './attempt.ts';
import type { AttemptSummary } from './summary.ts';
import type { Verdict } from './verdict.ts';

/** As FSRS grades: 1 again, 2 hard, 3 good, 4 easy. */
export type Grade = 1 | 2 | 3 | 4;

export const GRADES = [1, 2, 3, 4] as const satisfies readonly Grade[];

export const GRADE_NAMES: Readonly<Record<Grade, string>> = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' };

/** What the projections below read of an attempt. */
export interface AttemptInShort {
  readonly attempt: { readonly id: string; readonly problemId: string; readonly startedAt: number };
  readonly summary: AttemptSummary;
}

/** A case that was failed once, to be gone over until it is foreseen. Times are in ms since the epoch. */
export interface Card {
  /** Unique among cards; good for addresses. */
  readonly key: string;
  readonly problemId: string;
  readonly case: string;
  readonly edge: string;
  /** In how many attempts the case failed. */
  readonly failures: number;
  /** Of the first failure ever. */
  readonly createdAt: number;
  /** The run that failed it first in the newest attempt that did: the code to go over. */
  readonly failed: {
    readonly attemptId: string;
    readonly session: SessionId;
    readonly runId: string;
    readonly at: number;
    readonly verdict: Verdict;
  };
  readonly due: number;
  /** As ts-fsrs keeps it. */
  readonly schedule: Schedule;
  /** Grades so far, those that attempts gave included. */
  readonly grades: readonly { readonly at: number; readonly grade: Grade; readonly by: 'review' | 'attempt' }[];
  /** Comes back again and again: going over it once more is not what will help. */
  readonly leech: boolean;
  /** Attempts that say that the card is put away; empty for a card that is in use. */
  readonly suspendedIn: readonly string[];
}

/** FSRS's default parameters, learning steps included; without fuzz, so that the schedule follows from the log alone. */
const scheduler = fsrs({ enable_fuzz: false });

/** So many grades of Again make a leech. */
export const LEECH_AGAINS = 6;

export function cardKey(problemId: string, caseName: string): string {
  return `${problemId}/${caseName}`;
}

/**
 * One card for every case (problem and name) that any attempt failed, those due first in front. A card is new at the first
 * failure. After that, a later attempt that fails the case grades it Again, at its first failure; one whose last
 * submission passes it, without having failed it before, grades it Good, then; and each review grades it as it says.
 */
export function cardsOf(attempts: readonly AttemptInShort[]): readonly Card[] {
  const steps = foldCards(attempts, []);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * `cardsOf` in small steps, for who must not keep a page waiting. What `known`, the cards of an earlier fold, have scheduled
 * already is not worked out again.
 */
export function* foldCards(
  attempts: readonly AttemptInShort[],
  known: readonly Card[],
): Generator<undefined, readonly Card[]> {
  const before = new Map(known.map((card) => [card.key, card]));
  const decks = new Map<string, Deck>();
  const inOrder = attempts.toSorted((a, b) => a.attempt.startedAt - b.attempt.startedAt);
  for (const one of inOrder) {
    collect(one, decks);
    yield;
  }
  const cards: Card[] = [];
  for (const [key, deck] of decks) {
    const card = cardOf(key, deck, before.get(key));
    if (card === null) continue;
    cards.push(card);
    yield;
  }
  return cards.sort((a, b) => a.due - b.due);
}

/** What the attempts say of one case, attempts in the order in which they began. */
interface Deck {
  readonly problemId: string;
  readonly case: string;
  edge: string;
  failures: number;
  createdAt: number | null;
  failed: Card['failed'] | null;
  readonly grades: Card['grades'][number][];
  readonly suspendedIn: string[];
}

function collect({ attempt, summary }: AttemptInShort, decks: Map<string, Deck>): void {
  const { id, problemId } = attempt;
  const deckOf = (name: string, edge: string): Deck => {
    const key = cardKey(problemId, name);
    const known = decks.get(key);
    if (known !== undefined) return known;
    const fresh: Deck = {
      problemId,
      case: name,
      edge,
      failures: 0,
      createdAt: null,
      failed: null,
      grades: [],
      suspendedIn: [],
    };
    decks.set(key, fresh);
    return fresh;
  };
  for (const { name, edge, firstFailure, submitted } of summary.cases) {
    const deck = deckOf(name, edge);
    deck.edge = edge;
    if (firstFailure !== null) {
      const { at } = firstFailure;
      deck.failures += 1;
      deck.failed = { ...firstFailure, attemptId: id };
      if (deck.createdAt === null) deck.createdAt = at;
      else deck.grades.push({ at, grade: 1, by: 'attempt' });
    } else if (deck.createdAt !== null && submitted?.verdict === 'Accepted') {
      deck.grades.push({ at: submitted.at, grade: 3, by: 'attempt' });
    }
  }
  for (const { at, grade, case: name } of summary.reviews) deckOf(name, '').grades.push({ at, grade, by: 'review' });
  for (const name of summary.suspended) deckOf(name, '').suspendedIn.push(id);
}

function cardOf(key: string, deck: Deck, known: Card | undefined): Card | null {
  const { problemId, createdAt, failed, edge, failures, suspendedIn } = deck;
  if (createdAt === null || failed === null) return null;
  const grades = deck.grades.toSorted((a, b) => a.at - b.at);
  const schedule = scheduled(createdAt, grades, known);
  return {
    key,
    problemId,
    case: deck.case,
    edge,
    failures,
    createdAt,
    failed,
    due: schedule.due.getTime(),
    schedule,
    grades,
    leech: grades.filter(({ grade }) => grade === 1).length >= LEECH_AGAINS,
    suspendedIn,
  };
}

/** Goes on from what is known already, where these grades begin as those did. */
function scheduled(createdAt: number, grades: Card['grades'], known: Card | undefined): Schedule {
  const goesOn =
    known?.createdAt === createdAt &&
    known.grades.every(({ at, grade }, i) => at === grades[i]?.at && grade === grades[i].grade);
  let schedule = goesOn ? known.schedule : createEmptyCard(new Date(createdAt));
  // A clock that was set back may put a grade before what it follows; FSRS knows no time before the last.
  let latest = schedule.last_review?.getTime() ?? createdAt;
  for (const { at, grade } of grades.slice(goesOn ? known.grades.length : 0)) {
    latest = Math.max(latest, at);
    schedule = scheduler.next(schedule, new Date(latest), grade).card;
  }
  return schedule;
}

/** When the card would be due next after each grade given `now`. */
export function nextDues(card: Card, now: number): Readonly<Record<Grade, number>> {
  const last = card.schedule.last_review?.getTime() ?? now;
  const preview = scheduler.repeat(card.schedule, new Date(Math.max(now, last)));
  const due = (grade: Grade) => preview[grade].card.due.getTime();
  return { 1: due(1), 2: due(2), 3: due(3), 4: due(4) };
}

/** From when on the card counts as due: steps of minutes are kept to the minute, steps of days to the local day. */
export function dueFrom(card: Card): number {
  if (card.schedule.state !== State.Review) return card.due;
  const day = new Date(card.due);
  day.setHours(0, 0, 0, 0);
  return day.getTime();
}

/** In use and due, those that have waited longest first. */
export function dueCards(cards: readonly Card[], now: number): readonly Card[] {
  return cards.filter((card) => card.suspendedIn.length === 0 && dueFrom(card) <= now).sort((a, b) => a.due - b.due);
}

/** When the next card that is not due yet will be; null where there is none. */
export function nextDueAt(cards: readonly Card[], now: number): number | null {
  const later = cards.flatMap((card) => {
    const from = dueFrom(card);
    return card.suspendedIn.length === 0 && from > now ? [from] : [];
  });
  return later.length === 0 ? null : Math.min(...later);
}
