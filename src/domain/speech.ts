import { type AttemptEvent, type RecordingId, runKey, type SessionId } from './attempt.ts';
import type { Phase } from './phase.ts';
import { sessionClock } from './session-clock.ts';

/** A stretch of time, `from` and `to` like the events' `at` of one session. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

export interface Recording extends TimeSpan {
  readonly recordingId: RecordingId;
  readonly session: SessionId;
  readonly mimeType: string;
  /** Null while it goes on, and for good when the page was gone before it could say. */
  readonly stopped: 'candidate' | 'paused' | 'ended' | 'lost' | null;
  /** Whether anybody listened for speech: without that, the recording says nothing about silence. */
  readonly listened: boolean;
  /** In order, without overlaps, within the recording. */
  readonly speech: readonly TimeSpan[];
}

export interface SpeechShare {
  readonly recordedMs: number;
  readonly speakingMs: number;
  /** 0 to 1; null when nothing was recorded. */
  readonly share: number | null;
}

/** What filled a silence for the most part. */
export type SilenceActivity = 'typing' | 'running' | 'reading';

export interface Silence extends TimeSpan {
  readonly recordingId: RecordingId;
  readonly during: SilenceActivity;
}

export interface SpeechFigures extends SpeechShare {
  /** Null without a clock. */
  readonly byPhase: Readonly<Record<Phase, SpeechShare>> | null;
  readonly longestSilence: Silence | null;
}

/** An edit fills the time around it, in ms to either side: who stops for longer is no longer typing. */
const EDIT_FILLS_MS = 1500;

/**
 * The recordings of an attempt, in the order of the log. One that was never stopped lasts until the last event of its
 * session, and so does speech that was never ended.
 */
export function recordingsOf(events: readonly AttemptEvent[]): readonly Recording[] {
  const lastAt = new Map<SessionId, number>();
  const stops = new Map<RecordingId, Extract<AttemptEvent, { type: 'recording-stopped' }>>();
  const unheard = new Set<RecordingId>();
  const said = new Map<RecordingId, SpeechEvent[]>();
  for (const event of events) {
    lastAt.set(event.session, Math.max(event.at, lastAt.get(event.session) ?? event.at));
    if (event.type === 'recording-stopped' && !stops.has(event.recordingId)) stops.set(event.recordingId, event);
    if (event.type === 'listening-failed') unheard.add(event.recordingId);
    if (event.type !== 'speech-started' && event.type !== 'speech-ended') continue;
    const known = said.get(event.recordingId);
    if (known === undefined) said.set(event.recordingId, [event]);
    else known.push(event);
  }
  return events
    .filter((event) => event.type === 'recording-started')
    .map(({ recordingId, session, mimeType, at: from }) => {
      const stop = stops.get(recordingId);
      const to = Math.max(from, stop?.at ?? lastAt.get(session) ?? from);
      return {
        recordingId,
        session,
        mimeType,
        from,
        to,
        stopped: stop?.reason ?? null,
        listened: !unheard.has(recordingId),
        speech: speechIn({ from, to }, said.get(recordingId) ?? []),
      };
    });
}

/** When nobody spoke, in a recording that was listened to; with what is before the first word and after the last. */
export function silencesOf({ from, to, speech, listened }: Recording): readonly TimeSpan[] {
  if (!listened) return [];
  const ends = [from, ...speech.map((span) => span.to)];
  return ends
    .map((end, index) => ({ from: end, to: speech[index]?.from ?? to }))
    .filter((silence) => silence.to > silence.from);
}

/**
 * As of the last event: how much of the recorded time was spoken, in all and by phase, and the longest silence. Time in
 * which the clock was paused is recorded in none of the phases.
 */
export function speechFigures(events: readonly AttemptEvent[]): SpeechFigures {
  const recordings = recordingsOf(events).filter(({ listened }) => listened);
  const clock = sessionClock(events);
  const shareIn = (phase: Phase): SpeechShare => {
    const spans = clock?.spans.filter((span) => span.phase === phase) ?? [];
    return shareOf(
      recordings.flatMap((recording) =>
        spans.filter(({ session }) => session === recording.session).map((span) => within(recording, span)),
      ),
    );
  };
  return {
    ...shareOf(recordings),
    byPhase: clock && {
      clarify: shareIn('clarify'),
      plan: shareIn('plan'),
      code: shareIn('code'),
      test: shareIn('test'),
      discuss: shareIn('discuss'),
    },
    longestSilence: longestSilence(events, recordings),
  };
}

type SpeechEvent = Extract<AttemptEvent, { type: 'speech-started' | 'speech-ended' }>;

function speechIn(bounds: TimeSpan, events: readonly SpeechEvent[]): readonly TimeSpan[] {
  const spans: TimeSpan[] = [];
  let from: number | null = null;
  const end = (to: number): void => {
    if (from === null) return;
    const start = Math.max(from, spans.at(-1)?.to ?? bounds.from);
    const span = { from: start, to: Math.min(to, bounds.to) };
    if (span.to > span.from) spans.push(span);
    from = null;
  };
  for (const event of events) {
    if (event.type === 'speech-ended') end(event.to);
    else from ??= event.from;
  }
  end(bounds.to);
  return spans;
}

type Heard = TimeSpan & Pick<Recording, 'speech'>;

function within({ from, to, speech }: Heard, bounds: TimeSpan): Heard {
  return { ...clipped({ from, to }, bounds), speech: speech.map((span) => clipped(span, bounds)) };
}

function shareOf(parts: readonly Heard[]): SpeechShare {
  const recordedMs = total(parts);
  const speakingMs = total(parts.flatMap(({ speech }) => speech));
  return { recordedMs, speakingMs, share: recordedMs > 0 ? speakingMs / recordedMs : null };
}

/** In ms; what ends before it starts counts nothing. */
function total(spans: readonly TimeSpan[]): number {
  return spans.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0);
}

function longestSilence(events: readonly AttemptEvent[], recordings: readonly Recording[]): Silence | null {
  let longest: (TimeSpan & { readonly recording: Recording }) | null = null;
  for (const recording of recordings) {
    for (const silence of silencesOf(recording)) {
      if (longest === null || silence.to - silence.from > longest.to - longest.from)
        longest = { ...silence, recording };
    }
  }
  if (longest === null) return null;
  const { from, to, recording } = longest;
  const here = events.filter(({ session }) => session === recording.session);
  return { recordingId: recording.recordingId, from, to, during: activityIn({ from, to }, here) };
}

/** `events` are those of one session. Reading is what is left when neither typing nor a run fills half of the time. */
function activityIn(silence: TimeSpan, events: readonly AttemptEvent[]): SilenceActivity {
  const edits: TimeSpan[] = [];
  const running = new Map<string, number>();
  const runs: TimeSpan[] = [];
  for (const event of events) {
    if (event.type === 'edited') {
      const from = Math.max(event.at - EDIT_FILLS_MS, edits.at(-1)?.to ?? Number.NEGATIVE_INFINITY, silence.from);
      edits.push({ from, to: Math.min(event.at + EDIT_FILLS_MS, silence.to) });
    } else if (event.type === 'ran' || event.type === 'submitted') {
      running.set(runKey(event.session, event.runId), event.at);
    } else if (event.type === 'run-finished') {
      const key = runKey(event.session, event.runId);
      const from = running.get(key);
      running.delete(key);
      if (from !== undefined) runs.push(clipped({ from, to: event.at }, silence));
    }
  }
  for (const from of running.values()) runs.push(clipped({ from, to: silence.to }, silence));
  const half = (silence.to - silence.from) / 2;
  const typed = total(edits);
  const ran = total(runs);
  if (Math.max(typed, ran) < half) return 'reading';
  return typed >= ran ? 'typing' : 'running';
}

function clipped(span: TimeSpan, bounds: TimeSpan): TimeSpan {
  return { from: Math.max(span.from, bounds.from), to: Math.min(span.to, bounds.to) };
}
