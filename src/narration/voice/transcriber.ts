import {
  createRecogniser,
  type RecognitionErrorEvent,
  type RecognitionResultEvent,
  type SpeechRecogniser,
} from './speech-recognition.ts';

export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface TranscriberOptions {
  readonly lang: string;
  readonly place: 'local' | 'cloud';
  readonly track: MediaStreamTrack;
  readonly now: () => number;
  readonly onSegment: (segment: Segment) => void;
  /** What is being said, as far as it is understood; empty in between. */
  readonly onInterim: (text: string) => void;
  /** A sentence to show; the transcript is over. */
  readonly onFailed: (sentence: string) => void;
  /** By default the browser's own. */
  readonly recogniser?: SpeechRecogniser | null;
}

export interface Transcriber {
  stop(): void;
}

/** A recogniser hears a word about this long after it was begun, in ms. */
const HEARING_MS = 600;

const FATAL: Readonly<Record<string, string>> = {
  'not-allowed': 'The browser does not allow speech recognition on this page. The recording goes on.',
  'service-not-allowed': 'The browser does not allow speech recognition on this page. The recording goes on.',
  'language-not-supported': 'The browser does not recognise speech in your language. The recording goes on.',
  network: 'The speech recognition cannot be reached. The recording goes on.',
};

/** Writes down what is said, as long as the recording lasts: recognisers stop by themselves after a while, and go on. */
export function startTranscriber(options: TranscriberOptions): Transcriber {
  const { lang, place, track, now, onSegment, onInterim, onFailed } = options;
  const recogniser = options.recogniser === undefined ? createRecogniser(lang, place) : options.recogniser;
  let over = recogniser === null;
  let firstHeard: number | null = null;
  let lastTo = Number.NEGATIVE_INFINITY;
  let heardNothing = 0;

  const begin = (): void => {
    try {
      recogniser?.start(track);
    } catch {
      // It runs already, or takes no track.
    }
  };
  recogniser?.addEventListener('result', (event) => {
    const { results, resultIndex } = event as RecognitionResultEvent;
    heardNothing = 0;
    firstHeard ??= now() - HEARING_MS;
    let interim = '';
    for (let i = resultIndex; i < results.length; i += 1) {
      const result = results[i];
      const text = result?.[0]?.transcript.trim() ?? '';
      if (result?.isFinal !== true) {
        interim += ` ${text}`;
        continue;
      }
      const to = now();
      if (text !== '') onSegment({ from: Math.max(firstHeard ?? to, lastTo), to, text });
      lastTo = to;
      firstHeard = null;
    }
    onInterim(interim.trim());
  });
  recogniser?.addEventListener('error', (event) => {
    const sentence = FATAL[(event as RecognitionErrorEvent).error];
    if (sentence === undefined || over) return;
    over = true;
    onInterim('');
    onFailed(sentence);
  });
  recogniser?.addEventListener('end', () => {
    if (over) return;
    // One that ends at once, again and again, must not keep the machine busy.
    setTimeout(() => !over && begin(), 250 * (2 ** heardNothing - 1));
    heardNothing = Math.min(heardNothing + 1, 6);
  });
  if (recogniser === null) onFailed('This browser has no speech recognition. The recording goes on.');
  else begin();
  return {
    stop() {
      if (over) return;
      over = true;
      onInterim('');
      recogniser?.stop();
    },
  };
}
