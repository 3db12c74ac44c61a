import {
  AFTERWARDS,
  type AttemptEvent,
  type AttemptState,
  runKey,
  type SessionId,
  stateOf,
  submissionsOf,
} from './attempt.ts';
import type { Phase } from './phase.ts';
import { foreseenEdges } from './predictions.ts';
import { ticksOf } from './rubric.ts';
import { sessionClock } from './session-clock.ts';
import { speechFigures } from './speech.ts';
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
  /** In a run that could tell one case from another: see `isBlanketFailure`. */
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
  readonly givenUp: boolean;
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
  /** Edge classes that were predicted before the first submission; without one, so far. */
  readonly foreseen: readonly string[];
  readonly rubric: readonly string[];
  readonly reviews: readonly { readonly at: number; readonly case: string; readonly grade: 1 | 2 | 3 | 4 }[];
  /** Cases whose cards are put away. */
  readonly suspended: readonly string[];
}

/** Longer than this, nobody is taken to have been working on the attempt without any sign of it. */
const IDLE_MS = 5 * 60_000;

/** The summary of an attempt's whole log. Never throws, whatever was stored. */
export function summaryOf(events: readonly AttemptEvent[]): AttemptSummary {
  const runs = runsOf(events);
  const cases = casesOf(runs);
  const recorded = events.some(({ type }) => type === 'recording-started');
  return {
    startedAt: events[0]?.at ?? 0,
    lastAt: events.findLast(isCandidates)?.at ?? events[0]?.at ?? 0,
    ended: events.some(({ type }) => type === 'ended'),
    givenUp: events.some((event) => event.type === 'ended' && event.reason === 'given-up'),
    state: stateOf(events),
    activeMs: activeMs(events),
    phaseMs: sessionClock(events)?.phaseMs ?? null,
    speakingShare: recorded ? speechFigures(events).share : null,
    recorded,
    edits: events.filter(({ type }) => type === 'edited').length,
    runs: events.filter(({ type }) => type === 'ran').length,
    hintsShown: new Set(events.flatMap((event) => (event.type === 'hint-shown' ? [event.index] : []))).size,
    editorialShown: events.some(({ type }) => type === 'editorial-shown'),
    submissions: submissionsOf(events).map((submission) => {
      const results = [...(runs.get(runKey(submission.session, submission.runId))?.results.values() ?? [])];
      const passed = results.filter(({ verdict }) => verdict === 'Accepted').length;
      return { ...submission, passed, total: results.length };
    }),
    cases,
    foreseen: foreseenEdges(events),
    rubric: [...ticksOf(events).keys()],
    reviews: events.flatMap((event) =>
      event.type === 'reviewed' ? [{ at: event.at, case: event.case, grade: event.grade }] : [],
    ),
    suspended: suspended(events),
  };
}

type CaseFinished = Extract<AttemptEvent, { type: 'case-finished' }>;

interface Run {
  readonly submitted: boolean;
  /** The last word on each case: one that ran out of time may have been given another go. */
  readonly results: ReadonlyMap<number, CaseFinished>;
}

/** Runs and submissions in the order of the log, by `runKey`. */
function runsOf(events: readonly AttemptEvent[]): ReadonlyMap<string, Run> {
  const runs = new Map<string, { submitted: boolean; results: Map<number, CaseFinished> }>();
  for (const event of events) {
    if (event.type === 'ran' || event.type === 'submitted') {
      runs.set(runKey(event.session, event.runId), { submitted: event.type === 'submitted', results: new Map() });
    } else if (event.type === 'case-finished') {
      runs.get(runKey(event.session, event.runId))?.results.set(event.index, event);
    }
  }
  return runs;
}

/**
 * Whether all of two or more cases ended in the same error, or all ran out of time: a typing mistake, the untouched starter, an
 * endless loop. Such a run says nothing of any edge class, so no case counts as failed by it.
 */
function isBlanketFailure({ results }: Run): boolean {
  const verdicts = new Set([...results.values()].map(({ verdict }) => verdict));
  return results.size > 1 && verdicts.size === 1 && !verdicts.has('Accepted') && !verdicts.has('Wrong Answer');
}

/** In the order in which the cases were first judged. */
function casesOf(runs: ReadonlyMap<string, Run>): readonly CaseSummary[] {
  const cases = new Map<string, CaseSummary>();
  for (const run of runs.values()) {
    const blanket = isBlanketFailure(run);
    for (const { name, edge, at, session, runId, verdict } of run.results.values()) {
      const before = cases.get(name);
      const failure = verdict === 'Accepted' || blanket ? null : { at, session, runId, verdict };
      cases.set(name, {
        name,
        edge,
        firstFailure: before?.firstFailure ?? failure,
        submitted: run.submitted ? { at, verdict } : (before?.submitted ?? null),
      });
    }
  }
  return [...cases.values()];
}

/** What the page writes by itself, and what is added afterwards. */
const NOT_THE_CANDIDATES: ReadonlySet<AttemptEvent['type']> = new Set([
  ...AFTERWARDS,
  'alive',
  'case-finished',
  'run-finished',
  'transcribed',
]);

function isCandidates(event: AttemptEvent): boolean {
  return !NOT_THE_CANDIDATES.has(event.type) && !(event.type === 'replaced' && event.reason === 'checkpoint');
}

/** Time between events of one session, long silences cut; two tabs at once count twice, as two people would. */
function activeMs(events: readonly AttemptEvent[]): number {
  const last = new Map<SessionId, number>();
  let paused = false;
  let total = 0;
  for (const event of events) {
    if (AFTERWARDS.has(event.type)) continue;
    const gap = event.at - (last.get(event.session) ?? event.at);
    if (!paused) total += Math.min(Math.max(0, gap), IDLE_MS);
    last.set(event.session, event.at);
    if (event.type === 'paused') paused = true;
    else if (event.type === 'resumed' || event.type === 'clock-started' || event.type === 'clock-removed')
      paused = false;
  }
  return total;
}

function suspended(events: readonly AttemptEvent[]): readonly string[] {
  const cases = new Set<string>();
  for (const event of events) {
    if (event.type !== 'card-suspended') continue;
    if (event.suspended) cases.add(event.case);
    else cases.delete(event.case);
  }
  return [...cases];
}
