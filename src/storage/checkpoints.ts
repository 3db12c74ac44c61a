import { type AttemptEntry, applyChanges } from '#domain/attempt.ts';

/** Follows a session's text, so that a long session can be read from its middle. */
export interface Checkpoints {
  /** To be told of every entry; answers with the whole text when it is time to write it again, else null. */
  after(entry: AttemptEntry): string | null;
}

export function createCheckpoints(start: string, every: number): Checkpoints {
  /** Null after a change that did not fit: there the draft stays behind what was typed, so this must not write it. */
  let text: string | null = start;
  let edits = 0;
  return {
    after(entry) {
      if (entry.type === 'replaced') {
        text = entry.code;
        edits = 0;
      }
      if (entry.type !== 'edited' || text === null) return null;
      text = applyChanges(text, entry.changes);
      edits += 1;
      if (text === null || edits < every) return null;
      edits = 0;
      return text;
    },
  };
}
