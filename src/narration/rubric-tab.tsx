import './rubric.css';
import { useStore } from 'zustand';
import type { RubricItem } from '#domain/rubric.ts';
import { Button, Tip } from '#ui/button.tsx';
import { formatClock } from '#ui/format.ts';
import { Kbd } from '#ui/kbd.tsx';
import { useShortcuts } from '#ui/use-shortcuts.ts';
import type { Rubric, RubricSuggestion } from './rubric.ts';
import { RUBRIC_KEYS, tickChord } from './rubric-keymap.ts';

interface RubricTabProps {
  readonly rubric: Rubric;
  /** The attempt is written elsewhere. */
  readonly readOnly: boolean;
}

/** What interviewers listen for, to be ticked off while solving; with a transcript, where it may have been said. */
export function RubricTab({ rubric, readOnly }: RubricTabProps) {
  const { items, store } = rubric;
  const ticks = useStore(store, (state) => state.ticks);
  const suggestions = useStore(store, (state) => state.suggestions);
  const heard = useStore(store, (state) => state.heard);
  const first = suggestions[0];
  useShortcuts([
    { chord: RUBRIC_KEYS.accept, action: () => (first === undefined ? false : rubric.tick(first.item, first.about)) },
  ]);
  if (items.length === 0) return <p className="quiet">There is nothing to listen for here.</p>;
  return (
    <div className="rubric">
      <p className="quiet">
        Interviewers grade what they hear as strongly as the code. Tick an item when you have done it: its key works
        everywhere, also while you type.
      </p>
      <ol className="rubric__items">
        {items.map((item, position) => (
          <Item
            key={item.id}
            rubric={rubric}
            item={item}
            position={position}
            about={ticks.get(item.id)?.clockMs ?? null}
            suggestions={suggestions.filter((one) => one.item === item.id)}
            first={first}
            readOnly={readOnly}
          />
        ))}
      </ol>
      <p className="quiet" role="status">
        {ticks.size} of {items.length} ticked.
        {heard && suggestions.length === 0 && ticks.size < items.length && ' The transcript suggests nothing more.'}
      </p>
    </div>
  );
}

interface ItemProps {
  readonly rubric: Rubric;
  readonly item: RubricItem;
  readonly position: number;
  /** When it was done, on the candidate's clock, in ms; null while it is not ticked. */
  readonly about: number | null;
  readonly suggestions: readonly RubricSuggestion[];
  /** The suggestion that the key takes. */
  readonly first: RubricSuggestion | undefined;
  readonly readOnly: boolean;
}

function Item({ rubric, item, position, about, suggestions, first, readOnly }: ItemProps) {
  const { id, title, listenFor, say } = item;
  const chord = tickChord(position);
  const ticked = about !== null;
  const titleId = `rubric-${id}`;
  return (
    <li className="rubric__item" data-ticked={ticked}>
      <Tip text={ticked ? 'Take the tick back' : 'Tick it off now'} {...(chord !== undefined && { chord })}>
        <input
          type="checkbox"
          className="rubric__box"
          checked={ticked}
          disabled={readOnly}
          aria-labelledby={titleId}
          onChange={() => (ticked ? rubric.untick(id) : rubric.tick(id))}
        />
      </Tip>
      <div className="rubric__text">
        <p className="rubric__title">
          <span id={titleId}>{title}</span>
          {ticked && <time className="rubric__time">{formatClock(about)}</time>}
          {chord !== undefined && <Kbd chord={chord} />}
        </p>
        <p>{listenFor}</p>
        <p className="rubric__say">“{say}”</p>
        {suggestions.map((moment) => (
          <p key={moment.about} className="rubric__suggestion">
            <span>
              At {formatClock(moment.clockMs)} you may have: “{moment.quote}”
            </span>
            <Button
              aria-label={`Tick ${title} at ${formatClock(moment.clockMs)}`}
              {...(moment === first && { tip: 'Tick it at that time', chord: RUBRIC_KEYS.accept })}
              disabled={readOnly}
              onClick={() => rubric.tick(id, moment.about)}
            >
              Tick
            </Button>
          </p>
        ))}
      </div>
    </li>
  );
}
