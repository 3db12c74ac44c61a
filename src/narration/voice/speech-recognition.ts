/** The part of the Web Speech API that is used here: https://webaudio.github.io/web-speech-api/ */
export interface SpeechRecogniser extends EventTarget {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  processLocally?: boolean;
  /** Older browsers take no track and listen to the default microphone. */
  start(track?: MediaStreamTrack): void;
  stop(): void;
  abort(): void;
}

export interface RecognitionResultEvent extends Event {
  readonly resultIndex: number;
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }>;
}

export interface RecognitionErrorEvent extends Event {
  /** `network`, `not-allowed`, `no-speech`, `aborted`, `service-not-allowed`, `language-not-supported` ... */
  readonly error: string;
}

interface LocalOptions {
  readonly langs: readonly string[];
  readonly processLocally: true;
}

interface SpeechRecogniserClass {
  new (): SpeechRecogniser;
  available?(options: LocalOptions): Promise<'available' | 'downloadable' | 'downloading' | 'unavailable'>;
  install?(options: LocalOptions): Promise<boolean>;
}

/** `downloadable`: on this machine, once the browser has fetched the language. `cloud`: the browser's vendor would listen. */
export type RecognitionPlace = 'none' | 'local' | 'downloadable' | 'cloud';

function recogniserClass(): SpeechRecogniserClass | null {
  const { SpeechRecognition, webkitSpeechRecognition } = globalThis as {
    readonly SpeechRecognition?: SpeechRecogniserClass;
    readonly webkitSpeechRecognition?: SpeechRecogniserClass;
  };
  return SpeechRecognition ?? webkitSpeechRecognition ?? null;
}

/** Where speech in `lang` (as in `navigator.language`) would be turned into text. Never rejects. */
export async function recognitionPlace(lang: string): Promise<RecognitionPlace> {
  const Recogniser = recogniserClass();
  if (Recogniser === null) return 'none';
  try {
    const here = await Recogniser.available?.({ langs: [lang], processLocally: true });
    if (here === 'available') return 'local';
    if ((here === 'downloadable' || here === 'downloading') && Recogniser.install !== undefined) return 'downloadable';
  } catch {
    // A policy forbids it, or the language is none: the cloud may still do.
  }
  return 'cloud';
}

/** Fetches a language for recognition on this machine; false where that does not work. */
export async function installLanguage(lang: string): Promise<boolean> {
  try {
    return (await recogniserClass()?.install?.({ langs: [lang], processLocally: true })) ?? false;
  } catch {
    return false;
  }
}

/** Null where the browser has none. */
export function createRecogniser(lang: string, place: 'local' | 'cloud'): SpeechRecogniser | null {
  const Recogniser = recogniserClass();
  if (Recogniser === null) return null;
  const recogniser = new Recogniser();
  recogniser.lang = lang;
  recogniser.continuous = true;
  recogniser.interimResults = true;
  if (place === 'local') recogniser.processLocally = true;
  return recogniser;
}
