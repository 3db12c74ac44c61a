import { Search } from 'lucide-react';
import { useState } from 'react';
import type { Card } from '#domain/cards.ts';
import { Button } from '#ui/button.tsx';
import { counted } from '#ui/format.ts';
import type { Spot } from './heat-map.tsx';
import { formatDate, formatDue } from './when.ts';

/** What a card is shown by, beyond what it knows itself. */
export interface ProblemInfo {
  readonly title: string;
  readonly topics: readonly string[];
}

interface CardListProps {
  readonly cards: readonly Card[];
  readonly now: number;
  readonly infoOf: (problemId: string) => ProblemInfo;
  readonly spot: Spot | null;
  readonly onClearSpot: () => void;
  readonly onSuspend: (card: Card, suspended: boolean) => void;
}

const PAGE = 50;

/** Every card there is: found by words, put away, taken out again. */
export function CardList({ cards, now, infoOf, spot, onClearSpot, onSuspend }: CardListProps) {
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState(PAGE);
  const found = findCards(cards, query, spot, infoOf);
  return (
    <>
      <div className="filters">
        <label className="filters__search">
          <Search size={14} aria-hidden />
          <input
            type="search"
            aria-label="Search the cards"
            placeholder="Case, edge class or problem"
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setShown(PAGE);
            }}
          />
        </label>
        {spot !== null && (
          <Button onClick={onClearSpot}>
            {spot.edge}
            {spot.topic !== null && ` in ${spot.topic}`}: show all again
          </Button>
        )}
      </div>
      <p className="quiet" role="status">
        {counted(found.length, 'card')}
      </p>
      {found.length > 0 && (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">Case</th>
              <th scope="col">Edge class</th>
              <th scope="col">Problem</th>
              <th scope="col">Failed</th>
              <th scope="col">Due</th>
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, shown).map((card) => (
              <CardRow key={card.key} card={card} now={now} info={infoOf(card.problemId)} onSuspend={onSuspend} />
            ))}
          </tbody>
        </table>
      )}
      {found.length > shown && <Button onClick={() => setShown(shown + PAGE)}>Show {PAGE} more</Button>}
    </>
  );
}

interface CardRowProps {
  readonly card: Card;
  readonly now: number;
  readonly info: ProblemInfo;
  readonly onSuspend: (card: Card, suspended: boolean) => void;
}

function CardRow({ card, now, info, onSuspend }: CardRowProps) {
  const away = card.suspendedIn.length > 0;
  return (
    <tr data-away={away}>
      <th scope="row">
        <a href={reviewPath(card)}>{card.case}</a>
        {card.leech && (
          <span className="cards__leech" title="It keeps coming back: solve the problem anew, or read its editorial.">
            leech
          </span>
        )}
      </th>
      <td>{card.edge}</td>
      <td>{info.title}</td>
      <td title={`Last on ${formatDate(card.failed.at)}`}>{counted(card.failures, 'attempt')}</td>
      <td>{away ? 'put away' : formatDue(card.due, now)}</td>
      <td className="cards__actions">
        <Button
          tone="quiet"
          aria-label={`${away ? 'Take out again' : 'Put away'}: ${card.case}`}
          onClick={() => onSuspend(card, !away)}
        >
          {away ? 'Take out again' : 'Put away'}
        </Button>
      </td>
    </tr>
  );
}

/** Where a card is gone over, due or not. */
export function reviewPath(card: Card): string {
  return `#/review/session?card=${encodeURIComponent(card.key)}`;
}

/** The cards of a spot of the heat map that have every word of the query. */
export function findCards(
  cards: readonly Card[],
  query: string,
  spot: Spot | null,
  infoOf: (problemId: string) => ProblemInfo,
): readonly Card[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return cards.filter((card) => {
    const { title, topics } = infoOf(card.problemId);
    if (spot !== null && (card.edge !== spot.edge || (spot.topic !== null && !topics.includes(spot.topic))))
      return false;
    const text = `${card.case} ${card.edge} ${title} ${topics.join(' ')}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
