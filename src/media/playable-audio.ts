import type { AudioChunk } from '#storage/audio.ts';
import type { RemuxAnswer, RemuxRequest } from './remux-protocol.ts';

/**
 * A recording as a file that plays and seeks: what a `MediaRecorder` writes has neither a length nor an index. Time zero of
 * the file is the recording's first sample, so `recording-started.at` plus the position in ms is a time of the log.
 * Works off the main thread, also on the chunks of a recording that was cut off.
 *
 * @throws {Error} with a sentence to show, when the chunks hold no audio.
 */
export function playableAudio(chunks: readonly Pick<AudioChunk, 'bytes'>[], mimeType: string): Promise<Blob> {
  // Codecs are named by the file itself; some browsers refuse types with parameters that they do not know.
  const type = mimeType.split(';')[0] ?? mimeType;
  const worker = new Worker(new URL('./remux.worker.ts', import.meta.url), { type: 'module', name: 'remux' });
  const request: RemuxRequest = { recording: new Blob(chunks.map(({ bytes }) => bytes)) };
  const done = new Promise<Blob>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<RemuxAnswer>) => {
      if (data.kind === 'done') resolve(new Blob([data.file], { type }));
      else reject(new Error('The recording could not be read.', { cause: data.message }));
    });
    worker.addEventListener('error', () => {
      reject(new Error('The part that reads recordings could not be loaded. Reload the page.'));
    });
  });
  worker.postMessage(request);
  return done.finally(() => worker.terminate());
}
