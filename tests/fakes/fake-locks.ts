import type { PageLocks, TabLinks } from '#storage/attempt-locks.ts';

/** Web Locks and a broadcast channel, shared by the tabs of one browser. */
export interface FakeBrowser {
  /** The ways of a tab to the others; closing it frees its locks. A deaf tab hears nothing. */
  tab(options?: { readonly deaf?: boolean }): FakeTab;
}

export interface FakeTab extends TabLinks {
  close(): void;
}

interface Wanting {
  readonly tab: object;
  readonly grant: () => void;
}

interface Holding {
  readonly tab: object;
  readonly lose: () => void;
}

/** As much of the standard as the log uses: `ifAvailable`, `steal`, `signal`, first come first served. */
export function createFakeBrowser(): FakeBrowser {
  const held = new Map<string, Holding>();
  const queues = new Map<string, Wanting[]>();
  const ears = new Map<object, EventTarget>();

  const queue = (name: string): Wanting[] => {
    const found = queues.get(name) ?? [];
    queues.set(name, found);
    return found;
  };
  const next = (name: string): void => {
    if (!held.has(name)) queue(name).shift()?.grant();
  };

  const request = (tab: object, name: string, options: LockOptions, work: LockGrantedCallback<unknown>) =>
    new Promise<unknown>((resolve, reject) => {
      const lost = () => reject(new DOMException('', 'AbortError'));
      const hold = async () => {
        const mine: Holding = { tab, lose: lost };
        held.set(name, mine);
        await Promise.resolve();
        const result = await work({ name, mode: 'exclusive' });
        if (held.get(name) === mine) held.delete(name);
        resolve(result);
        next(name);
      };
      if (options.steal) {
        held.get(name)?.lose();
        held.delete(name);
        void hold();
      } else if (!held.has(name) && queue(name).length === 0) {
        void hold();
      } else if (options.ifAvailable) {
        resolve(work(null));
      } else {
        const wanting: Wanting = { tab, grant: () => void hold() };
        queue(name).push(wanting);
        options.signal?.addEventListener('abort', () => {
          const at = queue(name).indexOf(wanting);
          if (at >= 0) queue(name).splice(at, 1);
          lost();
        });
      }
    });

  return {
    tab({ deaf = false } = {}) {
      const self = {};
      const ear = new EventTarget();
      ears.set(self, ear);
      return {
        locks: {
          request: ((name: string, options: LockOptions, work: LockGrantedCallback<unknown>) =>
            request(self, name, options, work)) as PageLocks['request'],
          query: async () => ({ held: [...held.keys()].map((name) => ({ name })), pending: [] }),
        },
        channel: {
          postMessage(data: unknown) {
            for (const [tab, other] of ears) {
              if (tab !== self) queueMicrotask(() => other.dispatchEvent(new MessageEvent('message', { data })));
            }
          },
          addEventListener: (type: string, listener: EventListenerOrEventListenerObject | null) => {
            if (!deaf) ear.addEventListener(type, listener);
          },
        },
        close() {
          ears.delete(self);
          for (const waiting of queues.values()) {
            waiting.splice(0, waiting.length, ...waiting.filter(({ tab }) => tab !== self));
          }
          for (const [name, holding] of [...held]) {
            if (holding.tab !== self) continue;
            held.delete(name);
            next(name);
          }
        },
      };
    },
  };
}
