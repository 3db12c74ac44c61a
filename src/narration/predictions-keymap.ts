import type { Chord } from '#ui/keys.ts';

export const PREDICTIONS_TAB: Chord = 'Alt+4';

export const PREDICTIONS_HELP: readonly { readonly chords: readonly Chord[]; readonly text: string }[] = [
  { chords: [PREDICTIONS_TAB], text: 'Edge cases that you foresee' },
];
