import { createFrameClock } from './frame-clock.ts';
import { createLevelTrack } from './levels.ts';
import type { Listener, ListenerState } from './listener.ts';
import type { PeakBlock } from './listener-protocol.ts';
import tapUrl from './tap.worklet.ts?worker&url';

/** What a killed page may lose is this, and what the encoder holds back, in ms: well under a second. */
const CHUNK_MS = 300;

/** Speech needs no more; an hour is about 14 MB. */
const BITS_PER_SECOND = 32_000;

/** How long a microphone may take to bring its first sound, in ms: wireless ones wake up slowly. */
const WARM_UP_MS = 2000;

/** In order of preference; Safari's older versions record MP4 only. */
const MIME_TYPES = ['audio/webm;codecs=opus', 'audio/mp4;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'] as const;

export interface CapturedChunk {
  readonly index: number;
  readonly at: number;
  readonly bytes: ArrayBuffer;
  readonly levels: Uint8Array;
}

export interface CaptureOptions {
  readonly stream: MediaStream;
  readonly listener: Listener;
  /** The log's own time; all times below are of it. */
  readonly now: () => number;
  /** Asked before the recorder starts: opening takes a while. */
  readonly isWanted: () => boolean;
  /** The recorder runs: its first sample is of this moment. */
  readonly onStarted: (mimeType: string) => void;
  readonly onChunk: (chunk: CapturedChunk) => void;
  /** The loudest sample of the last 45 ms, 0 to 1. */
  readonly onLevel: (peak: number) => void;
  readonly onListener: (state: ListenerState) => void;
  readonly onSpeechStarted: (from: number) => void;
  readonly onSpeechEnded: (to: number) => void;
  /** The recorder has given up by itself. */
  readonly onBroken: () => void;
}

export interface Capture {
  /** Ends the recording and frees the microphone; resolves when the last chunk and the last word have been handed over. */
  stop(): Promise<void>;
}

/**
 * Records a microphone, measures its loudness and listens for speech in it.
 *
 * Chromium's recording begins with the block of sound that is on its way when `start()` is called: measured against the
 * capture times of the same signal, its first sample is 11 ms older than the call (7 to 16 ms in ten recordings, whether
 * or not the page was busy), so `onStarted` is called right then. Levels and speech are placed by the same clock.
 *
 * Null when it was no longer wanted.
 *
 * @throws {Error} when the browser cannot record the stream.
 */
export async function startCapture(options: CaptureOptions): Promise<Capture | null> {
  const { stream, now, onStarted, onChunk } = options;
  const mimeType = MIME_TYPES.find((type) => MediaRecorder.isTypeSupported(type)) ?? '';
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND });
  let track = createLevelTrack(Number.POSITIVE_INFINITY);
  const tap = await openTap(options, (time, peak) => track.add(time, peak));

  let index = 0;
  let handingOver: Promise<void> = Promise.resolve();
  let stopping = false;
  let end: number | null = null;
  recorder.addEventListener('dataavailable', ({ data }) => {
    const at = now();
    if (recorder.state === 'inactive') end ??= at;
    else if (data.size === 0) return;
    const levels = end === null ? track.take(at) : track.finish(end);
    const mine = index;
    index += 1;
    handingOver = handingOver.then(async () => onChunk({ index: mine, at, bytes: await data.arrayBuffer(), levels }));
  });
  const over = new Promise<void>((resolve) => {
    recorder.addEventListener('stop', () => {
      resolve();
      if (!stopping) options.onBroken();
    });
  });

  if (!options.isWanted()) {
    await tap.close();
    return null;
  }
  recorder.start(CHUNK_MS);
  track = createLevelTrack(now());
  onStarted(recorder.mimeType || mimeType);
  return {
    async stop() {
      stopping = true;
      end ??= now();
      if (recorder.state !== 'inactive') recorder.stop();
      await over;
      // The microphone is free again at once; who listens may still be behind.
      for (const one of stream.getTracks()) one.stop();
      await handingOver;
      await tap.close();
    },
  };
}

interface SoundTap {
  close(): Promise<void>;
}

/** Without Web Audio the recording still is one: it has no levels, and nobody listens for speech. */
async function openTap(options: CaptureOptions, onPeak: (time: number, peak: number) => void): Promise<SoundTap> {
  const { stream, listener, now, onLevel, onListener, onSpeechStarted, onSpeechEnded } = options;
  let context: AudioContext | null = null;
  try {
    const made = new AudioContext();
    context = made;
    await made.audioWorklet.addModule(tapUrl);
    const node = new AudioWorkletNode(made, 'tap');
    const clock = createFrameClock(made.sampleRate);
    const timeOf = (frame: number): number => clock.timeOf(frame) ?? now();
    const sounds = new Promise<void>((resolve) => {
      node.port.onmessage = ({ data: { from, stride, peaks } }: MessageEvent<PeakBlock>) => {
        resolve();
        clock.observe(from + peaks.length * stride, now());
        for (const [index, peak] of peaks.entries()) onPeak(timeOf(from + index * stride), peak);
        onLevel(Math.max(...peaks));
      };
    });
    const channel = new MessageChannel();
    const listening = listener.listen(channel.port1, made.sampleRate, {
      onState: onListener,
      onStarted: (from) => onSpeechStarted(timeOf(from)),
      onEnded: (to) => onSpeechEnded(timeOf(to)),
    });
    node.port.postMessage(channel.port2, [channel.port2]);
    made.createMediaStreamSource(stream).connect(node).connect(made.destination);
    // Never settles where the browser wants a click first: then sound comes with the first click.
    void made.resume();
    await Promise.race([sounds, new Promise((resolve) => setTimeout(resolve, WARM_UP_MS))]);
    return {
      async close() {
        await listening.finish();
        await made.close();
      },
    };
  } catch {
    onListener('failed');
    await context?.close();
    return { close: async () => undefined };
  }
}
