/// <reference lib="webworker" />
/** Summaries on a thread of their own: the log of an hour takes longer to fold than a page may stand still. */
import { createDatabase } from './database.ts';
import type { SummaryAnswer, SummaryRequest } from './summary-protocol.ts';
import { summarise } from './summary-store.ts';

declare const self: DedicatedWorkerGlobalScope;

self.addEventListener('message', async ({ data }: MessageEvent<SummaryRequest>) => {
  const database = createDatabase(data.databaseName);
  try {
    for (const attemptId of data.attemptIds) await summarise(database, attemptId);
  } catch {
    // What is missing, the page makes itself.
  }
  database.close();
  const answer: SummaryAnswer = { requestId: data.requestId };
  self.postMessage(answer);
});
