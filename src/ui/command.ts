import type { Chord } from './keys.ts';

/** Something that the command palette offers. */
export interface Command {
  readonly id: string;
  readonly title: string;
  /** More words to be found by, and shown beside the title. */
  readonly detail?: string;
  readonly chord?: Chord;
  readonly perform: () => void;
}
