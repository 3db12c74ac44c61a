import type { Unwritten } from './contents.ts';
import type { ImportResult } from './merge.ts';

/** What the page asks of the archive's worker, which lives for one request. */
export type ArchiveRequest =
  | {
      readonly kind: 'export';
      /** Null: there is no disk. */
      readonly databaseName: string | null;
      readonly unwritten: Unwritten;
      /** The ids of the attempts that are wanted; null for all. */
      readonly only: readonly string[] | null;
      readonly exportedAt: Date;
    }
  | { readonly kind: 'import'; readonly databaseName: string; readonly file: Blob };

export type ArchiveAnswer =
  /** The share that is done, 0 to 1. */
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'exported'; readonly archive: Blob }
  | { readonly kind: 'imported'; readonly result: ImportResult }
  /** `sentence` is for the candidate. */
  | { readonly kind: 'failed'; readonly sentence: string };
