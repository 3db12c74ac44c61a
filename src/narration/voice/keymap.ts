import type { Chord } from '#ui/keys.ts';

export const VOICE_KEYS = { record: 'Alt+R' } as const satisfies Readonly<Record<string, Chord>>;

export const VOICE_HELP: readonly { readonly chords: readonly Chord[]; readonly text: string }[] = [
  { chords: [VOICE_KEYS.record], text: 'Record your voice, or stop' },
];
