import { useMemo } from 'react';
import { type Week, weeksOf } from '#domain/history.ts';
import type { SummarisedAttempt } from '#storage/attempt-log.ts';
import { percent } from './attempt-table.tsx';
import { formatDate } from './when.ts';

interface Line {
  readonly name: string;
  readonly valueOf: (week: Week) => number | null;
  readonly format: (value: number) => string;
  /** What the top of the chart stands for; null: the largest value. */
  readonly top: number | null;
}

const LINES: readonly Line[] = [
  { name: 'Solved in the week', valueOf: ({ solved }) => solved, format: String, top: null },
  { name: 'Right at the first submission', valueOf: ({ firstTry }) => firstTry, format: percent, top: 1 },
  { name: 'Time spent speaking', valueOf: ({ speaking }) => speaking, format: percent, top: 1 },
  { name: 'Cases foreseen', valueOf: ({ foreseen }) => foreseen, format: percent, top: 1 },
];

/** How it goes over the weeks, as small lines and, for whoever wants them, as numbers. */
export function Trends({ attempts, now }: { readonly attempts: readonly SummarisedAttempt[]; readonly now: number }) {
  const weeks = useMemo(() => weeksOf(attempts, now), [attempts, now]);
  if (weeks.length < 2) return null;
  const lines = LINES.filter((line) => weeks.some((week) => line.valueOf(week) !== null));
  return (
    <section className="trends" aria-labelledby="trends">
      <h2 id="trends">By the week</h2>
      <div className="trends__charts">
        {lines.map((line) => (
          <Chart key={line.name} line={line} weeks={weeks} />
        ))}
      </div>
      <details>
        <summary>As numbers</summary>
        <table className="attempts">
          <thead>
            <tr>
              <th scope="col">Week of</th>
              <th scope="col">Attempts</th>
              {lines.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.toReversed().map((week) => (
              <tr key={week.from}>
                <th scope="row">{formatDate(week.from)}</th>
                <td data-label="Attempts">{week.attempts}</td>
                {lines.map((line) => (
                  <td key={line.name} data-label={line.name}>
                    {shown(line, week)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

const WIDTH = 240;
const HEIGHT = 56;
/** Room for the dots at the edges. */
const MARGIN = 4;

function Chart({ line, weeks }: { readonly line: Line; readonly weeks: readonly Week[] }) {
  const values = weeks.map(line.valueOf);
  const known = values.filter((value) => value !== null);
  const last = known.at(-1) ?? 0;
  const top = line.top ?? Math.max(1, ...known);
  const x = (i: number) => MARGIN + (i * (WIDTH - 2 * MARGIN)) / (weeks.length - 1);
  const y = (value: number) => HEIGHT - MARGIN - (value / top) * (HEIGHT - 2 * MARGIN);
  const points = values.flatMap((value, i) => (value === null ? [] : [{ x: x(i), y: y(value) }]));
  const end = points.at(-1);
  return (
    <figure className="trends__chart">
      <figcaption>
        {line.name} <strong>{line.format(last)}</strong>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={inWords(line, known)}>
        <line x1={0} x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} className="trends__axis" />
        <polyline points={points.map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join(' ')} />
        {end !== undefined && <circle cx={end.x} cy={end.y} r={3} />}
      </svg>
    </figure>
  );
}

function shown(line: Line, week: Week): string {
  const value = line.valueOf(week);
  return value === null ? '' : line.format(value);
}

function inWords({ name, format }: Line, known: readonly number[]): string {
  const [first = 0, last = 0] = [known[0], known.at(-1)];
  return `${name}: from ${format(first)} to ${format(last)} over ${known.length} weeks with data`;
}
