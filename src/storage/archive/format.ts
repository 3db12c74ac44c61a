import { z } from 'zod';
import { attemptSchema } from './event-schema.ts';

/**
 * An archive is a zip with
 *
 * - `edgewise.json`, the manifest: what is in it, with sizes and checksums;
 * - `attempts/<id>.json`: an attempt and its events in the order of the log, one a line;
 * - `audio/<recording>.webm` (or what the recorder made): a recording as one playable file;
 * - `audio/<recording>.json`: to which attempt it belongs, and where its chunks begin, with their times and levels.
 */
export const MANIFEST = 'edgewise.json';
export const FORMAT = 'edgewise';
/** Grows when a file of an older build cannot be read any more as it was meant. */
export const FORMAT_VERSION = 1;

const FILE_NAME = /^(edgewise\.json|attempts\/[\w-]{1,100}\.json|audio\/[\w-]{1,200}\.(webm|mp4|ogg|bin|json))$/;

export function isFileName(name: string): boolean {
  return FILE_NAME.test(name);
}

/** Bytes that a file in an archive may have, unpacked; and all of them together. */
export const MAX_FILE_BYTES = 500_000_000;
export const MAX_BYTES = 1_500_000_000;

export const manifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  /** ISO 8601. */
  exportedAt: z.string().max(40),
  counts: z.strictObject({ attempts: z.int().min(0), events: z.int().min(0), recordings: z.int().min(0) }),
  files: z
    .array(z.strictObject({ name: z.string().max(220), bytes: z.int().min(0), crc32: z.int().min(0) }))
    .max(65_000),
});

export type Manifest = z.infer<typeof manifestSchema>;

export const attemptFileSchema = z.strictObject({ attempt: attemptSchema, events: z.array(z.unknown()) });

export const recordingFileSchema = z.strictObject({
  recordingId: z.string().regex(/^[\w-]{1,200}$/),
  attemptId: attemptSchema.shape.id,
  /** The name of the file with the bytes of all chunks. */
  file: z.string().max(220),
  chunks: z
    .array(
      z.strictObject({
        index: z.int().min(0),
        at: z.number(),
        bytes: z.int().min(0),
        /** The loudest sample of every 50 ms, two hexadecimal digits each. */
        levels: z.string().regex(/^([0-9a-f]{2})*$/),
      }),
    )
    .max(1_000_000),
});

export type RecordingFile = z.infer<typeof recordingFileSchema>;

/** What is wrong with a file, as one sentence for the candidate. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}
