import type { TextChange } from '#domain/attempt.ts';

export type EditorTheme = 'light' | 'dark';

/** A line of the code that something is to be said about. Lines are 1-based. */
export interface LineMarker {
  readonly line: number;
  readonly message: string;
}

/** Selection as UTF-16 offsets into the text. */
export interface TextSelection {
  readonly start: number;
  readonly end: number;
}

export interface EditorHostOptions {
  readonly text: string;
  readonly label: string;
  readonly theme: EditorTheme;
  readonly fontSize: number;
  readonly readOnly: boolean;
}

export interface EditorListeners {
  readonly onChange: (changes: readonly TextChange[], text: string) => void;
  /** Where the caret or the selection came to rest, other than by typing. */
  readonly onSelect: (selection: TextSelection) => void;
}

/** A full editor that stands, but that nobody has seen or used. */
export interface PreparedEditor {
  /** Hands it over with the text as it is by now; at once, so that nothing is typed in between. */
  open(text: string, listeners: EditorListeners): EditorHost;
  dispose(): void;
}

/** The full editor behind the component, so that the component can be read without knowing Monaco. */
export interface EditorHost {
  /** Replaces everything, keeping the undo history; not reported through `onChange`. */
  replaceText(text: string): void;
  setMarker(marker: LineMarker | null): void;
  revealLine(line: number): void;
  select(selection: TextSelection): void;
  /** Draws somebody's caret, or selection, and scrolls to it; null takes it away. */
  showSelection(selection: TextSelection | null): void;
  focus(): void;
  setTheme(theme: EditorTheme): void;
  setFontSize(fontSize: number): void;
  setReadOnly(readOnly: boolean): void;
  dispose(): void;
}
