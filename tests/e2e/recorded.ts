/** Recordings that nobody spoke: a tone of another pitch each second, in a file as a recorder makes them. */
import type { Page } from '@playwright/test';
import { BufferTarget, EncodedAudioPacketSource, EncodedPacket, Output, WebMOutputFormat } from 'mediabunny';

/** Pitch of the tone in this second of the recording, in hertz. */
export function pitchAt(second: number): number {
  return 400 + 150 * second;
}

/** Writes `seconds` of tones into the log of an open page, as a recording of this attempt. */
export async function seedRecording(
  page: Page,
  attemptId: string,
  recordingId: string,
  seconds: number,
): Promise<void> {
  const file = await inWebM(await encodeTones(page, seconds));
  await page.evaluate(
    async ({ attemptId, recordingId, seconds, file }) => {
      const bytes = Uint8Array.from(atob(file), (character) => character.charCodeAt(0));
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('edgewise');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const transaction = database.transaction('audio', 'readwrite');
      const finished = new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
      const size = Math.ceil(bytes.length / seconds);
      for (let index = 0; index < seconds; index += 1) {
        const chunk = bytes.slice(index * size, (index + 1) * size).buffer;
        const levels = new Uint8Array(20).fill(120);
        transaction.objectStore('audio').put({ attemptId, recordingId, index, at: index, bytes: chunk, levels });
      }
      await finished;
      database.close();
    },
    { attemptId, recordingId, seconds, file: Buffer.from(file).toString('base64') },
  );
}

interface Encoded {
  /** Base64. */
  readonly packets: readonly string[];
  readonly description: string;
}

/** What 20 ms of Opus take, in seconds. */
const PACKET_S = 0.02;

/** Opus packets of the tones, encoded faster than they would sound. */
function encodeTones(page: Page, seconds: number): Promise<Encoded> {
  const pitches = Array.from({ length: seconds }, (_, second) => pitchAt(second));
  return page.evaluate(async (pitches) => {
    const rate = 48_000;
    const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
    const packets: string[] = [];
    let description = '';
    const encoder = new AudioEncoder({
      output(chunk, metadata) {
        const bytes = new Uint8Array(chunk.byteLength);
        chunk.copyTo(bytes);
        packets.push(base64(bytes));
        const given = metadata?.decoderConfig?.description;
        if (given !== undefined) description = base64(new Uint8Array(ArrayBuffer.isView(given) ? given.buffer : given));
      },
      error(error) {
        throw error;
      },
    });
    encoder.configure({ codec: 'opus', sampleRate: rate, numberOfChannels: 1, bitrate: 32_000 });
    pitches.forEach((pitch, second) => {
      const data = new Float32Array(rate).map((_, i) => 0.5 * Math.sin((2 * Math.PI * pitch * i) / rate));
      const timing = { sampleRate: rate, numberOfFrames: rate, numberOfChannels: 1, timestamp: second * 1e6 };
      encoder.encode(new AudioData({ format: 'f32', data, ...timing }));
    });
    await encoder.flush();
    return { packets, description };
  }, pitches);
}

async function inWebM({ packets, description }: Encoded): Promise<ArrayBuffer> {
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new EncodedAudioPacketSource('opus');
  output.addAudioTrack(source);
  await output.start();
  const decoderConfig = {
    codec: 'opus',
    sampleRate: 48_000,
    numberOfChannels: 1,
    description: Buffer.from(description, 'base64'),
  };
  for (const [i, packet] of packets.entries()) {
    const encoded = new EncodedPacket(Buffer.from(packet, 'base64'), 'key', i * PACKET_S, PACKET_S);
    await source.add(encoded, { decoderConfig });
  }
  await output.finalize();
  if (target.buffer === null) throw new Error('The recording could not be made.');
  return target.buffer;
}

export interface Standing {
  /** Where the playhead stands, as a share of the lanes. */
  readonly playhead: number;
  /** Where the recording plays, in seconds of it. */
  readonly second: number;
  /** What is heard, in hertz. */
  readonly pitch: number;
}

/** Playhead, recording and sound while it plays, all read at one moment in the midst of a second. */
export function standing(page: Page): Promise<Standing> {
  return page.locator('audio').evaluate(async (element) => {
    const playhead = document.querySelector<HTMLElement>('.lanes__playhead');
    const lanes = playhead?.parentElement;
    if (!(element instanceof HTMLAudioElement) || !playhead || !lanes) throw new Error('There is no recording.');
    // An element is tapped once: what it played last is under way to its listener.
    const page = globalThis as typeof globalThis & { listener?: AnalyserNode };
    if (page.listener === undefined) {
      const context = new AudioContext();
      page.listener = context.createAnalyser();
      context.createMediaElementSource(element).connect(page.listener).connect(context.destination);
      await context.resume();
    }
    const { listener } = page;
    const samples = new Float32Array(listener.fftSize);
    for (;;) {
      await new Promise(requestAnimationFrame);
      const second = element.currentTime;
      listener.getFloatTimeDomainData(samples);
      // A busy machine lets the sound falter: what is heard only in part has no pitch.
      const eighth = samples.length / 8;
      const whole = Array.from({ length: 8 }, (_, i) => samples.slice(i * eighth, (i + 1) * eighth)).every((part) =>
        part.some((sample) => Math.abs(sample) > 0.3),
      );
      if (element.paused || !whole || second % 1 < 0.4 || second % 1 > 0.9) continue;
      const crossings = samples.filter((sample, i) => sample < 0 && (samples[i + 1] ?? -1) >= 0).length;
      const pitch = (crossings * listener.context.sampleRate) / samples.length;
      const x = Number(/translateX\(([\d.]+)px\)/.exec(playhead.style.transform)?.[1]);
      return { playhead: x / lanes.clientWidth, second, pitch };
    }
  });
}
