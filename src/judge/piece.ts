/** Text with, perhaps, a marked half-open range. */
export interface Piece {
  readonly text: string;
  readonly mark?: readonly [start: number, end: number];
}

/** Puts pieces one after the other; the mark moves along. */
export function join(pieces: readonly (Piece | string)[]): Piece {
  let text = '';
  let mark: readonly [number, number] | undefined;
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    if (piece.mark !== undefined) mark = [text.length + piece.mark[0], text.length + piece.mark[1]];
    text += piece.text;
  }
  return mark === undefined ? { text } : { text, mark };
}
