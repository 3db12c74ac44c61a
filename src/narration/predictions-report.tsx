import './predictions.css';
import { Check, Circle, Clock3 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ForeseenClass, Foresight } from '#domain/predictions.ts';
import { Button, Tip } from '#ui/button.tsx';
import { counted } from '#ui/format.ts';
import type { CatchState, Predictions } from './predictions.ts';

interface PredictionsReportProps {
  readonly predictions: Predictions;
  readonly edgeClasses: Readonly<Record<string, string>>;
}

/** After a submission: what was foreseen of the suite, what was not, and what the own inputs would have caught. */
export function PredictionsReport({ predictions, edgeClasses }: PredictionsReportProps) {
  const foresight = useStore(predictions.store, (state) => state.foresight);
  if (foresight === null) return null;
  return (
    <section className="foresight" aria-label="Edge cases foreseen">
      <h3>{headline(foresight)}</h3>
      <Classes foresight={foresight} edgeClasses={edgeClasses} />
      <Catches predictions={predictions} />
    </section>
  );
}

interface PredictionsSummaryProps extends PredictionsReportProps {
  /** Whether it unfolds by itself: where there is a failed case to read, that comes first. */
  readonly open: boolean;
}

/** The same where there is less room: in a line, to be unfolded. */
export function PredictionsSummary({ predictions, edgeClasses, open }: PredictionsSummaryProps) {
  const foresight = useStore(predictions.store, (state) => state.foresight);
  const catches = useStore(predictions.store, (state) => state.catches);
  if (foresight === null) return null;
  return (
    <details className="foresight foresight--folded" open={open} aria-label="Edge cases foreseen">
      <summary>
        <strong>{headline(foresight)}</strong>
        <span>{newsOf(foresight, catches)}</span>
      </summary>
      <Classes foresight={foresight} edgeClasses={edgeClasses} />
      <Catches predictions={predictions} />
    </details>
  );
}

/** What a folded summary must not hide. */
function newsOf({ classes }: Foresight, catches: CatchState): string {
  const failing = classes.filter((one) => one.foreseen === 'no' && (one.failing ?? 0) > 0).map(({ edge }) => edge);
  const news: string[] = [];
  if (failing.length > 0) news.push(`Failing and not foreseen: ${failing.join(', ')}.`);
  if (catches.kind === 'finished') news.push(caughtSentence(catches));
  return news.join(' ');
}

function caughtSentence({ inputs, caught, missed }: Extract<CatchState, { kind: 'finished' }>): string {
  const total = counted(caught.length + missed.length, 'known wrong solution');
  return `Your ${counted(inputs, 'input')} ${inputs === 1 ? 'catches' : 'catch'} ${caught.length} of ${total}.`;
}

function headline({ classes }: Foresight): string {
  const foreseen = classes.filter((one) => one.foreseen === 'yes').length;
  if (foreseen === 0) return `You foresaw none of the ${counted(classes.length, 'edge class', 'edge classes')}`;
  return `You foresaw ${foreseen} of ${counted(classes.length, 'edge class', 'edge classes')}`;
}

interface ClassesProps {
  readonly foresight: Foresight;
  readonly edgeClasses: Readonly<Record<string, string>>;
}

function Classes({ foresight: { classes, elsewhere }, edgeClasses }: ClassesProps) {
  const foreseen = classes.filter((one) => one.foreseen === 'yes');
  const late = classes.filter((one) => one.foreseen === 'late');
  const not = classes.filter((one) => one.foreseen === 'no');
  const failing = not.reduce((sum, one) => sum + (one.failing ?? 0), 0);
  const row = (label: string, icon: ReactNode, marks: readonly Mark[]) =>
    marks.length > 0 && <Row label={label} icon={icon} marks={marks} edgeClasses={edgeClasses} />;
  return (
    <div className="foresight__rows">
      {row('Foreseen', <Check size={14} aria-hidden />, foreseen.map(markOf))}
      {row('Only after submitting', <Clock3 size={14} aria-hidden />, late.map(markOf))}
      {row(
        failing > 0 ? `Not foreseen, ${counted(failing, 'failing case')}` : 'Not foreseen',
        <Circle size={14} aria-hidden />,
        [...not].sort((a, b) => (b.failing ?? 0) - (a.failing ?? 0)).map(markOf),
      )}
      {row(
        'Not in this suite',
        null,
        elsewhere.map((edge) => ({ edge, failing: 0 })),
      )}
    </div>
  );
}

interface Mark {
  readonly edge: string;
  readonly failing: number;
}

function markOf({ edge, failing }: ForeseenClass): Mark {
  return { edge, failing: failing ?? 0 };
}

interface RowProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly marks: readonly Mark[];
  readonly edgeClasses: Readonly<Record<string, string>>;
}

function Row({ label, icon, marks, edgeClasses }: RowProps) {
  return (
    <div className="foresight__row">
      <h4>
        {icon}
        {label}
      </h4>
      <ul aria-label={label}>
        {marks.map(({ edge, failing }) => (
          <li key={edge}>
            <Tip text={edgeClasses[edge] ?? edge}>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the sentence of the class opens on focus */}
              <span className="foresight__class" data-failing={failing > 0} tabIndex={0}>
                {edge}
                {failing > 0 && <span className="foresight__failing">{failing} failing</span>}
              </span>
            </Tip>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Catches({ predictions }: { readonly predictions: Predictions }) {
  const catches = useStore(predictions.store, (state) => state.catches);
  const done = useStore(predictions.store, (state) => state.done);
  switch (catches.kind) {
    case 'none':
      return (
        <p className="quiet">
          Give a prediction an input, and you see here how many known wrong solutions it would have caught.
        </p>
      );
    case 'offered':
      return (
        <p>
          <Button onClick={predictions.tryWrongSolutions}>Try your inputs on the known wrong solutions</Button>
        </p>
      );
    case 'waiting':
      return <p role="status">Your inputs are tried on the known wrong solutions after your run.</p>;
    case 'running':
      return (
        <p className="foresight__progress">
          <span>Trying your inputs on the known wrong solutions</span>
          <progress
            className="boot__bar"
            aria-label="Wrong solutions tried"
            {...(catches.total > 0 && { max: catches.total, value: catches.done })}
          />
        </p>
      );
    case 'failed':
      return (
        <p role="alert">
          Your inputs could not be tried on the known wrong solutions. {catches.message}{' '}
          <Button onClick={predictions.tryWrongSolutions}>Try again</Button>
        </p>
      );
    case 'finished':
      return <Caught catches={catches} done={done} />;
  }
}

interface CaughtProps {
  readonly catches: Extract<CatchState, { kind: 'finished' }>;
  readonly done: boolean;
}

function Caught({ catches, done }: CaughtProps) {
  const { caught, missed } = catches;
  return (
    <div className="foresight__caught">
      <p role="status">{caughtSentence(catches)}</p>
      {done ? (
        <>
          <Solutions label="Caught" solutions={caught} />
          <Solutions label="Not caught" solutions={missed} />
        </>
      ) : (
        <p className="quiet">What is wrong with them shows when you have solved the problem or given up.</p>
      )}
    </div>
  );
}

function Solutions({
  label,
  solutions,
}: {
  readonly label: string;
  readonly solutions: CaughtProps['catches']['caught'];
}) {
  if (solutions.length === 0) return null;
  return (
    <details>
      <summary>
        {label}: {solutions.length}
      </summary>
      <ul aria-label={label}>
        {solutions.map(({ what, source }) => (
          <li key={source}>{what}</li>
        ))}
      </ul>
    </details>
  );
}
