import { createStore, type StoreApi } from 'zustand/vanilla';
import { messageOf } from '#domain/message-of.ts';
import type { Case, Problem } from '#domain/problem.ts';
import type { CaseResult } from '#domain/verdict.ts';
import type { Explainer } from '#grading/explainer.ts';
import type { ShrinkProgress, Shrunk } from '#grading/shrink/shrink.ts';

/** How the search for the smallest failing input stands, of one case or one input of the candidate's own. */
export type SmallestState =
  | { readonly kind: 'searching'; readonly progress: ShrinkProgress | null }
  | { readonly kind: 'found'; readonly shrunk: Extract<Shrunk, { kind: 'shrunk' }> }
  /** `message` is a sentence: why there is none. */
  | { readonly kind: 'none'; readonly message: string };

/** What is searched for: the position of a case, or the id of an own input. */
export type SmallestKey = number | string;

export interface SmallestPart {
  readonly store: StoreApi<ReadonlyMap<SmallestKey, SmallestState>>;
  start(key: SmallestKey, item: Pick<Case, 'args' | 'earlier' | 'unchanged'>, failure: CaseResult): void;
  /** What has been found until then stays. */
  stop(): void;
  /** Forgets everything that was found. */
  clear(): void;
}

interface Collaborators {
  readonly problem: Problem;
  readonly explainer: Explainer;
  readonly code: () => string;
}

/** Searches for smallest failing inputs, one at a time. */
export function createSmallestPart({ problem, explainer, code }: Collaborators): SmallestPart {
  const store = createStore<ReadonlyMap<SmallestKey, SmallestState>>(() => new Map());
  let live: AbortController | null = null;
  const put = (key: SmallestKey, state: SmallestState): void =>
    store.setState(new Map(store.getState()).set(key, state), true);

  const stop = (): void => live?.abort();
  return {
    store,
    start(key, item, failure) {
      stop();
      const abort = new AbortController();
      live = abort;
      put(key, { kind: 'searching', progress: null });
      // After `clear`, or a newer search of the same, this one has nothing to say.
      const tell = (state: SmallestState): void => {
        if (live === abort || store.getState().get(key)?.kind === 'searching') put(key, state);
      };
      explainer
        .shrink(
          { problem, code: code(), item, own: typeof key === 'string', failure },
          { signal: abort.signal, onProgress: (progress) => live === abort && tell({ kind: 'searching', progress }) },
        )
        .then(
          (shrunk) => tell(shrunk.kind === 'shrunk' ? { kind: 'found', shrunk } : shrunk),
          (error: unknown) => tell({ kind: 'none', message: messageOf(error) }),
        )
        .finally(() => {
          if (live === abort) live = null;
        });
    },
    stop,
    clear() {
      stop();
      live = null;
      store.setState(new Map(), true);
    },
  };
}
