import { PHASE_NAMES } from '#domain/phase.ts';
import type { Reflections, TimedRun, Timeline } from '#domain/timeline.ts';
import type { Verdict } from '#domain/verdict.ts';
import { counted } from '#ui/format.ts';
import type { BreakState } from './when-did-it-break.ts';

/** Something to go back to, in words. */
export interface Moment {
  /** Unique in the attempt. */
  readonly id: string;
  readonly t: number;
  readonly kind: 'phase' | 'run' | 'hint' | 'mark' | 'tick' | 'comment' | 'recording' | 'gap' | 'turn';
  readonly text: string;
  readonly verdict?: Verdict;
}

const MARK_TEXTS = {
  hint: (detail: string) => `Hint ${detail} shown`,
  editorial: () => 'Editorial opened',
  foreseen: (detail: string) => `Foresaw the edge class ${detail}`,
  reset: () => 'Code reset to the starter',
  ended: (detail: string) => (detail === 'given-up' ? 'Gave up' : 'Attempt ended'),
};

/** Everything that is drawn on the lanes, as a list in the order of time. `titles`: of rubric items, by id. */
export function momentsOf(
  timeline: Timeline,
  { ticks, comments }: Reflections,
  { cases }: BreakState,
  titles: ReadonlyMap<string, string>,
): readonly Moment[] {
  const moments: Moment[] = [
    ...timeline.phases.map(({ from, phase }, i): Moment => {
      return { id: `phase-${i}`, t: from, kind: 'phase', text: `${PHASE_NAMES[phase]} begins` };
    }),
    ...timeline.runs.map((run, i): Moment => {
      const verdict = run.verdict === 'stopped' || run.verdict === null ? {} : { verdict: run.verdict };
      return { id: `run-${run.key}`, t: run.to, kind: 'run', text: runInWords(run, i + 1), ...verdict };
    }),
    ...timeline.marks.map(({ t, kind, detail }, i): Moment => {
      return { id: `mark-${i}`, t, kind: kind === 'hint' ? 'hint' : 'mark', text: MARK_TEXTS[kind](detail) };
    }),
    ...timeline.recordings.map(({ from, recordingId }): Moment => {
      return { id: `recording-${recordingId}`, t: from, kind: 'recording', text: 'Recording starts' };
    }),
    ...timeline.axis.gaps.map(({ t, kind, ms }, i): Moment => {
      return { id: `gap-${i}`, t, kind: 'gap', text: gapInWords(kind, ms) };
    }),
    ...ticks.map(({ t, item }): Moment => {
      return { id: `tick-${item}`, t, kind: 'tick', text: `Ticked: ${titles.get(item) ?? item}` };
    }),
    ...comments.map(({ t, commentId, text }): Moment => ({ id: `comment-${commentId}`, t, kind: 'comment', text })),
    ...cases.flatMap(({ name, finding }): Moment[] => {
      if (finding === null) return [];
      const { introduced, fixed } = finding;
      const began = introduced.kind === 'broke' ? 'broke' : 'first fails';
      return [
        { id: `broke-${name}`, t: introduced.t, kind: 'turn', text: `${name} ${began}` },
        ...(fixed === null ? [] : [{ id: `fixed-${name}`, t: fixed.t, kind: 'turn' as const, text: `${name} fixed` }]),
      ];
    }),
  ];
  return moments.sort((a, b) => a.t - b.t);
}

/** `Submission 3: Wrong Answer, 14 of 16 cases passed`; runs and submissions are counted together. */
export function runInWords({ kind, verdict, results }: TimedRun, number: number): string {
  const passed = results.filter((result) => result.verdict === 'Accepted').length;
  const outcome = verdict === null ? 'not finished' : verdict === 'stopped' ? 'stopped' : verdict;
  const counts = results.length === 0 ? '' : `, ${passed} of ${counted(results.length, 'case')} passed`;
  return `${kind === 'run' ? 'Run' : 'Submission'} ${number}: ${outcome}${counts}`;
}

function gapInWords(kind: 'away' | 'paused' | 'idle', ms: number): string {
  const what = { away: 'Page closed', paused: 'Paused', idle: 'Nothing happened' }[kind];
  return `${what} for ${inWords(ms)}, left out here`;
}

/** `40 s`, `3 min`, `2 h 5 min`, `3 days`. */
function inWords(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (ms < 60_000) return `${Math.max(1, Math.round(ms / 1000))} s`;
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  return `${Math.round(minutes / 1440)} days`;
}
