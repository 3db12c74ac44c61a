import './review.css';
import { useStore } from 'zustand';
import type { EditorTheme } from '#editor/editor-host.ts';
import type { AttemptLog } from '#storage/attempt-log.ts';
import { counted } from '#ui/format.ts';
import { AttemptTable } from './attempt-table.tsx';
import { Compare } from './compare.tsx';
import type { ReviewQueue } from './queue.ts';
import { Trends } from './trends.tsx';

interface HistoryProps {
  readonly queue: ReviewQueue;
  readonly titleOf: (problemId: string) => string;
}

/** All attempts at all problems. */
export function WholeHistory({ queue, titleOf }: HistoryProps) {
  const state = useStore(queue.store);
  if (state.kind === 'loading') return <p className="loading">Reading your attempts</p>;
  const { attempts, now } = state;
  return (
    <div className="list-page history">
      <div className="list-page__head">
        <h1>History</h1>
        <p className="quiet">{counted(attempts.length, 'attempt')}</p>
      </div>
      {attempts.length === 0 ? (
        <p>
          No attempts yet. <a href="#/">Choose a problem</a>
        </p>
      ) : (
        <>
          <Trends attempts={attempts} now={now} />
          <section aria-labelledby="attempts">
            <h2 id="attempts">Attempts</h2>
            <AttemptTable attempts={attempts} titleOf={titleOf} />
          </section>
        </>
      )}
    </div>
  );
}

interface ProblemHistoryProps extends HistoryProps {
  readonly problemId: string;
  readonly log: Pick<AttemptLog, 'history'>;
  readonly loadReference: () => Promise<string>;
  readonly theme: EditorTheme;
  readonly fontSize: number;
}

/** All attempts at one problem side by side. */
export function ProblemHistory({
  queue,
  titleOf,
  problemId,
  log,
  loadReference,
  theme,
  fontSize,
}: ProblemHistoryProps) {
  const state = useStore(queue.store);
  if (state.kind === 'loading') return <p className="loading">Reading your attempts</p>;
  const attempts = state.attempts.filter(({ attempt }) => attempt.problemId === problemId);
  const mayCompare = attempts.some(({ summary }) => summary.state === 'solved' || summary.givenUp);
  const path = `#/problems/${encodeURIComponent(problemId)}`;
  return (
    <div className="list-page history">
      <div className="list-page__head">
        <h1>{titleOf(problemId)}</h1>
        <p className="quiet">{counted(attempts.length, 'attempt')}</p>
        <a href={path}>To the problem</a>
      </div>
      {attempts.length === 0 ? (
        <p>You have not opened this problem yet.</p>
      ) : (
        <>
          <AttemptTable attempts={attempts} titleOf={null} />
          <Compare
            attempts={attempts}
            log={log}
            reference={mayCompare ? loadReference : null}
            theme={theme}
            fontSize={fontSize}
          />
          <Trends attempts={attempts} now={state.now} />
        </>
      )}
    </div>
  );
}
