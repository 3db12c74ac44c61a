import type { Chord } from '#ui/keys.ts';

/** For the list of shortcuts. */
export const REPLAY_HELP: readonly { readonly chords: readonly Chord[]; readonly text: string }[] = [
  { chords: ['Space'], text: 'Play or pause' },
  { chords: ['ArrowLeft', 'ArrowRight'], text: 'Five seconds back or on' },
  { chords: ['Shift+ArrowLeft', 'Shift+ArrowRight'], text: 'Previous or next run or phase' },
];
