import { SquarePen } from 'lucide-react';
import { useStore } from 'zustand';
import type { RunnerState } from '#runner/runner.ts';
import { Button } from '#ui/button.tsx';
import { counted, formatMs } from '#ui/format.ts';
import { VerdictMark } from '#ui/verdict-mark.tsx';
import { useRunnerState, useWorkbench, useWorkbenchState } from './context.ts';
import { KEYS } from './keymap.ts';
import type { RunState } from './run-state.ts';

/** One line that says how the latest run went, read out when it changes. */
export function StatusLine() {
  const { problem } = useWorkbench();
  const run = useWorkbenchState((state) => state.run);
  const outdated = useWorkbenchState((state) => state.judgedCode !== null && state.judgedCode !== state.code);
  const hiddenCases = useWorkbenchState((state) => !state.hasSubmitted);
  const python = useRunnerState();
  const hidden = hiddenCases ? problem.cases.filter((item) => !item.sample).length : 0;
  return (
    <div className="status-line">
      <p role="status" aria-live="polite" className="status-line__text">
        {run.kind === 'graded' && <VerdictMark status={run.verdict} />}
        <span>{statusText(run, python)}</span>
      </p>
      <span className="status-line__aside">
        {outdated && run.kind !== 'running' ? 'Code changed since this run' : ''}
        {!outdated && hidden > 0 ? `${counted(hidden, 'more case')} on Submit` : ''}
      </span>
      <OwnInputsButton />
    </div>
  );
}

/** Shows the candidate's own inputs instead of a case, or goes back. */
function OwnInputsButton() {
  const workbench = useWorkbench();
  const shown = useWorkbenchState((state) => state.detail === 'own');
  const count = useStore(workbench.own.store, (state) => state.inputs.length);
  return (
    <Button
      tone="quiet"
      className="own-button"
      icon={<SquarePen size={13} aria-hidden />}
      tip="Try an input of your own"
      chord={KEYS.own}
      aria-pressed={shown}
      onClick={() => (shown ? workbench.hideOwn() : workbench.showOwn())}
    >
      Your own input{count > 0 ? ` (${count})` : ''}
    </Button>
  );
}

export function statusText(run: RunState, python: RunnerState): string {
  switch (run.kind) {
    case 'idle':
      return 'Not run yet';
    case 'running':
      if (run.done === 0 && run.current === null) {
        if (python.kind === 'ready') return 'Preparing the cases';
        return `Waiting for ${python.kind === 'loading' ? python.packages.join(' and ') : 'Python'}; the run starts by itself, Stop cancels it`;
      }
      return `Running, ${run.done} of ${counted(run.cases.length, 'case')}`;
    case 'stopping':
      return 'Stopping';
    case 'stopped':
      return `Stopped after ${run.done} of ${counted(run.total, 'case')}${run.line === undefined ? '' : `, at line ${run.line}`}`;
    case 'failed':
      return `Could not run: ${run.message}`;
    case 'graded':
      return gradedText(run);
  }
}

function gradedText({ mode, verdict, summary }: Extract<RunState, { kind: 'graded' }>): string {
  const { passed, total, ms, failingEdges } = summary;
  const scope = mode === 'submit' ? '' : mode === 'run' ? 'Samples: ' : 'This case: ';
  if (verdict === 'Accepted') return `${scope}Accepted ${passed}/${total}, ${formatMs(ms)}`;
  if (mode === 'one') return `${scope}${verdict}`;
  const failing = total - passed;
  return `${scope}${verdict}: ${failing} of ${counted(total, 'case')} ${failing === 1 ? 'fails' : 'fail'}: ${listed(failingEdges, 4)}`;
}

/** The first few names; the strip below shows them all. */
function listed(names: readonly string[], limit: number): string {
  const rest = names.length - limit;
  return rest > 1 ? `${names.slice(0, limit).join(', ')} and ${rest} more` : names.join(', ');
}
