import { type ReactNode, useMemo } from 'react';
import type { CaseResult } from '#domain/verdict.ts';
import { LongText } from '#ui/long-text.tsx';
import { groupByEdge, statusOf, visibleCases } from './board.ts';
import { CaseDetail } from './case-detail.tsx';
import { CaseStrip } from './case-strip.tsx';
import { useWorkbench, useWorkbenchState } from './context.ts';
import { OwnInputsPanel } from './own-inputs-panel.tsx';
import type { RelatedProblem } from './related-problems.tsx';
import { isBusy, sharedFailure } from './run-state.ts';
import { StatusLine } from './status-line.tsx';
import { Success } from './success.tsx';

interface ResultsPaneProps {
  readonly edgeClasses: Readonly<Record<string, string>>;
  readonly nextProblem: { readonly title: string; readonly href: string } | null;
  readonly afterResults?: ReactNode;
  readonly related?: readonly RelatedProblem[];
}

/** The strip of cases, how the run went, and the selected case. */
export function ResultsPane({ edgeClasses, nextProblem, afterResults, related = [] }: ResultsPaneProps) {
  const { problem, select } = useWorkbench();
  const run = useWorkbenchState((state) => state.run);
  const results = useWorkbenchState((state) => state.results);
  const selected = useWorkbenchState((state) => state.selected);
  const detail = useWorkbenchState((state) => state.detail);
  const submitted = useWorkbenchState((state) => state.hasSubmitted);
  const groups = useMemo(
    () => groupByEdge(problem.cases, visibleCases(problem.cases, submitted)),
    [problem, submitted],
  );
  const item = selected === null ? undefined : problem.cases[selected];
  const shared = run.kind === 'graded' ? sharedFailure([...results.values()]) : null;
  const accepted = run.kind === 'graded' && run.mode === 'submit' && run.verdict === 'Accepted';
  return (
    <section className="results" aria-label="Results">
      <div className="results__board">
        <StatusLine />
        <CaseStrip
          cases={problem.cases}
          groups={groups}
          edgeClasses={edgeClasses}
          results={results}
          run={run}
          selected={selected}
          onSelect={select}
        />
      </div>
      {detail === 'own' && (
        <div className="results__detail">
          <OwnInputsPanel />
        </div>
      )}
      {detail === 'case' && (accepted || selected !== null || shared !== null) && (
        <div className="results__detail">
          {accepted && <Success nextProblem={nextProblem} />}
          {shared !== null && <RunWideError shared={shared} />}
          {selected !== null && item !== undefined && (
            <CaseDetail
              key={selected}
              index={selected}
              item={item}
              status={statusOf(selected, results, run)}
              result={results.get(selected)}
              edgeText={edgeClasses[item.edge]}
              busy={isBusy(run)}
              related={related}
            />
          )}
        </div>
      )}
      {afterResults}
    </section>
  );
}

/** An error that every case shares, said once. */
function RunWideError({ shared }: { readonly shared: CaseResult }) {
  const { focusEditor } = useWorkbench();
  const line = shared.traceback?.line;
  return (
    <div className="run-error" role="alert">
      <p>
        <strong>Every case fails the same way.</strong> {shared.message}
        {line !== undefined && (
          <button type="button" className="link-button" onClick={() => focusEditor(line)}>
            Go to line {line}
          </button>
        )}
      </p>
      {shared.traceback !== undefined && <LongText label="Traceback" limit={3000} text={shared.traceback.text} />}
    </div>
  );
}
