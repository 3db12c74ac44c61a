/**
 * Takes the microphone's signal off the audio thread: whole to the worker that listens for speech, and as peaks to the page,
 * for the level meter and the waveform.
 */
import type { PeakBlock, SoundBlock } from './listener-protocol.ts';

// The global scope of worklets, which TypeScript's libraries do not have.
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;
declare const currentFrame: number;

/** About 45 ms, and 3 ms. */
const BLOCK = 2048;
const STRIDE = 128;

class Tap extends AudioWorkletProcessor {
  private samples = new Float32Array(BLOCK);
  private filled = 0;
  private from = 0;
  private listener: MessagePort | null = null;

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<MessagePort>) => {
      this.listener = data;
    };
  }

  process(inputs: readonly (readonly Float32Array[])[]): boolean {
    const channel = inputs[0]?.[0];
    if (channel === undefined) return true;
    // After a break in the signal a block begins anew, so that places in it are places in time.
    if (this.filled > 0 && this.from + this.filled !== currentFrame) this.filled = 0;
    if (this.filled === 0) this.from = currentFrame;
    this.samples.set(channel, this.filled);
    this.filled += channel.length;
    if (this.filled >= BLOCK) this.send();
    return true;
  }

  private send(): void {
    const { samples, from } = this;
    const peaks = new Float32Array(BLOCK / STRIDE);
    for (let i = 0; i < BLOCK; i += 1) {
      const place = Math.floor(i / STRIDE);
      peaks[place] = Math.max(peaks[place] ?? 0, Math.abs(samples[i] ?? 0));
    }
    const loudness: PeakBlock = { from, stride: STRIDE, peaks };
    this.port.postMessage(loudness, [peaks.buffer]);
    if (this.listener !== null) {
      const sound: SoundBlock = { from, samples };
      this.listener.postMessage(sound, [samples.buffer]);
      this.samples = new Float32Array(BLOCK);
    }
    this.filled = 0;
  }
}

registerProcessor('tap', Tap);
