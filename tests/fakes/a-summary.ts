import type { AttemptInShort } from '#domain/cards.ts';
import type { AttemptSummary, CaseSummary } from '#domain/summary.ts';
import type { Verdict } from '#domain/verdict.ts';

/** How a case fared: failed at a time, or passed by a submission at a time. */
export interface Fared {
  readonly name: string;
  readonly edge?: string;
  readonly failedAt?: number;
  readonly verdict?: Verdict;
  readonly passedAt?: number;
}

export function aCaseSummary({
  name,
  edge = 'ties',
  failedAt,
  verdict = 'Wrong Answer',
  passedAt,
}: Fared): CaseSummary {
  return {
    name,
    edge,
    firstFailure: failedAt === undefined ? null : { at: failedAt, session: 's', runId: '1', verdict },
    submitted: passedAt === undefined ? null : { at: passedAt, verdict: 'Accepted' },
  };
}

export function aSummary(partial: Partial<AttemptSummary> = {}): AttemptSummary {
  return {
    startedAt: 0,
    lastAt: 0,
    ended: false,
    givenUp: false,
    state: 'attempted',
    activeMs: 0,
    phaseMs: null,
    speakingShare: null,
    recorded: false,
    edits: 0,
    runs: 0,
    hintsShown: 0,
    editorialShown: false,
    submissions: [],
    cases: [],
    foreseen: [],
    rubric: [],
    reviews: [],
    suspended: [],
    ...partial,
  };
}

export function anAttempt(
  id: string,
  startedAt: number,
  cases: readonly Fared[],
  more: Partial<AttemptSummary> = {},
  problemId = 'auc',
): AttemptInShort {
  return {
    attempt: { id, problemId, startedAt },
    summary: aSummary({ startedAt, lastAt: startedAt, cases: cases.map(aCaseSummary), ...more }),
  };
}
