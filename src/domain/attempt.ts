import type { Phase, PhaseShares } from './phase.ts';
import type { Verdict } from './verdict.ts';

/** One problem opened on one page, until it is left: two tabs, or two visits, are two sessions. */
export type SessionId = string;

/** Unique at least within its session. */
export type AttemptRunId = string;

/**
 * One replaced range. The changes of one event all refer to the text before the event and never overlap; offsets and
 * lengths count UTF-16 units, line ends as they stand in the text (as Monaco's `IModelContentChange` gives them).
 */
export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** What happened, before the log says when and where. */
export type AttemptEntry =
  /** `code` is the whole text that the session starts from; the first of an attempt holds the problem's starter. */
  | { readonly type: 'opened'; readonly problemId: string; readonly code: string }
  | { readonly type: 'edited'; readonly changes: readonly TextChange[] }
  /** The whole text, exchanged at once: `reason` says by what (`reset`, `undo-reset`, ...). A `checkpoint` repeats the text. */
  | { readonly type: 'replaced'; readonly code: string; readonly reason: string }
  | { readonly type: 'ran'; readonly runId: AttemptRunId; readonly code?: string }
  | { readonly type: 'submitted'; readonly runId: AttemptRunId; readonly code?: string }
  | {
      readonly type: 'case-finished';
      readonly runId: AttemptRunId;
      readonly index: number;
      readonly name: string;
      readonly edge: string;
      readonly verdict: Verdict;
      readonly ms: number;
    }
  | { readonly type: 'run-finished'; readonly runId: AttemptRunId; readonly verdict: Verdict | 'stopped' }
  | { readonly type: 'hint-shown'; readonly index: number }
  | { readonly type: 'editorial-shown' }
  /** Where the selection came to rest, as UTF-16 offsets; `start` is `end` for a mere caret. */
  | { readonly type: 'selected'; readonly start: number; readonly end: number }
  | ClockEntry
  | VoiceEntry
  | ReflectionEntry
  /** The attempt is over: the next opening of its problem starts another. */
  | { readonly type: 'ended'; readonly reason: 'solved' | 'given-up' | 'new-attempt' };

/** A session against the clock. Without `clock-started` there is none, and the rest means nothing. */
export type ClockEntry =
  /** Starts the clock at zero, in the phase `clarify`; a later one starts it again. */
  | { readonly type: 'clock-started'; readonly lengthMs: number; readonly shares: PhaseShares }
  /** The clock is taken away; practice goes on without, unless `resumed` brings it back as it was. */
  | { readonly type: 'clock-removed' }
  | { readonly type: 'phase-changed'; readonly phase: Phase; readonly by: 'candidate' | 'edit' | 'run' | 'accepted' }
  | { readonly type: 'paused' }
  | { readonly type: 'resumed' }
  | { readonly type: 'clock-hidden'; readonly hidden: boolean }
  /** The page is there and the clock runs: bounds what a clock set back, or a killed page, can take away. */
  | { readonly type: 'alive' }
  /** The candidate was away (asleep machine, closed page) and does not want that time counted. */
  | { readonly type: 'time-left-out'; readonly ms: number };

export type RecordingId = string;

/** What the microphone heard. `from` and `to` are times like `at`: speech is noticed some time after it began. */
export type VoiceEntry =
  /** `at` is the time of the recording's first sample. */
  | { readonly type: 'recording-started'; readonly recordingId: RecordingId; readonly mimeType: string }
  | {
      readonly type: 'recording-stopped';
      readonly recordingId: RecordingId;
      /** `lost`: the microphone was taken away. */
      readonly reason: 'candidate' | 'paused' | 'ended' | 'lost';
    }
  | { readonly type: 'microphone-muted'; readonly recordingId: RecordingId; readonly muted: boolean }
  /** Nobody could listen for speech in this recording: it says nothing about silence. */
  | { readonly type: 'listening-failed'; readonly recordingId: RecordingId }
  | { readonly type: 'speech-started'; readonly recordingId: RecordingId; readonly from: number }
  | { readonly type: 'speech-ended'; readonly recordingId: RecordingId; readonly to: number }
  | { readonly type: 'transcribed'; readonly from: number; readonly to: number; readonly text: string };

/** What the candidate foresaw, ticked off, noted, and went over again. */
export type ReflectionEntry =
  /** `args`, where given, is a Python argument list that the problem's contract has an answer for, if only an exception. */
  | { readonly type: 'predicted'; readonly predictionId: string; readonly edge: string; readonly args?: string }
  | { readonly type: 'prediction-withdrawn'; readonly predictionId: string }
  /** `about` is the time (like `at`) at which it was done; the tick itself may come later, while listening back. */
  /** Ran the code, or asked the reference, on an argument list of the candidate's own; `args` as it was typed. */
  | { readonly type: 'tried'; readonly inputId: string; readonly args: string }
  | { readonly type: 'tried-removed'; readonly inputId: string }
  | { readonly type: 'rubric-ticked'; readonly item: string; readonly about: number }
  | { readonly type: 'rubric-unticked'; readonly item: string }
  | { readonly type: 'commented'; readonly commentId: string; readonly about: number; readonly text: string }
  | { readonly type: 'comment-removed'; readonly commentId: string }
  /**
   * A failed case of this attempt was gone over in the review queue; `grade` is FSRS's: 1 again, 2 hard, 3 good, 4 easy.
   * `answer` is what the candidate said, before it was shown, that the code returns, and why that is wrong.
   */
  | {
      readonly type: 'reviewed';
      readonly case: string;
      readonly grade: 1 | 2 | 3 | 4;
      readonly answer?: { readonly returns: string; readonly why: string };
    }
  /** The card of a failed case is put away for good, or taken out again. */
  | { readonly type: 'card-suspended'; readonly case: string; readonly suspended: boolean };

/** An entry of the log. `at` is in ms since the epoch: `performance.timeOrigin + performance.now()`. */
export type AttemptEvent = { readonly at: number; readonly session: SessionId } & AttemptEntry;

/** Events that are said of an attempt which may be over for long, from any page: no time of the attempt passes by them. */
export const AFTERWARDS: ReadonlySet<AttemptEvent['type']> = new Set([
  'rubric-ticked',
  'rubric-unticked',
  'commented',
  'comment-removed',
  'reviewed',
  'card-suspended',
]);

export type AttemptState = 'new' | 'attempted' | 'solved';

export interface Submission {
  readonly session: SessionId;
  readonly runId: AttemptRunId;
  readonly at: number;
  /** Null while it runs, and for good when the page went away before it was over. */
  readonly verdict: Verdict | 'stopped' | null;
}

/**
 * The text after one event's changes, or null when they do not fit it: out of bounds, overlapping, or not numbers.
 * Never throws, whatever was stored.
 */
export function applyChanges(text: string, changes: readonly TextChange[]): string | null {
  if (!Array.isArray(changes) || !changes.every(isTextChange)) return null;
  // From the end, so that offsets stay valid. At one offset an insertion comes before the text that is replaced there.
  const ordered = changes.toSorted((a, b) => b.rangeOffset - a.rangeOffset || b.rangeLength - a.rangeLength);
  let result = text;
  let untouched = text.length;
  for (const { rangeOffset, rangeLength, text: inserted } of ordered) {
    const end = rangeOffset + rangeLength;
    if (end > untouched) return null;
    result = result.slice(0, rangeOffset) + inserted + result.slice(end);
    untouched = rangeOffset;
  }
  return result;
}

/**
 * The candidate's text: that of the session which touched the text last, by the order of the log (clocks may be set back).
 * Each session is folded from its own last whole text, so sessions never mix. After a change that does not fit, the text
 * stays as it was until the session's next whole text. Null when no session has a whole text to start from.
 */
export function draftOf(events: readonly AttemptEvent[]): string | null {
  const baseless = new Set<SessionId>();
  for (let i = events.length - 1; i >= 0; i -= 1) {
    const event = events[i];
    if (event === undefined || !isTextEvent(event) || baseless.has(event.session)) continue;
    const text = sessionText(events, event.session, i + 1);
    if (text !== null) return text;
    baseless.add(event.session);
  }
  return null;
}

/**
 * Solved: a submission was Accepted. Attempted: something was submitted, or the draft is no longer the starter (the text
 * of the first `opened`). Running the untouched starter leaves a problem new.
 */
export function stateOf(events: readonly AttemptEvent[]): AttemptState {
  const submissions = submissionsOf(events);
  if (submissions.some(({ verdict }) => verdict === 'Accepted')) return 'solved';
  if (submissions.length > 0) return 'attempted';
  const first = events.find((event) => event.type === 'opened');
  const draft = draftOf(events);
  return first === undefined || draft === null || draft === first.code ? 'new' : 'attempted';
}

/** Positions of the hints that were shown, in ascending order. */
export function revealedHints(events: readonly AttemptEvent[]): readonly number[] {
  const shown = new Set<number>();
  for (const event of events) if (event.type === 'hint-shown') shown.add(event.index);
  return [...shown].sort((a, b) => a - b);
}

export function hasSubmitted(events: readonly AttemptEvent[]): boolean {
  return events.some(({ type }) => type === 'submitted');
}

export function hasSeenEditorial(events: readonly AttemptEvent[]): boolean {
  return events.some(({ type }) => type === 'editorial-shown');
}

/** Submissions in the order of the log. */
export function submissionsOf(events: readonly AttemptEvent[]): readonly Submission[] {
  const verdicts = new Map<string, Verdict | 'stopped'>();
  for (const event of events) {
    if (event.type === 'run-finished') verdicts.set(runKey(event.session, event.runId), event.verdict);
  }
  return events
    .filter((event) => event.type === 'submitted')
    .map(({ session, runId, at }) => ({ session, runId, at, verdict: verdicts.get(runKey(session, runId)) ?? null }));
}

/**
 * The code of a run or submission: what its event carries, else its session's text at that moment, which needs the whole
 * history of the session. Null when neither is known.
 */
export function codeOfRun(
  events: readonly AttemptEvent[],
  run: { readonly session: SessionId; readonly runId: AttemptRunId },
): string | null {
  const index = events.findIndex(
    (event) =>
      (event.type === 'ran' || event.type === 'submitted') &&
      event.session === run.session &&
      event.runId === run.runId,
  );
  const event = events[index];
  if (event === undefined || (event.type !== 'ran' && event.type !== 'submitted')) return null;
  return event.code ?? sessionText(events, run.session, index);
}

/** Names a run across sessions, for use as a key. */
export function runKey(session: SessionId, runId: AttemptRunId): string {
  return `${session}/${runId}`;
}

type TextEvent = Extract<AttemptEvent, { type: 'opened' | 'edited' | 'replaced' }>;

function isTextEvent(event: AttemptEvent): event is TextEvent {
  return event.type === 'opened' || event.type === 'edited' || event.type === 'replaced';
}

/** The text of one session after the events before position `end`. */
function sessionText(events: readonly AttemptEvent[], session: SessionId, end: number): string | null {
  let base = end - 1;
  while (base >= 0 && wholeText(events[base], session) === null) base -= 1;
  let text = wholeText(events[base], session);
  for (let i = base + 1; i < end && text !== null; i += 1) {
    const event = events[i];
    if (event?.type !== 'edited' || event.session !== session) continue;
    const next = applyChanges(text, event.changes);
    if (next === null) break;
    text = next;
  }
  return text;
}

function wholeText(event: AttemptEvent | undefined, session: SessionId): string | null {
  if (event?.session !== session || (event.type !== 'opened' && event.type !== 'replaced')) return null;
  return typeof event.code === 'string' ? event.code : null;
}

function isTextChange(change: TextChange | null | undefined): boolean {
  return (
    typeof change === 'object' &&
    change !== null &&
    isOffset(change.rangeOffset) &&
    isOffset(change.rangeLength) &&
    typeof change.text === 'string'
  );
}

function isOffset(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}
