/** What a page has recorded, read from its database as it lies on disk. */
import type { Page } from '@playwright/test';
import type { AttemptEvent } from '#domain/attempt.ts';
import { remux } from '#media/remux.ts';

export interface StoredVoice {
  readonly events: readonly AttemptEvent[];
  /** In order; `bytes` in base64. */
  readonly chunks: readonly { readonly at: number; readonly bytes: string; readonly levels: readonly number[] }[];
}

export function storedVoice(page: Page): Promise<StoredVoice> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settled(indexedDB.open('edgewise'));
    const all = (table: string) => settled(database.transaction(table).objectStore(table).getAll());
    const events: { readonly event: AttemptEvent }[] = await all('events');
    const rows: { readonly at: number; readonly bytes: ArrayBuffer; readonly levels: Uint8Array }[] =
      await all('audio');
    database.close();
    return {
      events: events.map(({ event }) => event),
      chunks: rows.map(({ at, bytes, levels }) => ({
        at,
        bytes: btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('')),
        levels: [...levels],
      })),
    };
  });
}

/** The recording as the replay makes it playable, in base64. */
export async function playable(voice: StoredVoice): Promise<string> {
  const recording = new Blob(voice.chunks.map(({ bytes }) => Buffer.from(bytes, 'base64')));
  return Buffer.from(await remux(recording)).toString('base64');
}

/** How loud the recording is, one number for each 50 ms: the root of the mean square. */
export function loudnessOf(page: Page, file: string): Promise<number[]> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const decoded = await new OfflineAudioContext(1, 16_000, 16_000).decodeAudioData(bytes.buffer);
    const samples = decoded.getChannelData(0);
    return Array.from({ length: Math.floor(samples.length / 800) }, (_, i) => {
      const part = samples.subarray(i * 800, (i + 1) * 800);
      return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length);
    });
  }, file);
}

/** Plays a file in the page: its length, and where it stands after seeking to `seconds`, in seconds. */
export function seek(page: Page, file: string, seconds: number): Promise<{ duration: number; position: number }> {
  return page.evaluate(
    async ({ base64, target }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const audio = new Audio(URL.createObjectURL(new Blob([bytes], { type: 'audio/webm' })));
      const next = (event: string) =>
        new Promise((resolve, reject) => {
          audio.addEventListener(event, resolve, { once: true });
          audio.addEventListener('error', () => reject(new Error(audio.error?.message)), { once: true });
        });
      await next('loadedmetadata');
      const { duration } = audio;
      audio.currentTime = target;
      await next('seeked');
      const position = audio.currentTime;
      audio.muted = true;
      const played = next('timeupdate');
      await audio.play();
      await played;
      audio.pause();
      return { duration, position };
    },
    { base64: file, target: seconds },
  );
}

/** By how many steps `heard` must be moved to lie on `reference`: where they agree best. */
export function shiftBetween(heard: readonly number[], reference: readonly number[], most: number): number {
  let best = { shift: 0, agreement: Number.NEGATIVE_INFINITY };
  for (let shift = -most; shift <= most; shift += 1) {
    const agreement = heard.reduce((sum, value, index) => sum + value * (reference[index + shift] ?? 0), 0);
    if (agreement > best.agreement) best = { shift, agreement };
  }
  return best.shift;
}
