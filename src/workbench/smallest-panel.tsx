import { Shrink, Square } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Case } from '#domain/problem.ts';
import type { CaseResult } from '#domain/verdict.ts';
import type { ShrinkProgress, Shrunk } from '#grading/shrink/shrink.ts';
import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { counted } from '#ui/format.ts';
import { LongText } from '#ui/long-text.tsx';
import { VerdictMark } from '#ui/verdict-mark.tsx';
import { callOf, caseAsPython } from './as-python.ts';
import { useWorkbench, useWorkbenchState } from './context.ts';
import { Outcome } from './outcome.tsx';
import { CasePicture } from './pictures/picture.tsx';
import { isBusy } from './run-state.ts';
import type { SmallestKey } from './smallest.ts';

interface SmallestProps {
  readonly of: SmallestKey;
  readonly item: Pick<Case, 'args' | 'earlier' | 'unchanged'>;
  readonly failure: CaseResult;
}

/** The button that starts the search for the smallest failing input; while it runs, the one that stops it. */
export function SmallestButton({ of, item, failure }: SmallestProps) {
  const { smallest } = useWorkbench();
  const state = useStore(smallest.store, (states) => states.get(of));
  const busy = useWorkbenchState(({ run, readOnly }) => readOnly || isBusy(run));
  if (state?.kind === 'searching') {
    return (
      <Button tone="quiet" icon={<Square size={12} aria-hidden />} onClick={smallest.stop}>
        Stop the search
      </Button>
    );
  }
  return (
    <Button
      tone="quiet"
      icon={<Shrink size={13} aria-hidden />}
      tip="Leave out what does not matter, as long as it fails in the same way"
      aria-disabled={busy}
      onClick={() => !busy && smallest.start(of, item, failure)}
    >
      Find the smallest failing input
    </Button>
  );
}

/** How the search goes, and what it found. */
export function SmallestPanel({ of }: { readonly of: SmallestKey }) {
  const { smallest } = useWorkbench();
  const state = useStore(smallest.store, (states) => states.get(of));
  const panel = useRef<HTMLElement>(null);
  const kind = state?.kind;
  useEffect(() => {
    if (kind !== undefined) panel.current?.scrollIntoView({ block: 'nearest' });
  }, [kind]);
  if (state === undefined) return null;
  return (
    <section ref={panel} className="smallest" aria-label="Smallest failing input">
      <p role="status" className="smallest__status">
        {state.kind === 'searching' && progressText(state.progress)}
        {state.kind === 'none' && state.message}
        {state.kind === 'found' && foundText(state.shrunk)}
      </p>
      {state.kind === 'found' && <Found shrunk={state.shrunk} />}
    </section>
  );
}

function Found({ shrunk }: { readonly shrunk: Extract<Shrunk, { kind: 'shrunk' }> }) {
  const workbench = useWorkbench();
  const { problem } = workbench;
  const { args, earlier, unchanged, result, answer } = shrunk;
  const asPython = caseAsPython(problem, {
    name: 'smallest failing input',
    edge: result.edge,
    args,
    earlier,
    unchanged,
    expectation:
      answer.kind === 'raises'
        ? { kind: 'raises', exception: answer.exception }
        : { kind: 'value', source: result.expected?.text ?? '' },
    sample: false,
    why: '',
  });
  return (
    <>
      {earlier.length > 0 && (
        <LongText
          label="Earlier calls"
          limit={400}
          text={earlier.map((call) => `${callOf(problem, call)}  # called before`).join('\n')}
        />
      )}
      <div className="smallest__call">
        <VerdictMark status={result.verdict} />
        <LongText label="Smallest call" limit={600} text={callOf(problem, args)} />
      </div>
      <Outcome result={result} />
      <CasePicture args={args} own path={result.path} />
      <p className="case__more">
        {earlier.length === 0 && (
          <Button tone="quiet" onClick={() => workbench.showOwn(args)}>
            Open as your own input
          </Button>
        )}
        {answer.kind === 'raises' || result.expected !== undefined ? (
          <CopyButton label="Copy as Python" text={asPython} />
        ) : null}
      </p>
    </>
  );
}

export function progressText(progress: ShrinkProgress | null): string {
  if (progress === null) return 'Reading the input';
  const { from, to, tries } = progress;
  return `${from.toLocaleString('en-GB')} \u2192 ${counted(to, 'element')}, ${counted(tries, 'try', 'tries')}`;
}

export function foundText({
  from,
  to,
  tries,
  ended,
}: Pick<Extract<Shrunk, { kind: 'shrunk' }>, 'from' | 'to' | 'tries' | 'ended'>): string {
  const how = `${from.toLocaleString('en-GB')} \u2192 ${counted(to, 'element')}, ${counted(tries, 'try', 'tries')}`;
  const end = {
    complete: '',
    time: ' It may get smaller still: the time for it was over.',
    stopped: ' The search was stopped there.',
  };
  return `Still fails in the same way: ${how}.${end[ended]}`;
}
