import type { Chord } from '#ui/keys.ts';

/** Every key of the workbench, in one place: the handlers, the tooltips and the list of shortcuts all read it. */
export const KEYS = {
  run: 'Mod+Enter',
  submit: 'Mod+Shift+Enter',
  stop: 'Mod+.',
  nextFailure: 'F8',
  previousFailure: 'Shift+F8',
  editor: 'Mod+Shift+E',
  cases: 'Mod+Shift+L',
  statement: 'Alt+1',
  hints: 'Alt+2',
  editorial: 'Alt+3',
  own: 'Alt+6',
} as const satisfies Readonly<Record<string, Chord>>;

export interface KeyHelp {
  readonly chords: readonly Chord[];
  readonly text: string;
}

export const WORKBENCH_HELP: readonly KeyHelp[] = [
  { chords: [KEYS.run], text: 'Run the sample cases' },
  { chords: [KEYS.submit], text: 'Submit: run every case' },
  { chords: [KEYS.stop, 'Escape'], text: 'Stop the run' },
  { chords: [KEYS.nextFailure], text: 'Next failing case' },
  { chords: [KEYS.previousFailure], text: 'Previous failing case' },
  { chords: [KEYS.cases], text: 'Go to the cases; arrow keys move between them' },
  { chords: [KEYS.editor], text: 'Go to the editor' },
  { chords: [KEYS.own], text: 'Try an input of your own' },
  { chords: [KEYS.statement], text: 'Statement' },
  { chords: [KEYS.hints], text: 'Hints' },
  { chords: [KEYS.editorial], text: 'Editorial' },
];

export const EDITOR_HELP: readonly KeyHelp[] = [
  { chords: ['Tab'], text: 'Indent by four spaces' },
  { chords: ['Escape', 'Tab'], text: 'Leave the editor: first one, then the other' },
  { chords: ['Ctrl+M'], text: 'Let Tab move the focus instead of indenting, or back' },
  { chords: ['Mod+F'], text: 'Find in the code' },
  { chords: ['Mod+/'], text: 'Comment lines in or out' },
  { chords: ['Alt+ArrowUp'], text: 'Move the line up (down with the other arrow)' },
];
