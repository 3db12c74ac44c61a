/** A block of the microphone's signal; `from` in samples since the audio context began. */
export interface SoundBlock {
  readonly from: number;
  readonly samples: Float32Array<ArrayBuffer>;
}

/** The same block for those who only want to know how loud it is: the peak of every `stride` samples. */
export interface PeakBlock {
  readonly from: number;
  readonly stride: number;
  readonly peaks: Float32Array<ArrayBuffer>;
}

/** To the worker that listens for speech. */
export type ListenerRequest =
  /** First of all: where the model and its engine are. */
  | { readonly kind: 'load'; readonly modelUrl: string; readonly wasmUrl: string }
  /** `sound` brings `SoundBlock`s of `rate` samples a second. An earlier recording is over with it. */
  | { readonly kind: 'listen'; readonly listenId: number; readonly rate: number; readonly sound: MessagePort }
  /** No more sound comes: say what is still to be said, then `finished`. */
  | { readonly kind: 'finish'; readonly listenId: number };

/** Positions are in samples, as in `SoundBlock`. */
export type ListenerReport =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'started'; readonly listenId: number; readonly from: number }
  | { readonly kind: 'ended'; readonly listenId: number; readonly to: number }
  | { readonly kind: 'finished'; readonly listenId: number };
