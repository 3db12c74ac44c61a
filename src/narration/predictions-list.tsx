import { X } from 'lucide-react';
import { useStore } from 'zustand';
import type { Prediction } from '#domain/predictions.ts';
import { Button } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import type { AnswerState, Predictions } from './predictions.ts';

interface PredictionsListProps {
  readonly predictions: Predictions;
  readonly edgeClasses: Readonly<Record<string, string>>;
  readonly readOnly: boolean;
}

/** What was predicted so far; removed with a button, brought back with another. */
export function PredictionsList({ predictions, edgeClasses, readOnly }: PredictionsListProps) {
  const list = useStore(predictions.store, (state) => state.predictions);
  const answers = useStore(predictions.store, (state) => state.answers);
  if (list.length === 0) return null;
  return (
    <ul className="prediction-list" aria-label="Your predictions">
      {list.map((prediction) => (
        <PredictionItem
          key={prediction.id}
          predictions={predictions}
          prediction={prediction}
          sentence={edgeClasses[prediction.edge]}
          answer={answers.get(prediction.id)}
          readOnly={readOnly}
        />
      ))}
    </ul>
  );
}

interface PredictionItemProps {
  readonly predictions: Predictions;
  readonly prediction: Prediction;
  readonly sentence: string | undefined;
  readonly answer: AnswerState | undefined;
  readonly readOnly: boolean;
}

function PredictionItem({ predictions, prediction, sentence, answer, readOnly }: PredictionItemProps) {
  const { id, edge, args, early } = prediction;
  return (
    <li className="prediction">
      <div className="prediction__head">
        <strong>{edge}</strong>
        {!early && <Chip>after submitting</Chip>}
        {!readOnly && (
          <Button
            tone="quiet"
            icon={<X size={14} aria-hidden />}
            aria-label={`Remove ${edge}`}
            onClick={() => predictions.withdraw(id)}
          />
        )}
      </div>
      {sentence !== undefined && <p className="prediction__means">{sentence}</p>}
      {args !== null && (
        <>
          <pre className="code-block prediction__call">{`${predictions.problem.entry}(${args})`}</pre>
          <Answer answer={answer} onShow={() => predictions.showAnswer(id)} onHide={() => predictions.hideAnswer(id)} />
        </>
      )}
    </li>
  );
}

interface AnswerProps {
  readonly answer: AnswerState | undefined;
  readonly onShow: () => void;
  readonly onHide: () => void;
}

/** Hidden until it is asked for: an own guess first is the better practice. */
function Answer({ answer, onShow, onHide }: AnswerProps) {
  const shown = answer?.kind === 'shown';
  return (
    <div className="prediction__answer">
      <button type="button" className="link-button" aria-expanded={shown} onClick={shown ? onHide : onShow}>
        {shown ? 'Hide the expected value' : 'Guess, then show the expected value'}
      </button>
      {answer?.kind === 'asking' && <span role="status">Asking the reference</span>}
      {shown && <code role="status">{answer.text}</code>}
      {answer?.kind === 'failed' && <span role="alert">{answer.message}</span>}
    </div>
  );
}
