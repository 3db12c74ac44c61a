import type { RecordingId } from '#domain/attempt.ts';

/** About one second of a recording. The bytes of all chunks in order are the file that the recorder made. */
export interface AudioChunk {
  readonly recordingId: RecordingId;
  /** 0, 1, 2 ... */
  readonly index: number;
  /** When the chunk was handed over, as in the events' `at`. */
  readonly at: number;
  readonly bytes: ArrayBuffer;
  /** The loudest sample of every 50 ms, 0 to 255: the waveform, without decoding anything. */
  readonly levels: Uint8Array;
}

/** The recorded voice, beside the log. */
export interface AudioStore {
  /** Resolves when a write was tried; never rejects. What cannot be written is kept in memory, as the log does. */
  append(attemptId: string, chunk: AudioChunk): Promise<void>;
  /** All chunks of a recording in order. */
  chunks(recordingId: RecordingId): Promise<readonly AudioChunk[]>;
}
