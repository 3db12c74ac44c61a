import type { AttemptInShort } from './cards.ts';
import { ORDINARY_EDGE } from './predictions.ts';
import type { AttemptSummary, CaseSummary, SubmissionSummary } from './summary.ts';

/** How an attempt went, as histories and trends tell it. */
export interface AttemptFigures {
  /** Accepted where any submission was, else as the last one; null when nothing was submitted. */
  readonly verdict: SubmissionSummary['verdict'] | 'not submitted';
  readonly solved: boolean;
  /** Whether the first submission was Accepted; null when nothing was submitted. */
  readonly firstTry: boolean | null;
  /** The case that was the first to fail. */
  readonly firstFailed: CaseSummary | null;
  /** Submitted cases, ordinary ones apart, whose edge class was predicted before; null when nothing was predicted or submitted. */
  readonly foreseen: { readonly cases: number; readonly of: number } | null;
}

export function figuresOf({ submissions, cases, foreseen }: AttemptSummary): AttemptFigures {
  const solved = submissions.some(({ verdict }) => verdict === 'Accepted');
  const failed = cases
    .filter(({ firstFailure }) => firstFailure !== null)
    .toSorted((a, b) => (a.firstFailure?.at ?? 0) - (b.firstFailure?.at ?? 0));
  const judged = cases.filter(({ edge, submitted }) => submitted !== null && edge !== ORDINARY_EDGE);
  const last = submissions.at(-1);
  return {
    verdict: solved ? 'Accepted' : last === undefined ? 'not submitted' : last.verdict,
    solved,
    firstTry: submissions[0] === undefined ? null : submissions[0].verdict === 'Accepted',
    firstFailed: failed[0] ?? null,
    foreseen:
      foreseen.length === 0 || judged.length === 0
        ? null
        : { cases: judged.filter(({ edge }) => foreseen.includes(edge)).length, of: judged.length },
  };
}

/** One week; shares are 0 to 1, and null where no attempt of the week has anything to say of it. */
export interface Week {
  /** Its Monday, local midnight, in ms since the epoch. */
  readonly from: number;
  readonly attempts: number;
  readonly solved: number;
  readonly firstTry: number | null;
  readonly speaking: number | null;
  readonly foreseen: number | null;
}

/** Every week from the first attempt's to that of `now`, the last `limit` of them. */
export function weeksOf(attempts: readonly AttemptInShort[], now: number, limit = 53): readonly Week[] {
  const byWeek = new Map<number, AttemptSummary[]>();
  for (const { summary } of attempts) {
    const week = mondayOf(summary.startedAt);
    const others = byWeek.get(week);
    if (others === undefined) byWeek.set(week, [summary]);
    else others.push(summary);
  }
  if (byWeek.size === 0) return [];
  const first = Math.min(...byWeek.keys());
  const weeks: Week[] = [];
  for (let from = mondayOf(now); from >= first && weeks.length < limit; from = mondayOf(from - 1)) {
    weeks.push(aWeek(from, byWeek.get(from) ?? []));
  }
  return weeks.reverse();
}

function aWeek(from: number, summaries: readonly AttemptSummary[]): Week {
  const figures = summaries.map(figuresOf);
  return {
    from,
    attempts: summaries.length,
    solved: figures.filter(({ solved }) => solved).length,
    firstTry: mean(figures.map(({ firstTry }) => (firstTry === null ? null : Number(firstTry)))),
    speaking: mean(summaries.map(({ speakingShare }) => speakingShare)),
    foreseen: mean(figures.map(({ foreseen }) => (foreseen === null ? null : foreseen.cases / foreseen.of))),
  };
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** Local midnight of the Monday on or before a time. */
function mondayOf(at: number): number {
  const day = new Date(at);
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() - ((day.getDay() + 6) % 7));
  return day.getTime();
}
