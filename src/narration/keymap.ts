import type { Chord } from '#ui/keys.ts';

/** Every key of the clock: the handlers, the tooltips and the list of shortcuts all read it. */
export const CLOCK_KEYS = {
  /** Starts the clock; pauses and resumes it. */
  clock: 'Alt+P',
  hide: 'Alt+Shift+P',
  nextPhase: 'Alt+.',
  previousPhase: 'Alt+,',
} as const satisfies Readonly<Record<string, Chord>>;

export const CLOCK_HELP: readonly { readonly chords: readonly Chord[]; readonly text: string }[] = [
  { chords: [CLOCK_KEYS.clock], text: 'Start the clock, pause it, resume it' },
  { chords: [CLOCK_KEYS.nextPhase], text: 'Next phase' },
  { chords: [CLOCK_KEYS.previousPhase], text: 'Previous phase' },
  { chords: [CLOCK_KEYS.hide], text: 'Hide the clock, or show it again' },
];
