import type { AttemptEvent } from '#domain/attempt.ts';
import type { Timeline } from '#domain/timeline.ts';

/** The code as it stood after an edit, or after a burst of them. */
export interface CodeVersion {
  /** How many events of the log had happened. */
  readonly position: number;
  readonly t: number;
  readonly text: string;
}

/** Edits that follow each other within this time are one burst: nobody meant to stop between them. */
const BURST_MS = 1000;

/** The distinct texts at which the candidate paused, or ran the code; the first is what the attempt began with. */
export function versionsOf(events: readonly AttemptEvent[], timeline: Timeline): readonly CodeVersion[] {
  const ends: number[] = [];
  let open: number | null = null;
  let lastEdit = 0;
  events.forEach((event, position) => {
    const t = timeline.axis.timeOfEvent(position);
    const changesText = event.type === 'opened' || event.type === 'edited' || event.type === 'replaced';
    const runs = event.type === 'ran' || event.type === 'submitted';
    if (open !== null && (runs || (changesText && t - lastEdit > BURST_MS))) {
      ends.push(open);
      open = null;
    }
    if (!changesText) return;
    open = position + 1;
    lastEdit = t;
  });
  if (open !== null) ends.push(open);
  return distinct(ends, timeline);
}

/** The texts after every single edit from one version, exclusively, to a later one, inclusively. */
export function editsBetween(
  events: readonly AttemptEvent[],
  timeline: Timeline,
  from: CodeVersion,
  to: CodeVersion,
): readonly CodeVersion[] {
  const positions: number[] = [];
  for (let position = from.position; position < to.position; position += 1) {
    const type = events[position]?.type;
    if (type === 'opened' || type === 'edited' || type === 'replaced') positions.push(position + 1);
  }
  return distinct(positions, timeline, from.text);
}

function distinct(positions: readonly number[], timeline: Timeline, before: string | null = null) {
  const versions: CodeVersion[] = [];
  const texts = timeline.text.textsAt(positions);
  positions.forEach((position, i) => {
    const text = texts[i];
    if (typeof text !== 'string' || text === (versions.at(-1)?.text ?? before)) return;
    versions.push({ position, t: timeline.axis.timeOfEvent(position - 1), text });
  });
  return versions;
}
