import type { AttemptEvent } from './attempt.ts';

/** Something that interviewers listen for. */
export interface RubricItem {
  readonly id: string;
  readonly title: string;
  /** One sentence: what they want to hear. */
  readonly listenFor: string;
  /** An example of what one could say. */
  readonly say: string;
  /** Words in their order that hint at it in a transcript: see `rubric-phrases.ts`. */
  readonly phrases: readonly string[];
}

/** By item id: what a problem adds to the phrases of everybody's rubric. */
export type RubricPhrases = Readonly<Record<string, readonly string[]>>;

/** One problem's rubric: everybody's, with the problem's own phrases first. */
export function rubricFor(items: readonly RubricItem[], own: RubricPhrases = {}): readonly RubricItem[] {
  return items.map((item) => {
    const added = Object.hasOwn(own, item.id) ? (own[item.id] ?? []) : [];
    return added.length === 0 ? item : { ...item, phrases: [...added, ...item.phrases] };
  });
}

/** When each ticked item was done, by item id, in ms like the events' `at`. The last tick counts; an untick takes it away. */
export function ticksOf(events: readonly AttemptEvent[]): ReadonlyMap<string, number> {
  const ticks = new Map<string, number>();
  for (const event of events) {
    if (event.type === 'rubric-ticked') ticks.set(event.item, event.about);
    else if (event.type === 'rubric-unticked') ticks.delete(event.item);
  }
  return ticks;
}
