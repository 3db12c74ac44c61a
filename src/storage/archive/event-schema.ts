import { z } from 'zod';
import type { AttemptEntry, AttemptEvent } from '#domain/attempt.ts';
import { PHASES } from '#domain/phase.ts';
import type { AttemptRow } from '../database.ts';

/** Longest text that a file may bring in, in UTF-16 units: far more than a problem takes, far less than hurts a page. */
const text = z.string().max(2_000_000);
const id = z.string().min(1).max(200);
const time = z.number();
const count = z.int().min(0);
const verdict = z.enum([
  'Accepted',
  'Wrong Answer',
  'Time Limit Exceeded',
  'Memory Limit Exceeded',
  'Runtime Error',
  'Output Limit Exceeded',
]);
const share = z.number().min(0).max(1);
const grade = z.literal([1, 2, 3, 4]);

/** Every field of every event but `at` and `session`, which all of them have. */
const FIELDS = {
  opened: { problemId: id, code: text },
  edited: {
    changes: z
      .array(z.strictObject({ rangeOffset: count, rangeLength: count, text }))
      .max(100_000)
      .readonly(),
  },
  replaced: { code: text, reason: id },
  ran: { runId: id, code: z.exactOptional(text) },
  submitted: { runId: id, code: z.exactOptional(text) },
  'case-finished': { runId: id, index: count, name: text, edge: text, verdict, ms: time },
  'run-finished': { runId: id, verdict: z.union([verdict, z.literal('stopped')]) },
  'hint-shown': { index: count },
  'editorial-shown': {},
  selected: { start: count, end: count },
  'clock-started': {
    lengthMs: time,
    shares: z.strictObject({ clarify: share, plan: share, code: share, test: share, discuss: share }),
  },
  'clock-removed': {},
  'phase-changed': { phase: z.enum(PHASES), by: z.enum(['candidate', 'edit', 'run', 'accepted']) },
  paused: {},
  resumed: {},
  'clock-hidden': { hidden: z.boolean() },
  alive: {},
  'time-left-out': { ms: time },
  'recording-started': { recordingId: id, mimeType: id },
  'recording-stopped': { recordingId: id, reason: z.enum(['candidate', 'paused', 'ended', 'lost']) },
  'microphone-muted': { recordingId: id, muted: z.boolean() },
  'listening-failed': { recordingId: id },
  'speech-started': { recordingId: id, from: time },
  'speech-ended': { recordingId: id, to: time },
  transcribed: { from: time, to: time, text },
  predicted: { predictionId: id, edge: text, args: z.exactOptional(text) },
  'prediction-withdrawn': { predictionId: id },
  'rubric-ticked': { item: id, about: time },
  'rubric-unticked': { item: id },
  commented: { commentId: id, about: time, text },
  'comment-removed': { commentId: id },
  reviewed: { case: text, grade, answer: z.exactOptional(z.strictObject({ returns: text, why: text })) },
  'card-suspended': { case: text, suspended: z.boolean() },
  ended: { reason: z.enum(['solved', 'given-up', 'new-attempt']) },
};

type EntryOf<T> = Extract<AttemptEntry, { readonly type: T }>;
type Written = {
  [T in AttemptEntry['type']]: { [K in Exclude<keyof EntryOf<T>, 'type'>]-?: Exclude<EntryOf<T>[K], undefined> };
};
type Readable = {
  [T in keyof typeof FIELDS]: { [K in keyof (typeof FIELDS)[T]]-?: z.infer<(typeof FIELDS)[T][K]> };
};
type KeysOf<T> = { [K in keyof T]: keyof T[K] };
type AllOf<T extends true> = T;
/** Does not compile unless every event, field and value that this build writes can also be read again. */
export type ReadsWhatIsWritten = AllOf<[Written, KeysOf<Written>] extends [Readable, KeysOf<Readable>] ? true : false>;

const SCHEMAS: ReadonlyMap<string, z.ZodType> = new Map(
  Object.entries(FIELDS).map(([type, fields]) => [
    type,
    z.strictObject({ type: z.literal(type), at: time, session: id, ...fields }),
  ]),
);

const typed = z.looseObject({ type: z.string() });

/** Whether `value` is an event as this build writes them: no field more, no field less. */
export function isEvent(value: unknown): value is AttemptEvent {
  const { success, data } = typed.safeParse(value);
  return success && SCHEMAS.get(data.type)?.safeParse(value).success === true;
}

export const attemptSchema = z.strictObject({
  id: z.string().regex(/^[\w-]{1,100}$/),
  problemId: id,
  startedAt: time,
}) satisfies z.ZodType<AttemptRow>;
