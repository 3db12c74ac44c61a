import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AttemptEntry, AttemptEvent } from '#domain/attempt.ts';
import { type RubricItem, ticksOf } from '#domain/rubric.ts';
import { type RubricMoment, suggestedMoments } from '#domain/rubric-phrases.ts';
import type { AttemptSession } from '#storage/attempt-log.ts';
import { candidatesTimes } from './rubric-time.ts';

export interface RubricTick {
  /** Ms, like the events' `at`. */
  readonly about: number;
  /** The same moment on the candidate's clock, in ms. */
  readonly clockMs: number;
}

export interface RubricSuggestion extends RubricMoment {
  readonly clockMs: number;
}

export interface RubricState {
  /** By item id. */
  readonly ticks: ReadonlyMap<string, RubricTick>;
  /** Where items that are not ticked may have been said, by time. */
  readonly suggestions: readonly RubricSuggestion[];
  /** Whether anything was transcribed, so that suggestions are to be had. */
  readonly heard: boolean;
  /** What a key has just done, while it is being told. */
  readonly notice: { readonly item: RubricItem; readonly ticked: boolean; readonly clockMs: number } | null;
}

/** What interviewers listen for, ticked off in one attempt. */
export interface Rubric {
  readonly items: readonly RubricItem[];
  readonly store: StoreApi<RubricState>;
  /** Ticks an item: now, or at `about`. */
  tick(item: string, about?: number): void;
  untick(item: string): void;
  /** Ticks an item now, or unticks it, and says so in a notice. */
  toggle(item: string): void;
  /** Takes back what the notice tells. */
  undoNotice(): void;
  forgetNotice(): void;
  dispose(): void;
}

export interface RubricCollaborators {
  readonly session: AttemptSession;
  readonly items: readonly RubricItem[];
  /** Every event of the attempt: the session's own list leaves out what was said before this visit. */
  readonly history: () => Promise<readonly AttemptEvent[]>;
}

/** Every tick is appended to the log, and what shows follows from the log. Nothing is ticked but by the candidate. */
export function createRubric({ session, items, history }: RubricCollaborators): Rubric {
  let saidBefore: readonly Transcribed[] = [];
  const view = () => rubricView(items, session.events, saidBefore);
  let noticed: { readonly item: string; readonly before: number | null } | null = null;
  const store = createStore<RubricState>(() => ({ ...view(), notice: null }));
  const { getState, setState } = store;

  const unsubscribe = session.subscribe(({ type }) => {
    if (type === 'rubric-ticked' || type === 'rubric-unticked' || type === 'transcribed') setState(view());
  });
  if (session.events.some(({ type }) => type === 'recording-started')) {
    const here = session.events.at(-1)?.session;
    void history().then((all) => {
      saidBefore = all.filter(isTranscribed).filter((event) => event.session !== here);
      setState(view());
    });
  }
  const write = (entry: AttemptEntry): void => {
    // Another tab writes this attempt now.
    if (session.access().kind === 'writing') session.append(entry);
  };
  const tick = (item: string, about: number): void => write({ type: 'rubric-ticked', item, about });
  const untick = (item: string): void => write({ type: 'rubric-unticked', item });

  return {
    items,
    store,
    tick(item, about = session.now()) {
      tick(item, about);
      setState({ notice: null });
    },
    untick(item) {
      if (!getState().ticks.has(item)) return;
      untick(item);
      setState({ notice: null });
    },
    toggle(id) {
      const item = items.find((one) => one.id === id);
      if (item === undefined || session.access().kind !== 'writing') return;
      const before = getState().ticks.get(id) ?? null;
      noticed = { item: id, before: before?.about ?? null };
      if (before === null) tick(id, session.now());
      else untick(id);
      const clockMs = before?.clockMs ?? getState().ticks.get(id)?.clockMs ?? 0;
      setState({ notice: { item, ticked: before === null, clockMs } });
    },
    undoNotice() {
      if (noticed === null) return;
      const { item, before } = noticed;
      if (before === null) untick(item);
      else tick(item, before);
      setState({ notice: null });
    },
    forgetNotice: () => setState({ notice: null }),
    dispose: unsubscribe,
  };
}

type Transcribed = Extract<AttemptEvent, { readonly type: 'transcribed' }>;

function isTranscribed(event: AttemptEvent): event is Transcribed {
  return event.type === 'transcribed';
}

function rubricView(
  items: readonly RubricItem[],
  events: readonly AttemptEvent[],
  saidBefore: readonly Transcribed[],
): Omit<RubricState, 'notice'> {
  const ticked = ticksOf(events);
  const segments = [...saidBefore, ...events.filter(isTranscribed)];
  const open = items.filter(({ id }) => !ticked.has(id));
  const moments = suggestedMoments(open, segments);
  const times = candidatesTimes(events, [...ticked.values(), ...moments.map(({ about }) => about)]);
  const clockMs = (position: number): number => times[position] ?? 0;
  return {
    ticks: new Map([...ticked].map(([item, about], index) => [item, { about, clockMs: clockMs(index) }])),
    suggestions: moments.map((moment, index) => ({ ...moment, clockMs: clockMs(ticked.size + index) })),
    heard: segments.length > 0,
  };
}
