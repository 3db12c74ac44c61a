/**
 * What the fake microphone hears: synthetic speech with pauses of known length, and keyboard noise. The utterances in
 * `fixtures/speech` are espeak-ng's voices at 16 kHz in mu-law, without silence at their ends.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const RATE = 16_000;

/** An utterance of the fixtures, or so many seconds in which nobody speaks. */
export type SoundPart = 1 | 2 | 3 | 4 | { readonly quiet: number } | { readonly typing: number };

/** In seconds from the beginning of the sound. */
export interface SpokenSpan {
  readonly from: number;
  readonly to: number;
}

export interface Sound {
  readonly samples: Float32Array;
  readonly seconds: number;
  readonly spoken: readonly SpokenSpan[];
}

export function assemble(parts: readonly SoundPart[]): Sound {
  const pieces: Float32Array[] = [];
  const spoken: SpokenSpan[] = [];
  let length = 0;
  for (const part of parts) {
    const piece =
      typeof part === 'number' ? utterance(part) : 'quiet' in part ? quiet(part.quiet) : typing(part.typing);
    if (typeof part === 'number') spoken.push({ from: length / RATE, to: (length + piece.length) / RATE });
    pieces.push(piece);
    length += piece.length;
  }
  const random = randomNumbers(7);
  const samples = new Float32Array(length);
  let offset = 0;
  for (const piece of pieces) {
    samples.set(piece, offset);
    offset += piece.length;
  }
  // A room is never quite silent.
  for (let i = 0; i < length; i += 1) samples[i] = (samples[i] ?? 0) + (random() - 0.5) * 0.004;
  return { samples, seconds: length / RATE, spoken };
}

/** Writes the sound as a WAV file of 16 bits. */
export function writeWav(path: string, { samples }: Sound): void {
  const bytes = Buffer.alloc(44 + samples.length * 2);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + samples.length * 2, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(RATE, 24);
  bytes.writeUInt32LE(RATE * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(samples.length * 2, 40);
  for (const [index, sample] of samples.entries()) {
    bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), 44 + index * 2);
  }
  writeFileSync(path, bytes);
}

function utterance(number: 1 | 2 | 3 | 4): Float32Array {
  const file = readFileSync(fileURLToPath(new URL(`fixtures/speech/${number}.wav`, import.meta.url)));
  const data = file.indexOf('data');
  const bytes = file.subarray(data + 8, data + 8 + file.readUInt32LE(data + 4));
  return Float32Array.from(bytes, fromMuLaw);
}

/** ITU-T G.711. */
function fromMuLaw(byte: number): number {
  const code = ~byte & 0xff;
  const magnitude = ((((code & 0x0f) << 3) + 0x84) << ((code & 0x70) >> 4)) - 0x84;
  return (code & 0x80 ? -magnitude : magnitude) / 32_768;
}

function quiet(seconds: number): Float32Array {
  return new Float32Array(Math.round(seconds * RATE));
}

/** Some seven keys a second, each with a sharp press and a softer release, all a little different. */
function typing(seconds: number): Float32Array {
  const samples = quiet(seconds);
  const random = randomNumbers(11);
  for (let at = 0.05; at < seconds - 0.2; at += 0.09 + random() * 0.12) {
    click(samples, at, 0.35 + random() * 0.25, 1800 + random() * 2200, random);
    click(samples, at + 0.05 + random() * 0.03, 0.15 + random() * 0.1, 1200 + random() * 1500, random);
  }
  return samples;
}

function click(samples: Float32Array, at: number, loudness: number, pitch: number, random: () => number): void {
  const start = Math.round(at * RATE);
  for (let i = 0; i < 0.012 * RATE; i += 1) {
    const fade = Math.exp(-i / (0.0025 * RATE));
    const ring = Math.sin((2 * Math.PI * pitch * i) / RATE) * 0.5 + (random() - 0.5);
    samples[start + i] = (samples[start + i] ?? 0) + loudness * fade * ring;
  }
}

/** The same numbers in every run, 0 to 1. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
