import {
  BlobSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny';

/**
 * The recording in a file of the same kind that knows its length and can be sought in; nothing is encoded anew. Its time
 * zero is the first sample. A recording that was cut off in mid-packet keeps every packet before the cut.
 *
 * @throws {Error} when there is no audio in it.
 */
export async function remux(recording: Blob): Promise<ArrayBuffer> {
  if (recording.size === 0) throw new Error('The recording holds no audio.');
  const input = new Input({ source: new BlobSource(recording), formats: [WEBM, MP4] });
  try {
    const track = await input.getPrimaryAudioTrack();
    const codec = await track?.getCodec();
    const decoderConfig = await track?.getDecoderConfig();
    if (!track || !codec || !decoderConfig) throw new Error('The recording holds no audio.');
    const webm = (await input.getFormat()) === WEBM;
    const target = new BufferTarget();
    const output = new Output({ format: webm ? new WebMOutputFormat() : new Mp4OutputFormat(), target });
    const source = new EncodedAudioPacketSource(codec);
    output.addAudioTrack(source);
    await output.start();

    let first: number | null = null;
    let usual = 0;
    try {
      for await (const packet of new EncodedPacketSink(track).packets()) {
        first ??= packet.timestamp;
        // A live recording does not say how long its last packet is.
        const duration = packet.duration || usual;
        usual = duration;
        await source.add(packet.clone({ timestamp: packet.timestamp - first, duration }), { decoderConfig });
      }
    } catch (error) {
      // A torn end is what a killed page leaves behind: what came before it is whole.
      if (first === null) throw error;
    }
    if (first === null) throw new Error('The recording holds no audio.');
    await output.finalize();
    if (target.buffer === null) throw new Error('The recording could not be put together.');
    return target.buffer;
  } finally {
    input.dispose();
  }
}
