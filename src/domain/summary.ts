import type { AttemptEvent, AttemptState, SessionId } from './attempt.ts';
import type { Phase } from './phase.ts';
import type { Verdict } from './verdict.ts';

/** Grows whenever `summaryOf` says something else of the same events: kept summaries of another version are made anew. */
export const SUMMARY_VERSION = 1;

export interface SubmissionSummary {
  readonly session: SessionId;
  readonly runId: string;
  readonly at: number;
  readonly verdict: Verdict | 'stopped' | null;
  readonly passed: number;
  /** Cases that were judged. */
  readonly total: number;
}

/** How one case fared over the whole attempt, in runs and submissions alike. */
export interface CaseSummary {
  readonly name: string;
  readonly edge: string;
  readonly firstFailure: {
    readonly at: number;
    readonly session: SessionId;
    readonly runId: string;
    readonly verdict: Verdict;
  } | null;
  /** As of the last submission that judged it, and the time of that; null when no submission did. */
  readonly submitted: { readonly at: number; readonly verdict: Verdict } | null;
}

/** What lists, histories and the review queue need of an attempt, so that they need not read its thousands of events. */
export interface AttemptSummary {
  readonly startedAt: number;
  /** Time of the last event that is the candidate's doing. */
  readonly lastAt: number;
  readonly ended: boolean;
  readonly state: AttemptState;
  /** Ms spent on the attempt, pauses and closed pages left out. */
  readonly activeMs: number;
  /** Null without a clock. */
  readonly phaseMs: Readonly<Record<Phase, number>> | null;
  /** Share of the recorded time in which was spoken, 0 to 1; null without a recording. */
  readonly speakingShare: number | null;
  readonly recorded: boolean;
  readonly edits: number;
  readonly runs: number;
  readonly hintsShown: number;
  readonly editorialShown: boolean;
  readonly submissions: readonly SubmissionSummary[];
  readonly cases: readonly CaseSummary[];
  /** Edge classes that were predicted before the first submission. */
  readonly foreseen: readonly string[];
  readonly rubric: readonly string[];
  readonly reviews: readonly { readonly at: number; readonly case: string; readonly grade: 1 | 2 | 3 | 4 }[];
  /** Cases whose cards are put away. */
  readonly suspended: readonly string[];
}

/** The summary of an attempt's whole log. */
export function summaryOf(_events: readonly AttemptEvent[]): AttemptSummary {
  throw new Error('not yet');
}
