import { runAt, type TimedResult } from '#domain/timeline.ts';
import { formatClock } from '#ui/format.ts';
import { VerdictMark } from '#ui/verdict-mark.tsx';
import { usePlayerState, useReplay } from './context.ts';
import { runInWords } from './moments.ts';

/** The latest run at the present position, as far as its cases had finished by then. */
export function ResultsAt() {
  const { timeline, focusCase } = useReplay();
  const run = usePlayerState(({ t }) => runAt(timeline, t));
  const finished = usePlayerState(({ t }) => run?.results.filter((result) => result.t <= t).length ?? 0);
  if (run === null) return <p className="results-at results-at--none">Nothing had been run yet.</p>;
  const done = finished === run.results.length;
  return (
    <section className="results-at" aria-label="Results at this moment">
      <p>
        {done ? runInWords(run, timeline.runs.indexOf(run) + 1) : `Running: ${finished} of ${run.results.length} cases`}
        <span className="results-at__time"> at {formatClock(run.from)}</span>
      </p>
      <div className="results-at__strip">
        {byEdge(run.results.slice(0, finished)).map(([edge, results]) => (
          <span key={edge} className="results-at__group">
            <span className="results-at__edge">{edge}</span>
            <span className="results-at__squares">
              {results.map(({ index, name, verdict }) => (
                <button
                  key={index}
                  type="button"
                  className="results-at__square"
                  aria-label={`${edge}: ${name}, ${verdict}`}
                  title={`${name}: ${verdict}`}
                  onClick={() => focusCase(name)}
                >
                  <VerdictMark status={verdict} />
                </button>
              ))}
            </span>
          </span>
        ))}
      </div>
    </section>
  );
}

/** In the order in which the problem names its cases. */
function byEdge(results: readonly TimedResult[]): readonly (readonly [string, readonly TimedResult[]])[] {
  const groups = new Map<string, TimedResult[]>();
  for (const result of results.toSorted((a, b) => a.index - b.index)) {
    const group = groups.get(result.edge);
    if (group === undefined) groups.set(result.edge, [result]);
    else group.push(result);
  }
  return [...groups];
}
