import { CircleQuestionMark, Pencil, Play, Square, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { Button } from '#ui/button.tsx';
import { Comparison } from '#ui/comparison.tsx';
import { LongText } from '#ui/long-text.tsx';
import { VerdictMark, verdictTone } from '#ui/verdict-mark.tsx';
import { callOf } from './as-python.ts';
import { useWorkbench, useWorkbenchState } from './context.ts';
import { KEYS } from './keymap.ts';
import { Outcome } from './outcome.tsx';
import type { OwnInput } from './own-inputs.ts';
import { CasePicture } from './pictures/picture.tsx';
import { isBusy } from './run-state.ts';
import { SmallestButton, SmallestPanel } from './smallest-panel.tsx';

/** Inputs of the candidate's own: typed, checked by the validator, run, and answered by the reference. */
export function OwnInputsPanel() {
  const { own } = useWorkbench();
  const inputs = useStore(own.store, (state) => state.inputs);
  return (
    <section className="own" aria-label="Your own input">
      <Box />
      {inputs.length > 0 && (
        <ol className="own__list" aria-label="Inputs">
          {inputs.map((input) => (
            <Entry key={input.id} input={input} />
          ))}
        </ol>
      )}
    </section>
  );
}

function useBlocked(): boolean {
  return useWorkbenchState(({ run, readOnly }) => readOnly || isBusy(run));
}

/** Where the argument list is typed. */
function Box() {
  const { own, problem } = useWorkbench();
  const draft = useStore(own.store, (state) => state.draft);
  const trouble = useStore(own.store, (state) => state.problem);
  const blocked = useBlocked();
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || blocked) return;
    event.preventDefault();
    own.add('run');
  };
  const sample = problem.cases.find((item) => item.sample);
  return (
    <div className="own__new">
      <label className="own__label" htmlFor="own-input">
        Arguments for <code>{problem.entry}</code>, as Python
      </label>
      <textarea
        ref={box}
        id="own-input"
        className="own__box"
        rows={Math.min(8, Math.max(2, draft.split('\n').length))}
        spellCheck={false}
        autoComplete="off"
        placeholder={sample === undefined ? '' : sample.args.slice(0, 200)}
        aria-invalid={trouble !== null}
        aria-describedby="own-input-trouble"
        value={draft}
        onChange={(event) => own.type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p id="own-input-trouble" className="own__refused" role="alert">
        {trouble}
      </p>
      <p className="own__actions">
        <Button
          icon={<Play size={13} aria-hidden />}
          tip="Run your code on this input and judge the answer"
          chord={KEYS.run}
          aria-disabled={blocked}
          onClick={() => !blocked && own.add('run')}
        >
          Run this input
        </Button>
        <Button
          tone="quiet"
          icon={<CircleQuestionMark size={13} aria-hidden />}
          tip="Show what the reference returns, without running your code"
          aria-disabled={blocked}
          onClick={() => !blocked && own.add('ask')}
        >
          Ask the reference
        </Button>
      </p>
    </div>
  );
}

function Entry({ input }: { readonly input: OwnInput }) {
  const { own, problem } = useWorkbench();
  const blocked = useBlocked();
  const { id, args, state } = input;
  const outdated = useWorkbenchState(({ code }) => state.kind === 'tried' && state.code !== code);
  const working = state.kind === 'working';
  return (
    <li className="own__entry">
      <div className="own__head">
        {state.kind === 'tried' && <VerdictMark status={state.result.verdict} />}
        {state.kind === 'tried' && (
          <span className={`case__verdict tone--${verdictTone(state.result.verdict)}`}>{state.result.verdict}</span>
        )}
        {outdated && <span className="case__time">Code changed since</span>}
        {working && <span role="status">{state.what === 'running' ? 'Running' : 'Asking the reference'}</span>}
        <span className="case__actions">
          {working ? (
            <Button tone="quiet" icon={<Square size={12} aria-hidden />} onClick={own.stop}>
              Stop
            </Button>
          ) : (
            <>
              <Button
                tone="quiet"
                icon={<Play size={13} aria-hidden />}
                aria-disabled={blocked}
                onClick={() => !blocked && own.run(id)}
              >
                Run
              </Button>
              <Button
                tone="quiet"
                icon={<CircleQuestionMark size={13} aria-hidden />}
                aria-disabled={blocked}
                onClick={() => !blocked && own.ask(id)}
              >
                Ask the reference
              </Button>
            </>
          )}
          <Button
            tone="quiet"
            icon={<Pencil size={13} aria-hidden />}
            aria-label="Edit a copy"
            tip="Edit a copy"
            onClick={() => own.edit(id)}
          />
          <Button
            tone="quiet"
            icon={<Trash2 size={13} aria-hidden />}
            aria-label="Remove this input"
            tip="Remove this input"
            onClick={() => own.remove(id)}
          />
        </span>
      </div>
      <LongText label="Call" limit={400} text={callOf(problem, args)} />
      {state.kind === 'refused' && (
        <p className="own__refused" role="alert">
          {state.message}
        </p>
      )}
      {state.kind === 'answered' && <Comparison expected={state.expected} got={undefined} />}
      {state.kind === 'tried' && (
        <>
          <Outcome result={state.result} otherwise={<Comparison expected={state.expected} got={undefined} />} />
          {state.result.verdict !== 'Accepted' && (
            <>
              <CasePicture args={state.args} own path={state.result.path} />
              <p className="case__more">
                <SmallestButton
                  of={id}
                  item={{ args: state.args, earlier: [], unchanged: false }}
                  failure={state.result}
                />
              </p>
              <SmallestPanel of={id} />
            </>
          )}
        </>
      )}
    </li>
  );
}
