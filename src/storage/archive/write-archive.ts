import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { ArchivedAttempt, ArchivedRecording, ArchiveSource } from './contents.ts';
import { crc32 } from './crc32.ts';
import { FORMAT, FORMAT_VERSION, MANIFEST, type Manifest, type RecordingFile, toHex } from './format.ts';

/** Bytes that are gathered before they are handed to the browser, which may keep them on disk. */
const PART_BYTES = 16_000_000;

export interface WriteOptions {
  readonly exportedAt: Date;
  /** The share that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** Writes an archive: see `format.ts`. Rejects as reading does. */
export async function writeArchive(source: ArchiveSource, options: WriteOptions): Promise<Blob> {
  const { exportedAt, onProgress = () => {} } = options;
  const zip = openZip(exportedAt);
  const files: Manifest['files'] = [];
  const add = (name: string, bytes: Uint8Array<ArrayBuffer>): void => {
    files.push({ name, bytes: bytes.length, crc32: crc32(bytes) });
    zip.add(name, bytes);
  };
  const mimeTypes = new Map<string, string>();
  const total = source.attempts.length + source.recordings.length;
  let done = 0;
  const report = (): void => {
    done += 1;
    onProgress(done / total);
  };
  let events = 0;
  let recordings = 0;
  for (const row of source.attempts) {
    const archived = await source.attempt(row);
    events += archived.events.length;
    for (const event of archived.events) {
      if (event.type === 'recording-started') mimeTypes.set(event.recordingId, event.mimeType);
    }
    add(`attempts/${row.id}.json`, encode(attemptText(archived)));
    report();
  }
  const attempts = new Set(source.attempts.map(({ id }) => id));
  for (const recordingId of source.recordings) {
    const recording = await source.recording(recordingId);
    report();
    if (recording === null || !attempts.has(recording.attemptId)) continue;
    recordings += 1;
    const file = `audio/${recordingId}.${extension(mimeTypes.get(recordingId))}`;
    add(file, joined(recording.chunks.map(({ bytes }) => bytes)));
    add(`audio/${recordingId}.json`, encode(recordingText(recording, file)));
  }
  const manifest: Manifest = {
    format: FORMAT,
    version: FORMAT_VERSION,
    exportedAt: exportedAt.toISOString(),
    counts: { attempts: source.attempts.length, events, recordings },
    files,
  };
  zip.add(MANIFEST, encode(`${JSON.stringify(manifest, null, 1)}\n`));
  return zip.end();
}

function openZip(mtime: Date) {
  const blobs: Blob[] = [];
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const gather = (): void => {
    blobs.push(new Blob(parts));
    parts = [];
    size = 0;
  };
  const zip = new Zip((error, part) => {
    if (error !== null) throw error;
    parts.push(part);
    size += part.length;
    if (size > PART_BYTES) gather();
  });
  return {
    add(name: string, bytes: Uint8Array<ArrayBuffer>): void {
      // Sound is compressed already.
      const file = name.endsWith('.json') ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
      file.mtime = mtime;
      zip.add(file);
      file.push(bytes, true);
    },
    end(): Blob {
      zip.end();
      gather();
      return new Blob(blobs, { type: 'application/zip' });
    },
  };
}

/** One event a line, so that two exports can be compared by eye. */
function attemptText({ attempt: { id, problemId, startedAt }, events }: ArchivedAttempt): string {
  const attempt = JSON.stringify({ id, problemId, startedAt });
  return `{"attempt":${attempt},\n"events":[\n${events.map((event) => JSON.stringify(event)).join(',\n')}\n]}\n`;
}

function recordingText({ recordingId, attemptId, chunks }: ArchivedRecording, file: string): string {
  const content: RecordingFile = {
    recordingId,
    attemptId,
    file,
    chunks: chunks.map(({ index, at, bytes, levels }) => ({
      index,
      at,
      bytes: bytes.byteLength,
      levels: toHex(levels),
    })),
  };
  return `${JSON.stringify(content)}\n`;
}

function extension(mimeType: string | undefined): string {
  return /^audio\/(webm|mp4|ogg)\b/.exec(mimeType ?? '')?.[1] ?? 'bin';
}

function joined(buffers: readonly ArrayBuffer[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(buffers.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let offset = 0;
  for (const buffer of buffers) {
    all.set(new Uint8Array(buffer), offset);
    offset += buffer.byteLength;
  }
  return all;
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
