import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Card } from '#domain/cards.ts';
import type { EditorTheme } from '#editor/editor-host.ts';
import { Button } from '#ui/button.tsx';
import { counted } from '#ui/format.ts';
import type { QueueState, ReviewQueue } from './queue.ts';
import type { Review } from './review.ts';
import { ReviewView } from './review-view.tsx';
import { formatDue } from './when.ts';

interface ReviewSessionProps {
  readonly queue: ReviewQueue;
  readonly createReview: (card: Card) => Review;
  readonly edgeClasses: Readonly<Record<string, string>>;
  readonly theme: EditorTheme;
  readonly fontSize: number;
  /** For reports; said when it is asked for, since Python may still be on its way. */
  readonly pythonVersion: () => string;
  /** The card to begin with, whether it is due or not; the one that has waited longest where null. */
  readonly firstKey: string | null;
}

/** One due card after the other. */
export function ReviewSession(props: ReviewSessionProps) {
  const state = useStore(props.queue.store);
  if (state.kind === 'loading') return <p className="loading">Reading your attempts</p>;
  return <OpenSession {...props} state={state} />;
}

type Ready = Extract<QueueState, { kind: 'ready' }>;

function OpenSession(props: ReviewSessionProps & { readonly state: Ready }) {
  const { queue, createReview, edgeClasses, theme, fontSize, pythonVersion, firstKey, state } = props;
  const open = (card: Card | undefined) => (card === undefined ? null : createReview(card));
  const [review, setReview] = useState(() =>
    open(firstKey === null ? state.due[0] : state.cards.find(({ key }) => key === firstKey)),
  );
  const [done, setDone] = useState(0);
  const next = () => {
    const after = queue.store.getState();
    const due = after.kind === 'ready' ? after.due : [];
    setReview(open(due.find(({ key }) => key !== review?.card.key) ?? due[0]));
  };

  if (review === null) return <NothingLeft state={state} done={done} onNext={next} />;
  return (
    <div className="review-session">
      <p className="review-session__count" role="status">
        {done > 0 && `${done} done, `}
        {counted(state.due.length, 'case')} due
        <a href="#/review">Leave</a>
      </p>
      <ReviewView
        key={`${review.card.key} ${done}`}
        review={review}
        edgeText={edgeClasses[review.card.edge]}
        theme={theme}
        fontSize={fontSize}
        pythonVersion={pythonVersion}
        onGraded={() => {
          setDone(done + 1);
          next();
        }}
        onPutAway={() => void queue.suspend(review.card, true).then(next)}
      />
    </div>
  );
}

/** Says when the next one is due, and goes on by itself to nothing: one may want to stop. */
function NothingLeft({
  state: { due, nextDue, now },
  done,
  onNext,
}: {
  readonly state: Ready;
  readonly done: number;
  readonly onNext: () => void;
}) {
  const [heading, setHeading] = useState<HTMLHeadingElement | null>(null);
  useEffect(() => heading?.focus(), [heading]);
  return (
    <div className="message-page">
      <h1 ref={setHeading} tabIndex={-1}>
        {due.length > 0 ? 'More has fallen due' : done > 0 ? 'Done for now' : 'Nothing is due'}
      </h1>
      <p role="status">
        {done > 0 && `${counted(done, 'case')} gone over. `}
        {due.length === 0 && nextDue !== null && `The next one is due ${formatDue(nextDue, now)}.`}
        {due.length > 0 && `${counted(due.length, 'case')} due.`}
      </p>
      <div className="message-page__actions">
        {due.length > 0 && (
          <Button tone="primary" onClick={onNext}>
            Go on
          </Button>
        )}
        <a className="button button--plain" href="#/review">
          To the queue
        </a>
        <a className="button button--plain" href="#/">
          To the problems
        </a>
      </div>
    </div>
  );
}
