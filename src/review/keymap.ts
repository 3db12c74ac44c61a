import type { Chord } from '#ui/keys.ts';

/** Runs what stands: the code of that day first, the mended code once that is seen. */
export const RUN_KEY: Chord = 'Mod+Enter';

export const REVIEW_HELP: readonly { readonly chords: readonly Chord[]; readonly text: string }[] = [
  { chords: [RUN_KEY], text: 'Run the code of that day, then the mended code' },
  { chords: ['1', '2', '3', '4'], text: 'Grade: again, hard, good, easy (outside of text fields)' },
];
