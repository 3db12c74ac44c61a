import type { AttemptEvent } from '#domain/attempt.ts';
import type { Database, EventRow } from './database.ts';

export const TEXT_TYPES = ['opened', 'edited', 'replaced'] as const satisfies readonly AttemptEvent['type'][];
const WHOLE_TYPES = ['opened', 'replaced'] as const satisfies readonly AttemptEvent['type'][];

/**
 * Which events are read when a problem is opened, beside those that its text follows from. Left out is what comes in
 * thousands (`edited`, `selected`, results of single cases, speech), and whole texts.
 */
const IS_LANDMARK: Readonly<Record<AttemptEvent['type'], boolean>> = {
  opened: false,
  edited: false,
  replaced: false,
  selected: false,
  'case-finished': false,
  'speech-started': false,
  'speech-ended': false,
  transcribed: false,
  ran: true,
  submitted: true,
  'run-finished': true,
  'hint-shown': true,
  'editorial-shown': true,
  'clock-started': true,
  'clock-removed': true,
  'phase-changed': true,
  paused: true,
  resumed: true,
  'clock-hidden': true,
  alive: true,
  'time-left-out': true,
  'recording-started': true,
  'recording-stopped': true,
  'microphone-muted': true,
  'listening-failed': true,
  predicted: true,
  'prediction-withdrawn': true,
  tried: true,
  'tried-removed': true,
  'rubric-ticked': true,
  'rubric-unticked': true,
  commented: true,
  'comment-removed': true,
  reviewed: true,
  'card-suspended': true,
  ended: true,
};

const LANDMARK_TYPES = Object.entries(IS_LANDMARK).flatMap(([type, is]) => (is ? [type] : []));

/** Reads the events of one attempt, or the few of them that say what it is like. Must run in a transaction on `events`. */
export interface Digests {
  /** Everything, in order. */
  all(attemptId: string): Promise<readonly EventRow[]>;
  /** See `AttemptSession.events`. */
  of(attemptId: string): Promise<readonly AttemptEvent[]>;
  firstOpened(attemptId: string): Promise<EventRow | undefined>;
  newestText(attemptId: string): Promise<EventRow | undefined>;
  /** The rows that the draft follows from: the last whole text of the newest text session, and the edits since. */
  draftRows(attemptId: string, newest: EventRow | undefined): Promise<readonly EventRow[]>;
  hasEnded(attemptId: string): Promise<boolean>;
}

export function createDigests({ events }: Pick<Database, 'events'>): Digests {
  const ofType = (attemptId: string, type: string) => events.where({ attemptId, 'event.type': type });

  const ofSession = (session: string, type: string, from: number = Number.NEGATIVE_INFINITY) =>
    events
      .where('[event.session+event.type+seq]')
      .between([session, type, from], [session, type, Number.POSITIVE_INFINITY]);

  const all: Digests['all'] = (attemptId) =>
    events
      .where('[attemptId+seq]')
      .between([attemptId, Number.NEGATIVE_INFINITY], [attemptId, Number.POSITIVE_INFINITY])
      .toArray();

  const firstOpened: Digests['firstOpened'] = (attemptId) => ofType(attemptId, 'opened').first();

  const newestText: Digests['newestText'] = async (attemptId) => {
    const newest = await Promise.all(TEXT_TYPES.map((type) => ofType(attemptId, type).last()));
    return newest.reduce(later, undefined);
  };

  const draftRows: Digests['draftRows'] = async (attemptId, newest) => {
    if (newest === undefined) return [];
    if (newest.event.type !== 'edited') return [newest];
    const { session } = newest.event;
    // An imported file may name a session in two attempts.
    const own = (row: EventRow) => row.attemptId === attemptId;
    const wholes = await Promise.all(WHOLE_TYPES.map((type) => ofSession(session, type).filter(own).last()));
    const base = wholes.reduce(later, undefined);
    // Never written by us. Other sessions may still hold a text, so let the projection see everything.
    if (base === undefined) return all(attemptId);
    return [base, ...(await ofSession(session, 'edited', base.seq).toArray()).filter(own)];
  };

  return {
    all,
    firstOpened,
    newestText,
    draftRows,
    hasEnded: async (attemptId) => (await ofType(attemptId, 'ended').count()) > 0,
    async of(attemptId) {
      const [first, text, ...landmarks] = await Promise.all([
        firstOpened(attemptId),
        newestText(attemptId).then((newest) => draftRows(attemptId, newest)),
        ...LANDMARK_TYPES.map((type) => ofType(attemptId, type).toArray()),
      ]);
      const rows = new Map<number, EventRow>();
      for (const row of [...(first === undefined ? [] : [first]), ...text, ...landmarks.flat()]) rows.set(row.seq, row);
      return [...rows.values()].sort((a, b) => a.seq - b.seq).map(({ event }) => event);
    },
  };
}

function later(a: EventRow | undefined, b: EventRow | undefined): EventRow | undefined {
  return a === undefined || (b !== undefined && b.seq > a.seq) ? b : a;
}
