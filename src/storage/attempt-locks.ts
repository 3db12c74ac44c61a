/** Whether this tab may write a problem's attempt; of all tabs, one may. */
export type TabAccess =
  | { readonly kind: 'writing' }
  /** `elsewhere`: another tab came first; `taken-over`: another tab asked for it; `left`: the tab that wrote is gone. */
  | { readonly kind: 'reading'; readonly because: 'elsewhere' | 'taken-over' | 'left' };

/** This tab's share of one problem. */
export interface AttemptLock {
  /** The same object until it changes. */
  access(): TabAccess;
  /** Calls `listener` after every change of `access()`; returns the way to unsubscribe. */
  subscribe(listener: () => void): () => void;
  /** Asks the tab that writes to let go, and does not wait for its answer for ever. Resolves when this tab may write. */
  takeOver(): Promise<void>;
  /** Takes over only where nobody writes any more. */
  takeIfFree(): Promise<void>;
  /** For whoever opens the same problem on this page next, within a moment; then for other tabs. */
  release(): void;
}

export interface AttemptLocks {
  /** Takes the problem, unless another tab has it. */
  hold(problemId: string): Promise<AttemptLock>;
  /** Whether another tab has any problem. */
  isHeldElsewhere(): Promise<boolean>;
}

/** As much of the browser's Web Locks as it takes. */
export type PageLocks = Pick<LockManager, 'request' | 'query'>;

export interface AttemptLocksOptions {
  /** Null where the browser has no Web Locks: then every tab writes, each in a session of its own. */
  readonly tabs: TabLinks | null;
  /** Writes all there is before another tab takes over. */
  readonly flush: () => Promise<void>;
}

/** What the tabs of one browser share. */
export interface TabLinks {
  readonly locks: PageLocks;
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;
}

/** How long a tab that was asked to let go may take: one that sleeps never answers. */
const PATIENCE_MS = 1000;

/** How long a problem stays this tab's own while its page is built anew. */
const LINGER_MS = 300;

const PREFIX = 'edgewise:attempt:';

type Message = { readonly name: string; readonly kind: 'let-go' | 'taken' };

const WRITING: TabAccess = { kind: 'writing' };

export function createAttemptLocks(options: AttemptLocksOptions): AttemptLocks {
  const { tabs, flush } = options;
  if (tabs === null) return { hold: async () => ALWAYS_WRITING, isHeldElsewhere: async () => false };
  const { locks, channel } = tabs;
  const held = new Map<string, { readonly lock: ProblemLock; users: number }>();
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isMessage(data)) held.get(data.name)?.lock.receive(data.kind);
  });

  return {
    async isHeldElsewhere() {
      const { held: all = [] } = await locks.query();
      return all.some(({ name = '' }) => name.startsWith(PREFIX) && held.get(name)?.lock.access().kind !== 'writing');
    },

    async hold(problemId) {
      const name = `${PREFIX}${problemId}`;
      let entry = held.get(name);
      if (entry === undefined) {
        const tell = (kind: Message['kind']) => channel.postMessage({ name, kind } satisfies Message);
        entry = { lock: createProblemLock({ name, locks, flush, tell }), users: 0 };
        held.set(name, entry);
      }
      const mine = entry;
      mine.users += 1;
      await mine.lock.ready;
      let released = false;
      return {
        ...mine.lock,
        release() {
          if (released) return;
          released = true;
          mine.users -= 1;
          setTimeout(() => {
            if (mine.users > 0 || held.get(name) !== mine) return;
            held.delete(name);
            mine.lock.end();
          }, LINGER_MS);
        },
      };
    },
  };
}

/** The browser's own; null outside a page, and on pages served without TLS. */
export function pageTabs(): TabLinks | null {
  const locks = typeof window === 'undefined' ? undefined : navigator.locks;
  return locks === undefined ? null : { locks, channel: new BroadcastChannel('edgewise:attempts') };
}

const ALWAYS_WRITING: AttemptLock = {
  access: () => WRITING,
  subscribe: () => () => {},
  takeOver: async () => {},
  takeIfFree: async () => {},
  release: () => {},
};

interface ProblemLock extends Omit<AttemptLock, 'release'> {
  /** Resolves when it is known who writes. */
  readonly ready: Promise<void>;
  receive(kind: Message['kind']): void;
  end(): void;
}

interface ProblemLockOptions {
  readonly name: string;
  readonly locks: Pick<LockManager, 'request'>;
  readonly flush: () => Promise<void>;
  readonly tell: (kind: Message['kind']) => void;
}

function createProblemLock({ name, locks, flush, tell }: ProblemLockOptions): ProblemLock {
  const listeners = new Set<() => void>();
  let access: TabAccess = { kind: 'reading', because: 'elsewhere' };
  /** Ends the hold on the lock. */
  let letGo: (() => void) | null = null;
  /** Stops waiting for the tab that writes to go. */
  let waiting: AbortController | null = null;

  const set = (next: TabAccess): void => {
    access = next;
    for (const listener of [...listeners]) listener();
  };

  /** Resolves to whether this tab has the lock now; it keeps it until it lets go, or until another steals it. */
  const request = (how: LockOptions): Promise<boolean> =>
    new Promise((resolve) => {
      let mine: (() => void) | null = null;
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        resolve(lock !== null);
        if (lock === null) return undefined;
        return new Promise((end) => {
          mine = end;
          letGo = end;
        });
      };
      locks.request(name, how, hold).catch(() => {
        resolve(false);
        if (mine === null || letGo !== mine) return;
        letGo = null;
        set({ kind: 'reading', because: 'taken-over' });
        waitUntilLeft();
      });
    });

  const waitUntilLeft = (): void => {
    waiting?.abort();
    const wait = new AbortController();
    waiting = wait;
    locks
      .request(name, { signal: wait.signal }, () => {})
      // Not before the lock is free again: whoever is told may want it.
      .then(() => {
        if (waiting === wait && access.kind === 'reading') set({ kind: 'reading', because: 'left' });
      })
      .catch(() => {});
  };

  const take = async (...ways: readonly (() => LockOptions)[]): Promise<void> => {
    for (const way of ways) {
      if (access.kind === 'writing') return;
      const asked = request(way());
      if (ways.length > 1) tell('let-go');
      if (!(await asked)) continue;
      waiting?.abort();
      set(WRITING);
      tell('taken');
      return;
    }
  };

  const giveUp = async (): Promise<void> => {
    set({ kind: 'reading', because: 'taken-over' });
    await flush();
    letGo?.();
    letGo = null;
    waitUntilLeft();
  };

  return {
    ready: take(() => ({ ifAvailable: true })).then(() => {
      if (access.kind === 'reading') waitUntilLeft();
    }),
    access: () => access,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    takeOver: () =>
      take(
        () => ({ signal: AbortSignal.timeout(PATIENCE_MS) }),
        () => ({ steal: true }),
      ),
    takeIfFree: () => take(() => ({ ifAvailable: true })),
    receive(kind) {
      if (access.kind === 'writing') {
        if (kind === 'let-go') void giveUp();
        return;
      }
      // One of the others is about to write: the lock, free for a moment, is not this tab's to notice.
      if (kind === 'let-go') return void waiting?.abort();
      if (access.because === 'left') set({ kind: 'reading', because: 'elsewhere' });
      waitUntilLeft();
    },
    end() {
      listeners.clear();
      waiting?.abort();
      letGo?.();
      letGo = null;
    },
  };
}

function isMessage(data: unknown): data is Message {
  return (
    typeof data === 'object' &&
    data !== null &&
    'name' in data &&
    'kind' in data &&
    typeof data.name === 'string' &&
    (data.kind === 'let-go' || data.kind === 'taken')
  );
}
