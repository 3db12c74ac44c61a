import { Play, RotateCcw, SendHorizontal, Square } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { BootStatus } from './boot-status.tsx';
import { useWorkbench, useWorkbenchState } from './context.ts';
import { KEYS } from './keymap.ts';
import { isBusy } from './run-state.ts';

export function RunBar() {
  const workbench = useWorkbench();
  const run = useWorkbenchState((state) => state.run);
  const untouched = useWorkbenchState((state) => state.code === workbench.problem.starter);
  const readOnly = useWorkbenchState((state) => state.readOnly);
  const busy = isBusy(run) || readOnly;
  return (
    <div className="run-bar" role="toolbar" aria-label="Run">
      <Button
        tone="plain"
        icon={<Play size={14} aria-hidden />}
        tip="Run the sample cases"
        chord={KEYS.run}
        aria-disabled={busy}
        onClick={workbench.run}
      >
        Run
      </Button>
      <Button
        tone="primary"
        icon={<SendHorizontal size={14} aria-hidden />}
        tip="Run every case on a fresh interpreter"
        chord={KEYS.submit}
        aria-disabled={busy}
        onClick={workbench.submit}
      >
        Submit
      </Button>
      <Button
        tone="quiet"
        icon={<Square size={12} aria-hidden />}
        tip="Stop the run"
        chord={KEYS.stop}
        disabled={run.kind !== 'running'}
        onClick={workbench.stop}
      >
        {run.kind === 'stopping' ? 'Stopping' : 'Stop'}
      </Button>
      <Button
        tone="quiet"
        icon={<RotateCcw size={14} aria-hidden />}
        aria-label="Reset to starter"
        tip="Reset to starter"
        disabled={untouched || readOnly}
        onClick={workbench.reset}
      />
      <span className="run-bar__gap" />
      <BootStatus />
    </div>
  );
}
