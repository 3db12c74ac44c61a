import {
  ALL_FORMATS,
  BlobSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedPacketSink,
  Input,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import { describe, expect, test } from 'vitest';
import { remux } from '#media/remux.ts';

const PACKET_S = 0.06;

/** A WebM as a recorder streams it: no length, no index; its clock starts anywhere. */
async function streamed(packets: number, startS: number): Promise<Uint8Array<ArrayBuffer>> {
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat({ appendOnly: true }), target });
  const source = new EncodedAudioPacketSource('opus');
  output.addAudioTrack(source);
  await output.start();
  for (let i = 0; i < packets; i += 1) {
    // The first byte says 60 ms of speech in mono; the rest is any.
    const bytes = Uint8Array.from({ length: 80 }, (_, k) => (k === 0 ? 0x18 : (i + k) % 256));
    await source.add(new EncodedPacket(bytes, 'key', startS + i * PACKET_S, PACKET_S), {
      decoderConfig: { codec: 'opus', numberOfChannels: 1, sampleRate: 48_000 },
    });
  }
  await output.finalize();
  return new Uint8Array(target.buffer ?? new ArrayBuffer());
}

async function read(file: ArrayBuffer) {
  const input = new Input({ source: new BlobSource(new Blob([file])), formats: ALL_FORMATS });
  const track = await input.getPrimaryAudioTrack();
  if (track === null) throw new Error('no audio');
  const times: number[] = [];
  for await (const packet of new EncodedPacketSink(track).packets()) times.push(packet.timestamp);
  return { duration: await input.getDurationFromMetadata(), times };
}

describe('a recording made playable', () => {
  test('begins at zero, knows its length and keeps every packet', async () => {
    const { duration, times } = await read(await remux(new Blob([await streamed(100, 3.5)])));
    expect(times).toHaveLength(100);
    expect(times[0]).toBe(0);
    expect(times[50]).toBeCloseTo(3, 2);
    expect(duration).toBeCloseTo(6, 2);
  });

  test('is whole up to its last second when its end is torn', async () => {
    const bytes = await streamed(100, 0);
    const { duration } = await read(await remux(new Blob([bytes.slice(0, bytes.length - 130)])));
    expect(duration).toBeGreaterThan(4.8);
  });

  test('without audio there is none', async () => {
    await expect(remux(new Blob([]))).rejects.toThrow('no audio');
    await expect(remux(new Blob(['not a recording']))).rejects.toThrow();
  });
});
