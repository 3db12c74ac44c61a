import type { Outcome } from '#domain/outcome.ts';
import type { BootRequest, FromWorker, RunRequest, ToWorker, TrustedRequest } from '#runner/protocol.ts';
import type { WorkerPort } from '#runner/worker-port.ts';

/** A worker that does nothing by itself: a test reads what was posted to it and says what it answers, and when. */
export interface FakeWorker {
  readonly port: WorkerPort;
  readonly posted: readonly ToWorker[];
  terminated(): boolean;
  /** Delivers a message, whatever its shape, unless the worker has been terminated. */
  say(message: FromWorker): void;
  /** Delivers a message although the worker has been terminated: one that was already under way. */
  sayLate(message: FromWorker): void;
  /** The worker itself fails. */
  fail(message: string): void;
  bootRequest(): BootRequest;
  /** The latest run that was asked for. */
  runRequest(): RunRequest;
  trustedRequest(): TrustedRequest;
}

export function createFakeWorker(): FakeWorker {
  const posted: ToWorker[] = [];
  const onMessage: ((message: FromWorker) => void)[] = [];
  const onError: ((message: string) => void)[] = [];
  let terminated = false;
  const deliver = (message: FromWorker): void => {
    for (const listener of onMessage) listener(message);
  };
  const latest = <T extends ToWorker['type']>(type: T): Extract<ToWorker, { type: T }> => {
    const found = posted.findLast((message): message is Extract<ToWorker, { type: T }> => message.type === type);
    if (found === undefined) throw new Error(`no ${type} was posted`);
    return found;
  };
  return {
    port: {
      post: (message) => void posted.push(message),
      onMessage: (listener) => void onMessage.push(listener),
      onError: (listener) => void onError.push(listener),
      terminate: () => {
        terminated = true;
      },
    },
    posted,
    terminated: () => terminated,
    say: (message) => {
      if (!terminated) deliver(message);
    },
    sayLate: deliver,
    fail: (message) => {
      for (const listener of onError) listener(message);
    },
    bootRequest: () => latest('boot'),
    runRequest: () => latest('run'),
    trustedRequest: () => latest('trusted'),
  };
}

/** Outcomes for tests to send. */
export const returned: Outcome = {
  kind: 'returned',
  ms: 1,
  output: { stdout: '', stderr: '', dropped: 0 },
  value: new Uint8Array([78]),
  changed: [],
};

export function timeLimit(line?: number): Outcome {
  const traceback = line === undefined ? { text: '' } : { text: '', line };
  return { kind: 'time-limit', ms: 5, limitMs: 5, output: { stdout: '', stderr: '', dropped: 0 }, traceback };
}

/** Lets everything that is already resolved take effect. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
}
