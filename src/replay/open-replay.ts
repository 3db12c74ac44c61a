import type { RecordingId } from '#domain/attempt.ts';
import type { Problem } from '#domain/problem.ts';
import { createTimeline } from '#domain/timeline.ts';
import type { Grader } from '#grading/grader.ts';
import type { AttemptLog, AttemptRow, AudioChunk } from '#storage/attempt-log.ts';
import { createReplay, type Replay } from './store.ts';
import { createVoice, LEVEL_MS } from './voice.ts';

export interface OpenReplayOptions {
  readonly attempt: AttemptRow;
  readonly problem: Problem;
  readonly log: AttemptLog;
  readonly grader: Grader;
}

/** Reads an attempt's log and recordings, and lays them out. Rejects when they cannot be read. */
export async function openReplay({ attempt, problem, log, grader }: OpenReplayOptions): Promise<Replay> {
  const events = await log.history(attempt.id);
  const chunks = new Map<RecordingId, readonly AudioChunk[]>();
  const recordingMs = new Map<RecordingId, number>();
  for (const event of events) {
    if (event.type !== 'recording-started') continue;
    const own = await log.audio.chunks(event.recordingId);
    if (own.length === 0) continue;
    chunks.set(event.recordingId, own);
    recordingMs.set(event.recordingId, own.reduce((sum, { levels }) => sum + levels.length, 0) * LEVEL_MS);
  }
  const timeline = createTimeline(events, recordingMs);
  const voice = createVoice(timeline.recordings, chunks);
  return createReplay({ attempt, problem, log, grader, events, timeline, voice, nextFrame });
}

function nextFrame(callback: (now: number) => void): () => void {
  const request = requestAnimationFrame(callback);
  return () => cancelAnimationFrame(request);
}
