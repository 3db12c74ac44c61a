import { type AttemptEvent, applyChanges, type SessionId } from './attempt.ts';

export interface SelectedRange {
  readonly start: number;
  readonly end: number;
}

/** The candidate's text at any place of the log, without folding the log from its start each time. */
export interface TextHistory {
  /** The text after the first `position` events: what `draftOf` says of them. */
  textAt(position: number): string | null;
  /** The same for many places at once, which must ascend. */
  textsAt(positions: readonly number[]): readonly (string | null)[];
  /** Where the caret then stood, or what was selected; null when nothing tells. */
  selectionAt(position: number): SelectedRange | null;
}

/** How many text events lie between two kept states: what a look-up folds at most. */
const CHECKPOINT_EVERY = 128;

interface SessionText {
  /** Null: no whole text to start from yet. */
  text: string | null;
  /** A change did not fit: the text stays as it was until the next whole one. */
  broken: boolean;
  selection: SelectedRange | null;
}

interface State {
  readonly sessions: Map<SessionId, SessionText>;
  current: SessionId | null;
}

interface Checkpoint {
  readonly position: number;
  readonly state: State;
}

/** Kept states are worked out once, at the first look-up. */
export function createTextHistory(events: readonly AttemptEvent[]): TextHistory {
  let checkpoints: readonly Checkpoint[] | null = null;

  const stateAt = (position: number): State => {
    checkpoints ??= makeCheckpoints(events);
    const end = Math.max(0, Math.min(position, events.length));
    const from = checkpoints.findLast((checkpoint) => checkpoint.position <= end);
    const state = copyOf(from?.state ?? emptyState());
    for (let i = from?.position ?? 0; i < end; i += 1) advance(state, events[i]);
    return state;
  };
  return {
    textAt: (position) => currentOf(stateAt(position))?.text ?? null,
    textsAt(positions) {
      const state = emptyState();
      let taken = 0;
      return positions.map((position) => {
        for (; taken < Math.min(position, events.length); taken += 1) advance(state, events[taken]);
        return currentOf(state)?.text ?? null;
      });
    },
    selectionAt: (position) => currentOf(stateAt(position))?.selection ?? null,
  };
}

function currentOf({ sessions, current }: State): SessionText | null {
  return current === null ? null : (sessions.get(current) ?? null);
}

function makeCheckpoints(events: readonly AttemptEvent[]): readonly Checkpoint[] {
  const made: Checkpoint[] = [];
  const state = emptyState();
  for (let position = 0; position < events.length; position += 1) {
    if (position % CHECKPOINT_EVERY === 0) made.push({ position, state: copyOf(state) });
    advance(state, events[position]);
  }
  return made;
}

function emptyState(): State {
  return { sessions: new Map(), current: null };
}

function copyOf({ sessions, current }: State): State {
  return { sessions: new Map([...sessions].map(([id, text]) => [id, { ...text }])), current };
}

/** Takes one more event in, by the rules of `draftOf`. */
function advance(state: State, event: AttemptEvent | undefined): void {
  if (event === undefined) return;
  const { type, session } = event;
  if (type !== 'opened' && type !== 'edited' && type !== 'replaced' && type !== 'selected') return;
  let own = state.sessions.get(session);
  if (own === undefined) {
    own = { text: null, broken: false, selection: null };
    state.sessions.set(session, own);
  }
  if (type === 'selected') {
    own.selection = { start: event.start, end: event.end };
    return;
  }
  if (type === 'edited') {
    if (own.text !== null && !own.broken) {
      const next = applyChanges(own.text, event.changes);
      if (next === null) own.broken = true;
      else {
        own.text = next;
        const place = caretAfter(event.changes);
        own.selection = place === null ? own.selection : { start: place, end: place };
      }
    }
  } else if (typeof event.code === 'string') {
    own.text = event.code;
    own.broken = false;
    if (type === 'opened' || event.reason !== 'checkpoint') own.selection = null;
  }
  if (own.text !== null) state.current = session;
}

/** Typing leaves the caret behind what was typed last in the text. */
function caretAfter(changes: readonly { rangeOffset: number; rangeLength: number; text: string }[]): number | null {
  let last: (typeof changes)[number] | null = null;
  let shift = 0;
  for (const change of changes) {
    if (last === null || change.rangeOffset >= last.rangeOffset) last = change;
  }
  if (last === null) return null;
  for (const change of changes) if (change !== last) shift += change.text.length - change.rangeLength;
  return last.rangeOffset + shift + last.text.length;
}
