import type { Phase } from '#domain/phase.ts';

/** Lengths of silence to choose from, in ms; 0 is never. */
export const NUDGE_LENGTHS = [0, 20_000, 30_000, 45_000, 60_000, 120_000] as const;

export interface NudgeSituation {
  /** When somebody last spoke, or when the recording began; null while somebody speaks, or while nobody listens. */
  readonly silentSince: number | null;
  /** Null without a clock. */
  readonly phase: Phase | null;
  readonly now: number;
  /** 0: never. */
  readonly afterMs: number;
}

/** Whether to remind the candidate to think aloud: only while coding, where one forgets it. */
export function isNudgeDue({ silentSince, phase, now, afterMs }: NudgeSituation): boolean {
  if (afterMs === 0 || silentSince === null || (phase !== null && phase !== 'code')) return false;
  return now - silentSince >= afterMs;
}

export function nudgeText(afterMs: number): string {
  const length = afterMs % 60_000 === 0 ? `${afterMs / 60_000} min` : `${afterMs / 1000} s`;
  return `${length} of silence: say what you are doing.`;
}
