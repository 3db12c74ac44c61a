import type { Chord } from '#ui/keys.ts';

/** The keys of the interview tab: the handlers, the tooltips and the list of shortcuts all read them. */
export const RUBRIC_KEYS = {
  tab: 'Alt+5',
  /** Takes the first suggestion, while the tab shows. */
  accept: 'Alt+Shift+0',
} as const satisfies Readonly<Record<string, Chord>>;

/** As many items have a key as there are digits for them. */
const DIGITS = 9;

/** The chord that ticks the item at this position, or undefined for one past the ninth. */
export function tickChord(position: number): Chord | undefined {
  return position < DIGITS ? `Alt+Shift+${position + 1}` : undefined;
}

export const RUBRIC_HELP: readonly { readonly chords: readonly Chord[]; readonly text: string }[] = [
  { chords: [RUBRIC_KEYS.tab], text: 'What interviewers listen for' },
  {
    chords: ['Alt+Shift+1'],
    text: 'Tick off its first item now, or take the tick back; the other digits for the others',
  },
  { chords: [RUBRIC_KEYS.accept], text: 'Tick off the first suggestion' },
];
