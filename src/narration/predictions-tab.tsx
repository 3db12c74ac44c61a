import './predictions.css';
import { Plus } from 'lucide-react';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '#ui/button.tsx';
import { Toast } from '#ui/toast.tsx';
import type { Predictions } from './predictions.ts';
import { EdgeCombobox } from './predictions-combobox.tsx';
import { PredictionsList } from './predictions-list.tsx';
import { PredictionsReport } from './predictions-report.tsx';

interface PredictionsTabProps {
  readonly predictions: Predictions;
  readonly edgeClasses: Readonly<Record<string, string>>;
  /** The attempt is written elsewhere. */
  readonly readOnly: boolean;
}

/** The edge cases that one foresees before coding, each with an input if one likes. */
export function PredictionsTab({ predictions, edgeClasses, readOnly }: PredictionsTabProps) {
  const list = useStore(predictions.store, (state) => state.predictions);
  const undoable = useStore(predictions.store, (state) => state.undoable);
  return (
    <div className="predictions">
      {list.length === 0 && <Why />}
      {!readOnly && <PredictionForm predictions={predictions} edgeClasses={edgeClasses} />}
      <PredictionsList predictions={predictions} edgeClasses={edgeClasses} readOnly={readOnly} />
      <PredictionsReport predictions={predictions} edgeClasses={edgeClasses} />
      {undoable !== null && (
        <Toast
          key={undoable.id}
          text={`${undoable.edge} is no longer on your list.`}
          action={{ label: 'Undo', perform: predictions.undoWithdraw }}
          onDismiss={predictions.forgetWithdrawn}
        />
      )}
    </div>
  );
}

function Why() {
  return (
    <div className="quiet predictions__why">
      <p>
        Before you code, list what could break a solution. Interviewers listen for it, and it is easier to see before
        the code is there to defend.
      </p>
      <p>
        After you submit, you see which edge classes of the suite you foresaw, and how many known wrong solutions your
        inputs would have caught.
      </p>
    </div>
  );
}

function PredictionForm({ predictions, edgeClasses }: Omit<PredictionsTabProps, 'readOnly'>) {
  const { problem } = predictions;
  const entry = useStore(predictions.store, (state) => state.entry);
  const [edge, setEdge] = useState('');
  const [args, setArgs] = useState('');
  const edgeInput = useRef<HTMLInputElement>(null);
  const argsInput = useRef<HTMLInputElement>(null);
  const id = useId();
  const chosen = Object.hasOwn(edgeClasses, edge.trim()) ? edge.trim() : null;
  const checking = entry.kind === 'checking';

  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (chosen === null) return edgeInput.current?.focus();
    if (!(await predictions.add(chosen, args))) return;
    setEdge('');
    setArgs('');
    edgeInput.current?.focus();
  };
  const change = (set: (value: string) => void) => (value: string) => {
    predictions.forgetRefusal();
    set(value);
  };

  return (
    <form className="prediction-form" onSubmit={(event) => void add(event)} aria-label="Predict an edge case">
      <EdgeCombobox
        edgeClasses={edgeClasses}
        value={edge}
        onChange={change(setEdge)}
        onChoose={(name) => {
          change(setEdge)(name);
          argsInput.current?.focus();
        }}
        inputRef={edgeInput}
      />
      <div className="prediction-form__input">
        <label htmlFor={`${id}-args`}>Input, if you like</label>
        <div className="prediction-form__call">
          <code aria-hidden>{problem.entry}(</code>
          <input
            ref={argsInput}
            id={`${id}-args`}
            type="text"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            placeholder="Python arguments"
            aria-invalid={entry.kind === 'refused'}
            aria-describedby={entry.kind === 'refused' ? `${id}-refused` : undefined}
            readOnly={checking}
            value={args}
            onChange={(event) => change(setArgs)(event.target.value)}
          />
          <code aria-hidden>)</code>
        </div>
      </div>
      <div className="prediction-form__actions">
        <Button
          type="submit"
          icon={<Plus size={14} aria-hidden />}
          aria-disabled={chosen === null || checking}
          disabled={checking}
        >
          Add
        </Button>
        {checking && (
          <>
            <span role="status">Checking the input</span>
            <Button tone="quiet" onClick={predictions.cancelCheck}>
              Cancel
            </Button>
          </>
        )}
        {!checking && edge.trim() !== '' && chosen === null && (
          <span className="quiet">Choose an edge class from the list.</span>
        )}
      </div>
      {entry.kind === 'refused' && (
        <p className="prediction-form__refused" id={`${id}-refused`} role="alert">
          {entry.message}
        </p>
      )}
    </form>
  );
}
