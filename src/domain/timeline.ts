import { type AttemptEvent, type AttemptRunId, type RecordingId, runKey, type SessionId } from './attempt.ts';
import type { Phase } from './phase.ts';
import { createTextHistory, type TextHistory } from './text-history.ts';
import { createTimeAxis, type TimeAxis } from './time-axis.ts';
import type { Verdict } from './verdict.ts';

/** A stretch of the axis, in ms from the attempt's first event. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface TimedResult {
  readonly t: number;
  readonly index: number;
  readonly name: string;
  readonly edge: string;
  readonly verdict: Verdict;
}

export interface TimedRun extends Span {
  /** Unique in the attempt. */
  readonly key: string;
  readonly session: SessionId;
  readonly runId: AttemptRunId;
  readonly kind: 'run' | 'submission';
  /** The code that was run. Null when the log does not tell. */
  readonly code: string | null;
  /** Null when it was not over when its page went away. */
  readonly verdict: Verdict | 'stopped' | null;
  readonly results: readonly TimedResult[];
}

export interface TimedPhase extends Span {
  readonly phase: Phase;
}

export interface TimedRecording extends Span {
  readonly recordingId: RecordingId;
  readonly mimeType: string;
}

/** Something that is at one moment. */
export interface Mark {
  readonly t: number;
  readonly kind: 'hint' | 'editorial' | 'foreseen' | 'reset' | 'ended';
  /** The hint's position, the edge class, the reason. */
  readonly detail: string;
}

export interface TimedWords extends Span {
  readonly text: string;
}

/** An attempt laid out in its own time. */
export interface Timeline {
  readonly axis: TimeAxis;
  readonly durationMs: number;
  readonly text: TextHistory;
  /** Times of the edits, ascending. */
  readonly edits: readonly number[];
  readonly runs: readonly TimedRun[];
  readonly phases: readonly TimedPhase[];
  readonly recordings: readonly TimedRecording[];
  readonly speech: readonly Span[];
  readonly transcript: readonly TimedWords[];
  readonly marks: readonly Mark[];
}

/** What was ticked or said about moments of the attempt, at the time or later. */
export interface Reflections {
  readonly ticks: readonly { readonly t: number; readonly item: string }[];
  readonly comments: readonly Comment[];
}

export interface Comment {
  readonly t: number;
  readonly commentId: string;
  readonly about: number;
  readonly text: string;
}

/** The whole log of an attempt, laid out. `recordingMs`: see `createTimeAxis`. */
export function createTimeline(
  events: readonly AttemptEvent[],
  recordingMs: ReadonlyMap<RecordingId, number> = new Map(),
): Timeline {
  const axis = createTimeAxis(events, recordingMs);
  const text = createTextHistory(events);
  const timed = events.map((event, position) => ({ event, position, t: axis.timeOfEvent(position) }));
  return {
    axis,
    durationMs: axis.durationMs,
    text,
    edits: timed.flatMap(({ event, t }) => (event.type === 'edited' ? [t] : [])),
    runs: runsOf(timed, text, axis.durationMs),
    phases: phasesOf(timed, axis.durationMs),
    recordings: recordingsOf(timed, axis, recordingMs),
    speech: speechOf(timed, axis),
    transcript: timed.flatMap(({ event }) =>
      event.type === 'transcribed'
        ? [{ from: axis.timeAt(event.from, event.session), to: axis.timeAt(event.to, event.session), text: event.text }]
        : [],
    ),
    marks: timed.flatMap(({ event, t }) => markOf(event, t) ?? []),
  };
}

/** What is ticked and commented after all that was taken back; in the order of the moments spoken of. */
export function reflectionsOf(events: readonly AttemptEvent[], axis: TimeAxis): Reflections {
  const ticks = new Map<string, { t: number; item: string }>();
  const comments = new Map<string, Comment>();
  for (const event of events) {
    if (event.type === 'rubric-ticked') ticks.set(event.item, { t: axis.timeAt(event.about), item: event.item });
    else if (event.type === 'rubric-unticked') ticks.delete(event.item);
    else if (event.type === 'commented') {
      const { commentId, about, text } = event;
      comments.set(commentId, { t: axis.timeAt(about), commentId, about, text });
    } else if (event.type === 'comment-removed') comments.delete(event.commentId);
  }
  const byTime = (a: { t: number }, b: { t: number }) => a.t - b.t;
  return { ticks: [...ticks.values()].sort(byTime), comments: [...comments.values()].sort(byTime) };
}

/** The run whose results stood at `t`: the latest that had begun. */
export function runAt({ runs }: Pick<Timeline, 'runs'>, t: number): TimedRun | null {
  return runs.findLast((run) => run.from <= t) ?? null;
}

export function phaseAt({ phases }: Pick<Timeline, 'phases'>, t: number): Phase | null {
  return phases.findLast((phase) => phase.from <= t && t <= phase.to)?.phase ?? null;
}

/**
 * Stretches of at least `minMs` in which was neither spoken nor typed nor run. A recording in which no speech was ever looked
 * for may be full of it, so it is not quiet.
 */
export function quietSpans(timeline: Timeline, minMs: number): readonly Span[] {
  const { speech, edits, runs, recordings, marks, phases, durationMs } = timeline;
  const unknown = recordings.filter(({ from, to }) => !speech.some((span) => span.from < to && span.to > from));
  const busy: Span[] = [
    ...speech,
    ...unknown,
    ...runs,
    ...edits.map((t) => ({ from: t, to: t })),
    ...marks.map(({ t }) => ({ from: t, to: t })),
    ...phases.map(({ from }) => ({ from, to: from })),
    { from: durationMs, to: durationMs },
  ].sort((a, b) => a.from - b.from);
  const quiet: Span[] = [];
  let end = 0;
  for (const { from, to } of busy) {
    if (from - end >= minMs) quiet.push({ from: end, to: from });
    end = Math.max(end, to);
  }
  return quiet;
}

interface Timed {
  readonly event: AttemptEvent;
  readonly position: number;
  readonly t: number;
}

function runsOf(timed: readonly Timed[], text: TextHistory, durationMs: number): readonly TimedRun[] {
  const results = new Map<string, TimedResult[]>();
  const ends = new Map<string, { t: number; verdict: Verdict | 'stopped' }>();
  for (const { event, t } of timed) {
    if (event.type === 'run-finished') ends.set(runKey(event.session, event.runId), { t, verdict: event.verdict });
    if (event.type !== 'case-finished') continue;
    const { session, runId, index, name, edge, verdict } = event;
    const key = runKey(session, runId);
    const own = results.get(key);
    const result = { t, index, name, edge, verdict };
    if (own === undefined) results.set(key, [result]);
    else own.push(result);
  }
  return timed.flatMap(({ event, position, t }): TimedRun[] => {
    if (event.type !== 'ran' && event.type !== 'submitted') return [];
    const { session, runId } = event;
    const key = runKey(session, runId);
    const own = results.get(key) ?? [];
    const end = ends.get(key);
    return [
      {
        key,
        session,
        runId,
        kind: event.type === 'ran' ? 'run' : 'submission',
        code: event.code ?? text.textAt(position),
        from: t,
        to: Math.min(end?.t ?? own.at(-1)?.t ?? t, durationMs),
        verdict: end?.verdict ?? null,
        results: own,
      },
    ];
  });
}

function phasesOf(timed: readonly Timed[], durationMs: number): readonly TimedPhase[] {
  const phases: TimedPhase[] = [];
  let current: { phase: Phase; from: number } | null = null;
  const enter = (phase: Phase | null, t: number): void => {
    if (current !== null) phases.push({ phase: current.phase, from: current.from, to: t });
    current = phase === null ? null : { phase, from: t };
  };
  for (const { event, t } of timed) {
    if (event.type === 'clock-started') enter('clarify', t);
    else if (event.type === 'clock-removed') enter(null, t);
    // Without a clock there are no phases.
    else if (event.type === 'phase-changed' && current !== null) enter(event.phase, t);
  }
  enter(null, durationMs);
  return phases;
}

function recordingsOf(
  timed: readonly Timed[],
  axis: TimeAxis,
  recordingMs: ReadonlyMap<RecordingId, number>,
): readonly TimedRecording[] {
  const stops = new Map<RecordingId, number>();
  const lastOf = new Map<SessionId, number>();
  for (const { event, t } of timed) {
    if (event.type === 'recording-stopped') stops.set(event.recordingId, t);
    lastOf.set(event.session, t);
  }
  return timed.flatMap(({ event }): TimedRecording[] => {
    if (event.type !== 'recording-started') return [];
    const { recordingId, mimeType, session, at } = event;
    const from = axis.timeAt(at, session);
    const length = recordingMs.get(recordingId);
    const to = length === undefined ? (stops.get(recordingId) ?? lastOf.get(session) ?? from) : from + length;
    return [{ recordingId, mimeType, from, to: Math.max(from, Math.min(to, axis.durationMs)) }];
  });
}

function speechOf(timed: readonly Timed[], axis: TimeAxis): readonly Span[] {
  const spans: Span[] = [];
  const open = new Map<RecordingId, number>();
  const close = (recordingId: RecordingId, to: number): void => {
    const from = open.get(recordingId);
    if (from === undefined) return;
    open.delete(recordingId);
    if (to > from) spans.push({ from, to });
  };
  let before = 0;
  for (const { event, t } of timed) {
    // A page that went away in mid-sentence never said that the sentence was over.
    if (event.type === 'opened') for (const id of [...open.keys()]) close(id, before);
    before = t;
    if (event.type === 'speech-started') {
      close(event.recordingId, axis.timeAt(event.from, event.session));
      open.set(event.recordingId, axis.timeAt(event.from, event.session));
    } else if (event.type === 'speech-ended') close(event.recordingId, axis.timeAt(event.to, event.session));
    else if (event.type === 'recording-stopped') close(event.recordingId, t);
  }
  for (const id of [...open.keys()]) close(id, axis.durationMs);
  return spans.sort((a, b) => a.from - b.from);
}

function markOf(event: AttemptEvent, t: number): Mark | null {
  switch (event.type) {
    case 'hint-shown':
      return { t, kind: 'hint', detail: String(event.index + 1) };
    case 'editorial-shown':
      return { t, kind: 'editorial', detail: '' };
    case 'predicted':
      return { t, kind: 'foreseen', detail: event.edge };
    case 'replaced':
      return event.reason === 'reset' ? { t, kind: 'reset', detail: event.reason } : null;
    case 'ended':
      return { t, kind: 'ended', detail: event.reason };
    default:
      return null;
  }
}
