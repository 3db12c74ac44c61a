import { useEffect, useRef } from 'react';
import { Button } from '#ui/button.tsx';
import { counted, formatClock } from '#ui/format.ts';
import { VerdictMark } from '#ui/verdict-mark.tsx';
import { bandOf, CaseBand, segmentInWords } from './case-band.tsx';
import { useBreakState, useReplay, useReplayState } from './context.ts';
import { TimeLink } from './time-link.tsx';
import type { CaseHistory, Finding, TurningEdit } from './when-did-it-break.ts';

/** Every case that was judged in this attempt: how it fared over time, and which edit broke or mended it. */
export function CasesPanel() {
  const cases = useBreakState((state) => state.cases);
  const focused = useReplayState((state) => state.focusedCase);
  if (cases.length === 0) return <p className="quiet">No case was run in this attempt.</p>;
  const failed = cases.filter(({ lastFailure }) => lastFailure !== null);
  const passed = cases.filter(({ lastFailure }) => lastFailure === null);
  return (
    <>
      {failed.length > 0 && <CaseRows label="Cases that failed" cases={failed} focused={focused} />}
      {passed.length > 0 && (
        <details open={failed.length === 0 || passed.some(({ name }) => name === focused)}>
          <summary className="cases-at__summary">{counted(passed.length, 'case')} never failed when run</summary>
          <CaseRows label="Cases that never failed" cases={passed} focused={focused} />
        </details>
      )}
    </>
  );
}

interface CaseRowsProps {
  readonly label: string;
  readonly cases: readonly CaseHistory[];
  readonly focused: string | null;
}

function CaseRows({ label, cases, focused }: CaseRowsProps) {
  return (
    <ul className="cases-at" aria-label={label}>
      {cases.map((history) => (
        <CaseRow key={history.name} history={history} focused={history.name === focused} />
      ))}
    </ul>
  );
}

function CaseRow({ history, focused }: { readonly history: CaseHistory; readonly focused: boolean }) {
  const { timeline, breaks, focusCase } = useReplay();
  const { name, edge, verdicts, lastFailure, search, finding } = history;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (focused) row.current?.scrollIntoView({ block: 'nearest' });
  }, [focused]);
  const latest = verdicts.findLast((verdict) => verdict !== undefined);
  const times = breaks.versions.map(({ t }) => t);
  const words = bandOf(verdicts, times, timeline.durationMs)
    .map(({ from, verdict, assumed }) => `${formatClock(from)} ${segmentInWords(verdict, assumed)}`)
    .join('; ');
  return (
    <li ref={row} className="cases-at__row" data-focused={focused}>
      <button
        type="button"
        className="cases-at__head"
        aria-pressed={focused}
        title="Show its band below the lanes"
        onClick={() => focusCase(focused ? null : name)}
      >
        {latest !== undefined && <VerdictMark status={latest} />}
        <span className="cases-at__name">{name}</span>
        <span className="cases-at__edge">{edge}</span>
      </button>
      <CaseBand history={history} />
      <span className="visually-hidden">Verdicts over time: {words}</span>
      <div className="cases-at__actions">
        {search.kind === 'searching' || search.kind === 'refining' ? (
          <>
            <span role="status">{progressInWords(search)}</span>
            <Button tone="quiet" onClick={breaks.cancel}>
              Cancel
            </Button>
          </>
        ) : (
          <>
            {lastFailure !== null && (
              <Button
                aria-label={`When did it break? ${name}`}
                onClick={() => {
                  focusCase(name);
                  breaks.find(name);
                }}
              >
                When did it break?
              </Button>
            )}
            {verdicts.includes(undefined) && (
              <Button tone="quiet" aria-label={`Refine the band of ${name}`} onClick={() => breaks.refine(name)}>
                Refine
              </Button>
            )}
          </>
        )}
      </div>
      {search.kind === 'failed' && <p role="alert">The search stopped: {search.message} Try it again.</p>}
      {finding !== null && <FindingInWords finding={finding} />}
    </li>
  );
}

function progressInWords(
  search: { kind: 'searching'; tried: number } | { kind: 'refining'; tried: number; total: number },
) {
  if (search.kind === 'refining') return `Running old versions: ${search.tried} of ${search.total}`;
  return `Searching: ${counted(search.tried, 'version')} run`;
}

function FindingInWords({ finding: { verdict, introduced, fixed } }: { readonly finding: Finding }) {
  return (
    <div className="finding" role="status">
      <p>
        {introduced.kind === 'never-passed' ? `It never passed before: ${verdict} ` : `${verdict} `}
        from <TimeLink t={introduced.t} />
        <Clause edit={introduced} />
      </p>
      <Lines edit={introduced} />
      {fixed === null ? (
        <p>It failed to the end.</p>
      ) : (
        <>
          <p>
            Fixed at <TimeLink t={fixed.t} />
            <Clause edit={fixed} />
          </p>
          <Lines edit={fixed} />
        </>
      )}
    </div>
  );
}

function Clause({ edit: { words, said } }: { readonly edit: TurningEdit }) {
  return (
    <>
      {words !== null && <>, when {inCode(words.clause)}</>}
      {said !== null && <>; you had just said &ldquo;{said}&rdquo;</>}.
    </>
  );
}

/** Pieces between backticks as code. */
function inCode(clause: string) {
  return clause.split('`').map((piece, i) => (i % 2 === 1 ? <code key={i}>{piece}</code> : piece));
}

/** Longer edits are shown in part. */
const SHOWN_LINES = 12;

function Lines({ edit: { words } }: { readonly edit: TurningEdit }) {
  if (words === null) return null;
  const lines = words.changes.flatMap(({ before, after }) => [
    ...before.map((text) => ({ sign: '-', text })),
    ...after.map((text) => ({ sign: '+', text })),
  ]);
  const left = lines.length - SHOWN_LINES;
  return (
    <pre className="finding__lines">
      {lines.slice(0, SHOWN_LINES).map(({ sign, text }, i) => (
        <span key={`${i} ${text}`} data-sign={sign}>{`${sign} ${text}\n`}</span>
      ))}
      {left > 0 && `${counted(left, 'more line')}\n`}
    </pre>
  );
}
