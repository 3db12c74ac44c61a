import { useState } from 'react';
import { type EdgeRow, failedShare, type Misses, type Weakness } from '#domain/weakness.ts';

/** Which cell the list below is filtered by; `topic` null is the whole row. */
export interface Spot {
  readonly edge: string;
  readonly topic: string | null;
}

interface HeatMapProps {
  readonly weakness: Weakness;
  readonly edgeClasses: Readonly<Record<string, string>>;
  readonly chosen: Spot | null;
  /** A second press on a cell takes the filter away. */
  readonly onChoose: (spot: Spot | null) => void;
}

/** As many classes as one takes in; the others are a click away. */
const SHOWN = 12;

/** Edge classes against topics: how often cases were failed. The numbers say it; bars and hatching repeat it. */
export function HeatMap({ weakness: { topics, rows }, edgeClasses, chosen, onChoose }: HeatMapProps) {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, SHOWN);
  const spotOf = (edge: string, topic: string | null) => {
    const isChosen = chosen !== null && chosen.edge === edge && chosen.topic === topic;
    return { chosen: isChosen, onPress: () => onChoose(isChosen ? null : { edge, topic }) };
  };
  return (
    <div className="heat">
      <div className="heat__scroll">
        <table className="heat__table">
          <caption className="visually-hidden">Failed cases of each edge class, by topic</caption>
          <thead>
            <tr>
              <th scope="col">Edge class</th>
              <th scope="col">All</th>
              {topics.map((topic) => (
                <th key={topic} scope="col">
                  {topic}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.edge} row={row} topics={topics} meaning={edgeClasses[row.edge]} spotOf={spotOf} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > SHOWN && (
        <button type="button" className="link-button" onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${rows.length} classes`}
        </button>
      )}
    </div>
  );
}

interface RowProps {
  readonly row: EdgeRow;
  readonly topics: readonly string[];
  readonly meaning: string | undefined;
  readonly spotOf: (edge: string, topic: string | null) => { readonly chosen: boolean; readonly onPress: () => void };
}

function Row({ row: { edge, all, byTopic }, topics, meaning, spotOf }: RowProps) {
  return (
    <tr>
      <th scope="row" title={meaning}>
        {edge}
      </th>
      <td>
        <Cell misses={all} name={`${edge}, all topics`} {...spotOf(edge, null)} />
      </td>
      {topics.map((topic) => {
        const misses = byTopic[topic];
        return (
          <td key={topic}>
            {misses !== undefined && <Cell misses={misses} name={`${edge} in ${topic}`} {...spotOf(edge, topic)} />}
          </td>
        );
      })}
    </tr>
  );
}

interface CellProps {
  readonly misses: Misses;
  readonly name: string;
  readonly chosen: boolean;
  readonly onPress: () => void;
}

function Cell({ misses, name, chosen, onPress }: CellProps) {
  const { failed, judged } = misses;
  const level = failed === 0 ? 0 : Math.ceil(failedShare(misses) * 4);
  return (
    <button
      type="button"
      className="heat__cell"
      data-level={level}
      aria-pressed={chosen}
      aria-label={`${name}: ${failed} of ${judged} failed`}
      disabled={failed === 0}
      onClick={onPress}
    >
      {failed}/{judged}
    </button>
  );
}
