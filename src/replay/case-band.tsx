import type { Verdict } from '#domain/verdict.ts';
import { formatClock } from '#ui/format.ts';
import { verdictTone } from '#ui/verdict-mark.tsx';
import { useReplay } from './context.ts';
import type { CaseHistory } from './when-did-it-break.ts';

/** A stretch of the attempt in which a case fared alike, or in which nobody knows. */
export interface BandSegment {
  readonly from: number;
  readonly to: number;
  readonly verdict: Verdict | null;
  /** Not run, but the versions known before and after it fared the same. */
  readonly assumed: boolean;
}

/** The verdicts on a case over the whole attempt, drawn. Its words are those of the case's row. */
export function CaseBand({ history }: { readonly history: CaseHistory }) {
  const { timeline, breaks } = useReplay();
  const { durationMs } = timeline;
  const times = breaks.versions.map(({ t }) => t);
  const share = (ms: number) => (durationMs === 0 ? 0 : (ms / durationMs) * 100);
  return (
    <span className="case-band" aria-hidden>
      {bandOf(history.verdicts, times, durationMs).map(({ from, to, verdict, assumed }) => (
        <span
          key={from}
          className={`case-band__segment tone--${verdict === null ? 'idle' : verdictTone(verdict)}`}
          data-known={verdict === null ? 'no' : assumed ? 'assumed' : 'yes'}
          data-passed={verdict === 'Accepted'}
          style={{ left: `${share(from)}%`, width: `${share(to - from)}%` }}
          title={`${formatClock(from)} to ${formatClock(to)}: ${segmentInWords(verdict, assumed)}`}
        />
      ))}
    </span>
  );
}

/** Segments of a band; neighbours that say the same are one. `times`: when each version began. */
export function bandOf(
  verdicts: readonly (Verdict | undefined)[],
  times: readonly number[],
  durationMs: number,
): readonly BandSegment[] {
  const segments: BandSegment[] = [];
  verdicts.forEach((verdict, i) => {
    const before = verdicts.slice(0, i).findLast((one) => one !== undefined);
    const after = verdicts.slice(i).find((one) => one !== undefined);
    const assumed = verdict === undefined && before !== undefined && before === after;
    const shown = verdict ?? (assumed ? before : null);
    const from = times[i] ?? 0;
    const to = times[i + 1] ?? durationMs;
    const last = segments.at(-1);
    if (last !== undefined && last.verdict === shown && last.assumed === assumed) {
      segments[segments.length - 1] = { ...last, to };
    } else segments.push({ from, to, verdict: shown ?? null, assumed });
  });
  return segments;
}

export function segmentInWords(verdict: Verdict | null, assumed: boolean): string {
  if (verdict === null) return 'not known';
  return assumed ? `${verdict}, as before and after` : verdict;
}
