import { sameBytes } from './same-bytes.ts';

/**
 * Encoded answers of one problem that were compared in full and found right. Whoever returns the very same bytes is
 * right again, and a hundred thousand rows need not be read and compared: most answers of a correct solution are such.
 */
export class KnownRight {
  private readonly answers = new Map<number, Uint8Array>();

  /** Whether `answer` is what `remember` was given last for this case. */
  has(index: number, answer: Uint8Array): boolean {
    const known = this.answers.get(index);
    return known !== undefined && sameBytes(known, answer);
  }

  remember(index: number, answer: Uint8Array): void {
    this.answers.set(index, answer);
  }
}
