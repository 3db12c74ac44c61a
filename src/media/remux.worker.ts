/// <reference lib="webworker" />
/** An hour of speech is some hundred thousand packets: putting them into a new file must not stop the page. */
import { messageOf } from '#domain/message-of.ts';
import { remux } from './remux.ts';
import type { RemuxAnswer, RemuxRequest } from './remux-protocol.ts';

declare const self: DedicatedWorkerGlobalScope;

self.addEventListener('message', async ({ data }: MessageEvent<RemuxRequest>) => {
  try {
    const file = await remux(data.recording);
    answer({ kind: 'done', file }, [file]);
  } catch (error) {
    answer({ kind: 'failed', message: messageOf(error) }, []);
  }
});

function answer(message: RemuxAnswer, moved: Transferable[]): void {
  self.postMessage(message, moved);
}
