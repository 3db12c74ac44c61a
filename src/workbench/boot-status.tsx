import { RotateCw } from 'lucide-react';
import type { RunnerState } from '#runner/runner.ts';
import { Button } from '#ui/button.tsx';
import { formatMegabytes } from '#ui/format.ts';
import { useRunnerState, useWorkbench } from './context.ts';

/** What Python is doing, with the bytes that have really arrived. */
export function BootStatus() {
  const state = useRunnerState();
  const { runner } = useWorkbench();
  if (state.kind === 'failed') {
    return (
      <div className="boot boot--failed" role="alert">
        <span>Python did not start: {state.message}</span>
        <Button icon={<RotateCw size={13} aria-hidden />} onClick={() => runner.boot()}>
          Retry
        </Button>
      </div>
    );
  }
  if (state.kind === 'ready') return <span className="boot boot--ready">{versionText(state.version)}</span>;
  const text = bootText(state);
  return (
    <div className="boot">
      <span>{text}</span>
      <progress
        className="boot__bar"
        aria-label="Python is starting"
        aria-valuetext={text}
        {...(state.kind === 'booting' &&
          state.stage === 'download' &&
          state.total > 0 && { value: state.loaded, max: state.total })}
      />
    </div>
  );
}

export function bootText(state: Extract<RunnerState, { kind: 'booting' | 'loading' }>): string {
  if (state.kind === 'loading') return `Loading ${state.packages.join(' and ')}`;
  if (state.stage === 'packages') return 'Loading packages';
  if (state.stage === 'start') return 'Starting Python';
  if (state.stage === 'load') return 'Loading modules';
  if (state.loaded === 0) return 'Downloading Python';
  const of = state.total > 0 ? ` of ${formatMegabytes(state.total)}` : '';
  return `Downloading Python ${formatMegabytes(state.loaded)}${of} MB`;
}

function versionText(version: string): string {
  return /^python/i.test(version) ? `${version} ready` : `Python ${version} ready`;
}
