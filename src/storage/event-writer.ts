/** Longest time that something appended stays unwritten while the store works. */
export const BATCH_MS = 250;

/** Waits before a failed write is tried again: the last one is repeated. */
const RETRY_MS = [1000, 2000, 5000, 15_000];

export type WriterHealth = { readonly kind: 'healthy' } | { readonly kind: 'failing'; readonly error: unknown };

/** A queue in front of a store: what is added is written in order, in batches, and kept until it is written. */
export interface EventWriter<Row> {
  add(row: Row): void;
  /** Tries to write all there is, now. Resolves after the attempt, whether it worked or not; never rejects. */
  flush(): Promise<void>;
  /** How many rows are not known to be written. */
  pending(): number;
  /** Those rows, in order. */
  queued(): readonly Row[];
  /** Gives them up. What is being written at this moment may still be written. */
  discard(): void;
  health(): WriterHealth;
  /** Stops the timers; what is pending stays in memory. */
  stop(): void;
}

export interface EventWriterOptions<Row> {
  /** Writes all rows or rejects and writes none. */
  readonly write: (rows: readonly Row[]) => Promise<void>;
  /** Called after every attempt to write, and with it after every change of `health()`. */
  readonly onAttempt: () => void;
}

export function createEventWriter<Row>({ write, onAttempt }: EventWriterOptions<Row>): EventWriter<Row> {
  const queue: Row[] = [];
  let health: WriterHealth = { kind: 'healthy' };
  /** Which wait is next; only attempts of our own make it longer, however often somebody else asks. */
  let retry = 0;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing: Promise<void> | null = null;
  /** One further attempt, shared by all who asked while one was under way. */
  let next: Promise<void> | null = null;

  const schedule = (): void => {
    if (timer !== null || stopped || queue.length === 0) return;
    const wait = health.kind === 'healthy' ? BATCH_MS : RETRY_MS[retry];
    timer = setTimeout(() => {
      timer = null;
      if (health.kind === 'failing') retry = Math.min(retry + 1, RETRY_MS.length - 1);
      void flush();
    }, wait);
  };

  const attempt = async (): Promise<void> => {
    const batch = queue.slice();
    try {
      await write(batch);
      // Something may have been given up meanwhile.
      if (queue[0] === batch[0]) queue.splice(0, batch.length);
      retry = 0;
      health = { kind: 'healthy' };
    } catch (error) {
      health = { kind: 'failing', error };
    }
    writing = null;
    schedule();
    onAttempt();
  };

  const flush = (): Promise<void> => {
    if (writing !== null) {
      next ??= writing.then(() => {
        next = null;
        return flush();
      });
      return next;
    }
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (queue.length === 0) return Promise.resolve();
    writing = attempt();
    return writing;
  };

  return {
    add(row) {
      queue.push(row);
      if (writing === null) schedule();
    },
    flush,
    pending: () => queue.length,
    queued: () => queue.slice(),
    discard() {
      queue.length = 0;
      health = { kind: 'healthy' };
      onAttempt();
    },
    health: () => health,
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
