import type { SummaryAnswer, SummaryRequest } from './summary-protocol.ts';
import type { SummariseElsewhere } from './summary-store.ts';

/** Summaries from a worker, started at the first need; null outside a page. */
export function createSummaryWorker(): SummariseElsewhere | null {
  if (typeof window === 'undefined' || typeof Worker === 'undefined') return null;
  let worker: Worker | null = null;
  let nextId = 1;
  const waiting = new Map<number, () => void>();

  const start = (): Worker => {
    const started = new Worker(new URL('./summary.worker.ts', import.meta.url), { type: 'module', name: 'summaries' });
    started.addEventListener('message', ({ data }: MessageEvent<SummaryAnswer>) => {
      waiting.get(data.requestId)?.();
      waiting.delete(data.requestId);
    });
    started.addEventListener('error', () => {
      for (const resolve of waiting.values()) resolve();
      waiting.clear();
      worker = null;
    });
    return started;
  };

  return (databaseName, attemptIds) => {
    worker ??= start();
    const requestId = nextId;
    nextId += 1;
    const request: SummaryRequest = { requestId, databaseName, attemptIds };
    const done = new Promise<void>((resolve) => waiting.set(requestId, resolve));
    worker.postMessage(request);
    return done;
  };
}
