import './review.css';
import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Card } from '#domain/cards.ts';
import { weaknessOf } from '#domain/weakness.ts';
import { counted } from '#ui/format.ts';
import { Toast } from '#ui/toast.tsx';
import { CardList, type ProblemInfo, reviewPath } from './card-list.tsx';
import { HeatMap, type Spot } from './heat-map.tsx';
import type { QueueState, ReviewQueue } from './queue.ts';
import { formatDue } from './when.ts';

interface ReviewOverviewProps {
  readonly queue: ReviewQueue;
  readonly edgeClasses: Readonly<Record<string, string>>;
  readonly infoOf: (problemId: string) => ProblemInfo;
}

type Ready = Extract<QueueState, { kind: 'ready' }>;

/** What is due, where the candidate is weak, and every card. */
export function ReviewOverview(props: ReviewOverviewProps) {
  const state = useStore(props.queue.store);
  if (state.kind === 'loading') return <p className="loading">Reading your attempts</p>;
  return (
    <div className="list-page review-page">
      <div className="list-page__head">
        <h1>Review</h1>
        <p className="quiet">{counted(state.due.length, 'case')} due today</p>
      </div>
      <Due state={state} infoOf={props.infoOf} />
      {state.cards.length > 0 && <AllCards {...props} state={state} />}
    </div>
  );
}

/** As many as one goes over at a sitting. */
const DUE_SHOWN = 8;

function Due({ state, infoOf }: { readonly state: Ready; readonly infoOf: (problemId: string) => ProblemInfo }) {
  const { cards, due, nextDue, now } = state;
  if (cards.length === 0) {
    return (
      <p className="review-page__empty">
        No cards yet. Every case that your code fails, in a run or a submission, becomes one: you then go over it again,
        days and weeks later, until you foresee its kind. <a href="#/">Choose a problem</a>
      </p>
    );
  }
  if (due.length === 0) {
    return (
      <p className="review-page__empty">
        Nothing is due. {nextDue !== null && `The next one is due ${formatDue(nextDue, now)}.`} A case that you pass in
        a new attempt counts as gone over.
      </p>
    );
  }
  return (
    <section aria-label="Due today" className="review-page__due">
      <a className="button button--primary" href="#/review/session">
        Start
      </a>
      <ol>
        {due.slice(0, DUE_SHOWN).map((card) => (
          <li key={card.key}>
            <a href={reviewPath(card)}>{card.case}</a>{' '}
            <span className="quiet">
              {card.edge}, {infoOf(card.problemId).title}
            </span>
          </li>
        ))}
      </ol>
      {due.length > DUE_SHOWN && <p className="quiet">and {due.length - DUE_SHOWN} more</p>}
    </section>
  );
}

function AllCards({ queue, edgeClasses, infoOf, state }: ReviewOverviewProps & { readonly state: Ready }) {
  const { attempts, cards, now } = state;
  const [spot, setSpot] = useState<Spot | null>(null);
  const [changed, setChanged] = useState<{ readonly key: string; readonly suspended: boolean } | null>(null);
  const list = useRef<HTMLElement>(null);
  const weakness = useMemo(() => weaknessOf(attempts, (id) => infoOf(id).topics), [attempts, infoOf]);
  const suspend = (card: Card, suspended: boolean) => {
    void queue.suspend(card, suspended).then(() => setChanged({ key: card.key, suspended }));
  };
  const undo = () => {
    const card = cards.find(({ key }) => key === changed?.key);
    if (card !== undefined && changed !== null) void queue.suspend(card, !changed.suspended);
    setChanged(null);
  };
  return (
    <>
      {weakness.rows.length > 0 && (
        <section aria-labelledby="weak">
          <h2 id="weak">Where you are weak</h2>
          <p className="quiet">Cases failed, of those judged. Press a cell for its cards.</p>
          <HeatMap
            weakness={weakness}
            edgeClasses={edgeClasses}
            chosen={spot}
            onChoose={(next) => {
              setSpot(next);
              if (next !== null) list.current?.scrollIntoView({ block: 'nearest' });
            }}
          />
        </section>
      )}
      <section ref={list} aria-labelledby="cards">
        <h2 id="cards">All cards</h2>
        <CardList
          cards={cards}
          now={now}
          infoOf={infoOf}
          spot={spot}
          onClearSpot={() => setSpot(null)}
          onSuspend={suspend}
        />
      </section>
      {changed !== null && (
        <Toast
          text={changed.suspended ? 'The card is put away.' : 'The card is in use again.'}
          action={{ label: 'Undo', perform: undo }}
          onDismiss={() => setChanged(null)}
        />
      )}
    </>
  );
}
