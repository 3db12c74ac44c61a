/// <reference lib="webworker" />
/** Listens for speech, on a thread of its own: the model takes some ms for every 32 ms of sound. */

import type { Model } from '@ricky0123/vad-web/dist/models';
import { Silero } from '@ricky0123/vad-web/dist/models/silero';
import * as ort from 'onnxruntime-web/wasm';
import { messageOf } from '#domain/message-of.ts';
import { createFramer, type SpeechFrame } from './framer.ts';
import type { ListenerReport, ListenerRequest, SoundBlock } from './listener-protocol.ts';
import { createSpeechDetector } from './speech-detector.ts';

declare const self: DedicatedWorkerGlobalScope;

let model: Promise<Model> = Promise.reject(new Error('The model was not asked for.'));
model.catch(() => undefined);
let current: { readonly listenId: number; finish(): void } | null = null;

self.addEventListener('message', ({ data }: MessageEvent<ListenerRequest>) => {
  switch (data.kind) {
    case 'load':
      model = load(data);
      model.then(
        () => report({ kind: 'ready' }),
        (error: unknown) => report({ kind: 'failed', message: messageOf(error) }),
      );
      break;
    case 'listen':
      current?.finish();
      current = listen(data);
      break;
    case 'finish':
      if (current?.listenId !== data.listenId) break;
      current.finish();
      current = null;
  }
});

/** Frames that arrive while the model still loads wait for it: nothing said meanwhile is missed. */
function listen({ listenId, rate, sound }: Extract<ListenerRequest, { kind: 'listen' }>) {
  const framer = createFramer(rate);
  const detector = createSpeechDetector();
  const ms = (frame: number) => (frame / rate) * 1000;
  const tell = (edge: ReturnType<typeof detector.finish>) => {
    if (edge?.kind === 'started') report({ kind: 'started', listenId, from: (edge.from / 1000) * rate });
    if (edge?.kind === 'ended') report({ kind: 'ended', listenId, to: (edge.to / 1000) * rate });
  };
  let work: Promise<void> = model.then((silero) => silero.reset_state());
  const hear = async ({ samples, from, to }: SpeechFrame): Promise<void> => {
    const { isSpeech } = await (await model).process(samples);
    tell(detector.frame(isSpeech, ms(from), ms(to)));
  };
  sound.onmessage = ({ data }: MessageEvent<SoundBlock>) => {
    for (const frame of framer.push(data.samples, data.from)) work = work.then(() => hear(frame));
    // A model that fails has said so already.
    work = work.catch(() => undefined);
  };
  return {
    listenId,
    finish() {
      sound.close();
      void work
        .then(() => tell(detector.finish()))
        .catch(() => undefined)
        .finally(() => report({ kind: 'finished', listenId }));
    },
  };
}

async function load({ modelUrl, wasmUrl }: Extract<ListenerRequest, { kind: 'load' }>): Promise<Model> {
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = { wasm: wasmUrl };
  return Silero.new(ort, async () => {
    const response = await fetch(modelUrl);
    if (!response.ok) throw new Error(`the speech model could not be loaded (${response.status})`);
    return response.arrayBuffer();
  });
}

function report(message: ListenerReport): void {
  self.postMessage(message);
}
