import { Play } from 'lucide-react';
import { useState } from 'react';
import { type AttemptFigures, figuresOf } from '#domain/history.ts';
import { PHASE_NAMES, PHASES } from '#domain/phase.ts';
import type { AttemptSummary } from '#domain/summary.ts';
import type { SummarisedAttempt } from '#storage/attempt-log.ts';
import { Button } from '#ui/button.tsx';
import { VerdictMark, verdictTone } from '#ui/verdict-mark.tsx';
import { formatTime } from './when.ts';

interface AttemptTableProps {
  readonly attempts: readonly SummarisedAttempt[];
  /** Gives the table a column for the problem; null where all are of one. */
  readonly titleOf: ((problemId: string) => string) | null;
}

const PAGE = 50;

/** Attempts side by side, a page at a time: a year of them opens as fast as a week. */
export function AttemptTable({ attempts, titleOf }: AttemptTableProps) {
  const [shown, setShown] = useState(PAGE);
  const timed = titleOf === null && attempts.some(({ summary }) => summary.phaseMs !== null);
  return (
    <>
      <div className="attempts__scroll">
        <table className="attempts">
          <thead>
            <tr>
              <th scope="col">Begun</th>
              {titleOf !== null && <th scope="col">Problem</th>}
              <th scope="col">Verdict</th>
              <th scope="col">Submissions</th>
              <th scope="col">Time</th>
              {timed &&
                PHASES.map((phase) => (
                  <th key={phase} scope="col">
                    {PHASE_NAMES[phase]}
                  </th>
                ))}
              <th scope="col">Speaking</th>
              <th scope="col">Cases foreseen</th>
              <th scope="col">First failed</th>
            </tr>
          </thead>
          <tbody>
            {attempts.slice(0, shown).map((one) => (
              <AttemptRow
                key={one.attempt.id}
                one={one}
                title={titleOf?.(one.attempt.problemId) ?? null}
                timed={timed}
              />
            ))}
          </tbody>
        </table>
      </div>
      {attempts.length > shown && (
        <div>
          <Button onClick={() => setShown(shown + PAGE)}>Show {Math.min(PAGE, attempts.length - shown)} more</Button>
        </div>
      )}
    </>
  );
}

interface AttemptRowProps {
  readonly one: SummarisedAttempt;
  readonly title: string | null;
  readonly timed: boolean;
}

function AttemptRow({ one: { attempt, summary }, title, timed }: AttemptRowProps) {
  const figures = figuresOf(summary);
  const { phaseMs, speakingShare } = summary;
  return (
    <tr>
      <th scope="row">
        <a href={`#/attempts/${encodeURIComponent(attempt.id)}`} title="Replay">
          <Play size={12} aria-hidden /> {formatTime(attempt.startedAt)}
        </a>
      </th>
      {title !== null && (
        <td>
          <a href={`#/problems/${encodeURIComponent(attempt.problemId)}/history`}>{title}</a>
        </td>
      )}
      <td>
        <VerdictOf figures={figures} summary={summary} />
      </td>
      <td data-label="Submissions">{submissionsIn(summary)}</td>
      <td data-label="Time">{minutes(summary.activeMs)}</td>
      {timed &&
        PHASES.map((phase) => (
          <td key={phase} data-label={PHASE_NAMES[phase]}>
            {phaseMs === null ? '' : minutes(phaseMs[phase])}
          </td>
        ))}
      <td data-label="Speaking">{speakingShare === null ? '' : percent(speakingShare)}</td>
      <td data-label="Foreseen">
        {figures.foreseen === null ? '' : `${figures.foreseen.cases} of ${figures.foreseen.of}`}
      </td>
      <td data-label="First failed">
        {figures.firstFailed !== null && <span title={figures.firstFailed.name}>{figures.firstFailed.edge}</span>}
      </td>
    </tr>
  );
}

function VerdictOf({
  figures: { verdict },
  summary,
}: {
  readonly figures: AttemptFigures;
  readonly summary: AttemptSummary;
}) {
  if (verdict === 'not submitted' || verdict === 'stopped' || verdict === null) {
    return <span className="quiet">{summary.givenUp ? 'given up' : (verdict ?? 'not finished')}</span>;
  }
  return (
    <span className={`attempts__verdict tone--${verdictTone(verdict)}`}>
      <VerdictMark status={verdict} /> {verdict}
    </span>
  );
}

/** `3, the last 14 of 16` */
function submissionsIn({ submissions }: AttemptSummary): string {
  const last = submissions.at(-1);
  if (last === undefined) return '';
  const passed = `${last.passed} of ${last.total}`;
  return submissions.length === 1 ? passed : `${submissions.length}, the last ${passed}`;
}

/** Minutes and seconds, from ms. */
function minutes(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
