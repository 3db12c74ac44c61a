import modelUrl from '@ricky0123/vad-web/dist/silero_vad_v6.onnx?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import type { ListenerReport, ListenerRequest } from './listener-protocol.ts';

export type ListenerState = 'loading' | 'listening' | 'failed';

/** Positions are in samples since the audio context began. */
export interface ListenerCallbacks {
  onState(state: ListenerState): void;
  onStarted(from: number): void;
  onEnded(to: number): void;
}

export interface Listening {
  /** Resolves when everything that was heard has been told, or after half a minute. */
  finish(): Promise<void>;
}

export interface Listener {
  /** `sound` brings blocks of the microphone's signal, `rate` samples a second. One at a time. */
  listen(sound: MessagePort, rate: number, callbacks: ListenerCallbacks): Listening;
  dispose(): void;
}

/** On a busy machine the model falls behind, and catches up when the recording is over. */
const FINISH_MS = 30_000;

/** Listens for speech in a worker, which starts and loads its model at the first use and keeps it for the next recording. */
export function createListener(): Listener {
  let worker: Worker | null = null;
  let state: ListenerState = 'loading';
  let nextId = 1;
  /** A recording that ends may still be told of what was said while the next one begins. */
  const open = new Map<number, { readonly callbacks: ListenerCallbacks; readonly finished: () => void }>();

  const setState = (next: ListenerState): void => {
    state = next;
    for (const { callbacks } of open.values()) callbacks.onState(next);
  };

  function start(): Worker {
    const started = new Worker(new URL('./listener.worker.ts', import.meta.url), { type: 'module', name: 'listener' });
    started.addEventListener('error', () => setState('failed'));
    started.addEventListener('message', ({ data }: MessageEvent<ListenerReport>) => {
      if (data.kind === 'ready') return setState('listening');
      if (data.kind === 'failed') return setState('failed');
      const heard = open.get(data.listenId);
      if (data.kind === 'started') heard?.callbacks.onStarted(data.from);
      else if (data.kind === 'ended') heard?.callbacks.onEnded(data.to);
      else heard?.finished();
    });
    const absolute = (url: string): string => new URL(url, document.baseURI).href;
    const request: ListenerRequest = { kind: 'load', modelUrl: absolute(modelUrl), wasmUrl: absolute(wasmUrl) };
    started.postMessage(request);
    return started;
  }

  return {
    listen(sound, rate, callbacks) {
      if (worker !== null && state === 'failed') {
        worker.terminate();
        worker = null;
      }
      if (worker === null) {
        state = 'loading';
        worker = start();
      }
      const listenId = nextId;
      nextId += 1;
      const finished = new Promise<void>((resolve) => open.set(listenId, { callbacks, finished: resolve }));
      callbacks.onState(state);
      const request: ListenerRequest = { kind: 'listen', listenId, rate, sound };
      worker.postMessage(request, [sound]);
      return {
        async finish() {
          const finish: ListenerRequest = { kind: 'finish', listenId };
          worker?.postMessage(finish);
          const patience = new Promise((resolve) => setTimeout(resolve, FINISH_MS));
          if (state !== 'failed') await Promise.race([finished, patience]);
          open.delete(listenId);
        },
      };
    },
    dispose() {
      worker?.terminate();
      worker = null;
      open.clear();
    },
  };
}
