/// <reference lib="webworker" />
/** Zips, unzips and checks on a thread of its own: forty megabytes of sound must not stop the page. */
import type { ArchiveAnswer, ArchiveRequest } from './protocol.ts';
import { work } from './work.ts';

declare const self: DedicatedWorkerGlobalScope;

self.addEventListener('message', ({ data }: MessageEvent<ArchiveRequest>) => {
  void work(data, (answer: ArchiveAnswer) => self.postMessage(answer));
});
