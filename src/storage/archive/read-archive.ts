import { unzipSync } from 'fflate';
import type { AudioChunk } from '../audio.ts';
import type { ArchivedAttempt, ArchivedRecording } from './contents.ts';
import { crc32 } from './crc32.ts';
import { isEvent } from './event-schema.ts';
import {
  ArchiveError,
  attemptFileSchema,
  FORMAT,
  FORMAT_VERSION,
  fromHex,
  isFileName,
  MANIFEST,
  MAX_BYTES,
  MAX_FILE_BYTES,
  type Manifest,
  manifestSchema,
  type RecordingFile,
  recordingFileSchema,
} from './format.ts';

export interface ArchiveContents {
  readonly attempts: readonly ArchivedAttempt[];
  readonly recordings: readonly ArchivedRecording[];
}

type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

const DAMAGED = 'This file is damaged, or was cut short.';
const FOREIGN = 'This file is not an Edgewise export.';
const NEWER = 'This file was made by a newer Edgewise. Reload the page to update this one, then try again.';
const TOO_LARGE = 'This file is too large to be read.';

/** All that an archive holds, checked to the last field. Throws an `ArchiveError` where anything is not as it should be. */
export function readArchive(
  zip: Uint8Array<ArrayBuffer>,
  onProgress: (share: number) => void = () => {},
): ArchiveContents {
  const files = unpack(zip);
  const manifest = readManifest(files);
  compare(files, manifest);
  const names = manifest.files.map(({ name }) => name);
  const attempts: ArchivedAttempt[] = [];
  const listings: RecordingFile[] = [];
  for (const [done, name] of names.entries()) {
    if (name.startsWith('attempts/')) attempts.push(readAttempt(name, files));
    else if (name.endsWith('.json')) listings.push(readListing(name, files));
    onProgress((done + 1) / names.length);
  }
  const known = new Set(attempts.map(({ attempt }) => attempt.id));
  const recordings = listings.map((listing) => readRecording(listing, known, files));
  const sounds = names.filter((name) => name.startsWith('audio/') && !name.endsWith('.json'));
  const events = attempts.reduce((sum, attempt) => sum + attempt.events.length, 0);
  const { counts } = manifest;
  const complete =
    sounds.length === recordings.length &&
    new Set(listings.map(({ file }) => file)).size === sounds.length &&
    counts.attempts === attempts.length &&
    counts.events === events &&
    counts.recordings === recordings.length;
  if (!complete) throw new ArchiveError(DAMAGED);
  return { attempts, recordings };
}

function unpack(zip: Uint8Array<ArrayBuffer>): Files {
  if (zip.length > MAX_BYTES) throw new ArchiveError(TOO_LARGE);
  const names = new Set<string>();
  let bytes = 0;
  try {
    const files = unzipSync(zip, {
      filter({ name, originalSize }) {
        if (!isFileName(name) || names.has(name)) throw new ArchiveError(FOREIGN);
        names.add(name);
        bytes += originalSize;
        if (originalSize > MAX_FILE_BYTES || bytes > MAX_BYTES) throw new ArchiveError(TOO_LARGE);
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch (error) {
    throw error instanceof ArchiveError ? error : new ArchiveError(startsAsZip(zip) ? DAMAGED : FOREIGN);
  }
}

function startsAsZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function readManifest(files: Files): Manifest {
  if (!files.has(MANIFEST)) throw new ArchiveError(FOREIGN);
  const found = json(MANIFEST, files);
  if (typeof found !== 'object' || found === null || !('format' in found) || found.format !== FORMAT) {
    throw new ArchiveError(FOREIGN);
  }
  if ('version' in found && typeof found.version === 'number' && found.version > FORMAT_VERSION) {
    throw new ArchiveError(NEWER);
  }
  const manifest = manifestSchema.safeParse(found);
  if (!manifest.success) throw new ArchiveError(DAMAGED);
  return manifest.data;
}

/** That the files are those that the manifest names, to the bit. */
function compare(files: Files, manifest: Manifest): void {
  const named = new Set(manifest.files.map(({ name }) => name));
  if (named.size !== manifest.files.length || named.size !== files.size - 1) throw new ArchiveError(DAMAGED);
  for (const file of manifest.files) {
    const bytes = files.get(file.name);
    if (bytes === undefined || bytes.length !== file.bytes || crc32(bytes) !== file.crc32) {
      throw new ArchiveError(DAMAGED);
    }
  }
}

function readAttempt(name: string, files: Files): ArchivedAttempt {
  const file = attemptFileSchema.safeParse(json(name, files));
  if (!file.success) throw notUnderstood(name);
  const { attempt, events } = file.data;
  if (name !== `attempts/${attempt.id}.json` || !events.every(isEvent)) throw notUnderstood(name);
  const isForeign = events.some((event) => event.type === 'opened' && event.problemId !== attempt.problemId);
  if (isForeign) throw notUnderstood(name);
  return { attempt, events };
}

function readListing(name: string, files: Files): RecordingFile {
  const listing = recordingFileSchema.safeParse(json(name, files));
  if (!listing.success || name !== `audio/${listing.data.recordingId}.json`) throw notUnderstood(name);
  return listing.data;
}

function readRecording(listing: RecordingFile, attempts: ReadonlySet<string>, files: Files): ArchivedRecording {
  const { recordingId, attemptId, file } = listing;
  const sound = files.get(file);
  const indices = listing.chunks.map(({ index }) => index);
  const inOrder = indices.every((index, i) => i === 0 || index > (indices[i - 1] ?? index));
  const size = listing.chunks.reduce((sum, { bytes }) => sum + bytes, 0);
  if (sound?.length !== size || !file.startsWith(`audio/${recordingId}.`) || !attempts.has(attemptId) || !inOrder) {
    throw notUnderstood(`audio/${recordingId}.json`);
  }
  let offset = 0;
  const chunks = listing.chunks.map(({ index, at, bytes, levels }): AudioChunk => {
    const part = sound.slice(offset, offset + bytes);
    offset += bytes;
    return { recordingId, index, at, bytes: part.buffer, levels: fromHex(levels) };
  });
  return { recordingId, attemptId, chunks };
}

function json(name: string, files: Files): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(files.get(name)));
  } catch {
    throw new ArchiveError(DAMAGED);
  }
}

function notUnderstood(name: string): ArchiveError {
  return new ArchiveError(`This file cannot be used: “${name}” in it is not what Edgewise writes.`);
}
