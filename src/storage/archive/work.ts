import { createDatabase } from '../database.ts';
import { errorNames } from '../persistence.ts';
import { openSource } from './contents.ts';
import { ArchiveError } from './format.ts';
import { mergeContents } from './merge.ts';
import type { ArchiveAnswer, ArchiveRequest } from './protocol.ts';
import { readArchive } from './read-archive.ts';
import { writeArchive } from './write-archive.ts';

/** As often as a bar need move, in ms: the page draws at every word. */
const PROGRESS_MS = 100;

/** The share of an import that reading the file takes; the rest is writing. */
const READING = 0.2;

/** Does what a request asks, and answers; the last answer is not `progress`. Never rejects. */
export async function work(request: ArchiveRequest, answer: (message: ArchiveAnswer) => void): Promise<void> {
  let told = performance.now();
  const onProgress = (share: number) => {
    if (performance.now() - told < PROGRESS_MS) return;
    told = performance.now();
    answer({ kind: 'progress', share });
  };
  const database = request.databaseName === null ? null : createDatabase(request.databaseName);
  try {
    if (request.kind === 'export') {
      const source = await openSource(database, request.unwritten, request.only);
      const archive = await writeArchive(source, { exportedAt: request.exportedAt, onProgress });
      answer({ kind: 'exported', archive });
    } else if (database !== null) {
      const bytes = new Uint8Array(await request.file.arrayBuffer());
      const contents = readArchive(bytes, (share) => onProgress(READING * share));
      const result = await mergeContents(database, contents, (share) => onProgress(READING + (1 - READING) * share));
      answer({ kind: 'imported', result });
    }
  } catch (error) {
    answer({ kind: 'failed', sentence: sentenceFor(request, error) });
  } finally {
    database?.close();
  }
}

function sentenceFor({ kind }: ArchiveRequest, error: unknown): string {
  if (error instanceof ArchiveError) return error.message;
  const names = errorNames(error);
  if (names.includes('QuotaExceededError')) return 'The browser has no room left for what is in this file.';
  const name = names.at(-1) ?? 'unknown error';
  return kind === 'export'
    ? `The saved attempts could not be read (${name}).`
    : `The file could not be read or saved (${name}).`;
}
