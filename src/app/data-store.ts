import { createStore, type StoreApi } from 'zustand/vanilla';
import { messageOf } from '#domain/message-of.ts';
import type { AttemptLog, Holdings, ImportResult } from '#storage/attempt-log.ts';
import { counted } from '#ui/format.ts';
import { download, exportName } from './download.ts';

/** Bytes, of everything that this site keeps. */
export interface Space {
  readonly used: number;
  readonly quota: number;
}

export type Job =
  | { readonly kind: 'idle' }
  /** `share` from 0 to 1; null where it cannot be told. */
  | { readonly kind: 'working'; readonly what: string; readonly share: number | null }
  | { readonly kind: 'done'; readonly sentence: string }
  | { readonly kind: 'failed'; readonly sentence: string };

export interface DataState {
  /** Null until it is known. */
  readonly holdings: Holdings | null;
  /** Null until it is known, and where the browser does not tell. */
  readonly space: Space | null;
  /** Whether the browser has promised not to clear it by itself; null where it cannot promise. */
  readonly kept: boolean | null;
  readonly job: Job;
}

/** As much of `navigator.storage` as it takes; browsers leave parts of it out on pages without TLS. */
export type BrowserStorage = Partial<Pick<StorageManager, 'estimate' | 'persist' | 'persisted'>>;

export interface DataActions {
  readonly store: StoreApi<DataState>;
  /** Reads how much there is. */
  look(): Promise<void>;
  askToKeep(): Promise<void>;
  exportAll(): Promise<void>;
  importFile(file: Blob): Promise<void>;
  /** Of recordings that were begun more than `days` ago. */
  deleteRecordings(days: number): Promise<void>;
  deleteEverything(): Promise<void>;
}

const DAY_MS = 86_400_000;

/** What the page on the candidate's data shows and does. One thing at a time: asked for another meanwhile, it does nothing. */
export function createDataActions(
  log: Pick<AttemptLog, 'archive'>,
  storage: BrowserStorage = navigator.storage ?? {},
): DataActions {
  const store = createStore<DataState>(() => ({ holdings: null, space: null, kept: null, job: { kind: 'idle' } }));
  const { getState, setState } = store;

  const look = async (): Promise<void> => {
    const [holdings, estimate, kept] = await Promise.all([
      log.archive.holdings().catch(() => null),
      storage.estimate?.().catch(() => null),
      storage.persisted?.().catch(() => null),
    ]);
    const { usage, quota } = estimate ?? {};
    setState({
      holdings,
      space: usage === undefined || quota === undefined ? null : { used: usage, quota },
      kept: kept ?? null,
    });
  };

  const work = async (what: string, does: (onProgress: (share: number) => void) => Promise<string>): Promise<void> => {
    if (getState().job.kind === 'working') return;
    setState({ job: { kind: 'working', what, share: null } });
    try {
      const sentence = await does((share) => setState({ job: { kind: 'working', what, share } }));
      setState({ job: { kind: 'done', sentence } });
    } catch (error) {
      setState({ job: { kind: 'failed', sentence: messageOf(error) } });
    }
    await look();
  };

  return {
    store,
    look,
    async askToKeep() {
      await storage.persist?.().catch(() => false);
      await look();
      if (getState().kept !== true) {
        setState({
          job: {
            kind: 'failed',
            sentence:
              'The browser did not promise it. It may later, for a site that is used often. Export now and then.',
          },
        });
      }
    },
    exportAll: () =>
      work('Exporting', async (onProgress) => {
        const name = exportName(new Date());
        download(await log.archive.exportAttempts(undefined, onProgress), name);
        return `Exported as ${name}.`;
      }),
    importFile: (file) =>
      work('Importing', async (onProgress) => {
        const result = await log.archive.importFile(file, onProgress).catch((error: unknown) => {
          throw new Error(`${error instanceof Error ? error.message : error} Nothing was changed.`);
        });
        return importSentence(result);
      }),
    deleteRecordings: (days) =>
      work('Deleting recordings', async () => {
        const deleted = await log.archive.deleteRecordings(Date.now() - days * DAY_MS);
        return deleted === 0 ? 'There was no recording that old.' : `Deleted ${counted(deleted, 'recording')}.`;
      }),
    deleteEverything: () =>
      work('Deleting', async () => {
        await log.archive.deleteEverything();
        return 'Deleted every attempt and recording.';
      }),
  };
}

/** What an import did, in a sentence. */
export function importSentence({ added, completed, unchanged }: ImportResult): string {
  const parts = [
    added > 0 ? `${counted(added, 'attempt')} added` : null,
    completed > 0 ? `${counted(completed, 'attempt')} completed` : null,
    unchanged > 0 ? `${counted(unchanged, 'attempt')} already here` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'There is no attempt in this file.' : `Imported: ${parts.join(', ')}.`;
}
