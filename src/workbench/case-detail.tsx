import { Play } from 'lucide-react';
import type { Case } from '#domain/problem.ts';
import type { CaseResult } from '#domain/verdict.ts';
import { Button } from '#ui/button.tsx';
import { Comparison } from '#ui/comparison.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { formatMs } from '#ui/format.ts';
import { LongText } from '#ui/long-text.tsx';
import { type MarkStatus, VerdictMark, verdictTone } from '#ui/verdict-mark.tsx';
import { callOf, caseAsPython } from './as-python.ts';
import { CaseActions } from './case-actions.tsx';
import { useWorkbench } from './context.ts';
import { Outcome } from './outcome.tsx';
import { CasePicture } from './pictures/picture.tsx';
import { type RelatedProblem, RelatedProblems } from './related-problems.tsx';

interface CaseDetailProps {
  readonly index: number;
  readonly item: Case;
  readonly status: MarkStatus;
  readonly result: CaseResult | undefined;
  readonly edgeText: string | undefined;
  readonly busy: boolean;
  readonly related: readonly RelatedProblem[];
}

/** Everything there is to say about one case. */
export function CaseDetail({ index, item, status, result, edgeText, busy, related }: CaseDetailProps) {
  const workbench = useWorkbench();
  const { problem } = workbench;
  const failed = result !== undefined && result.verdict !== 'Accepted';
  return (
    <section className="case" aria-label={`Case ${item.name}`}>
      <header className="case__head">
        <VerdictMark status={status} />
        <h3 className="case__name">{item.name}</h3>
        <span className="case__edge" title={item.variant?.means ?? edgeText}>
          {item.variant === undefined ? item.edge : `${item.edge}: ${item.variant.name}`}
        </span>
        <span className={`case__verdict tone--${verdictTone(status)}`}>{status}</span>
        {result !== undefined && <span className="case__time">{formatMs(result.ms)}</span>}
        <span className="case__actions">
          <Button
            tone="quiet"
            icon={<Play size={13} aria-hidden />}
            aria-disabled={busy}
            onClick={() => workbench.runOnly(index)}
          >
            Run only this case
          </Button>
          <CopyButton label="Copy as Python" text={caseAsPython(problem, item)} />
        </span>
      </header>
      {failed && <p className="case__why">{item.why}</p>}
      {item.earlier.length > 0 && (
        <LongText
          label="Earlier calls"
          limit={400}
          text={item.earlier.map((args) => `${callOf(problem, args)}  # called before`).join('\n')}
        />
      )}
      <LongText label="Call" limit={600} text={callOf(problem, item.args)} />
      {result === undefined ? (
        <Expectation item={item} />
      ) : (
        <Outcome result={result} otherwise={<Expectation item={item} />} />
      )}
      {failed && <CasePicture args={item.args} own={false} path={result.path} />}
      <CaseActions index={index} item={item} result={result} />
      {item.variant !== undefined && (
        <p className="case__class">
          {item.variant.name}: {item.variant.means}
        </p>
      )}
      {edgeText !== undefined && (
        <p className="case__class">
          {item.edge}: {edgeText} <RelatedProblems edge={item.edge} related={related} />
        </p>
      )}
    </section>
  );
}

function Expectation({ item: { expectation } }: { readonly item: Case }) {
  if (expectation.kind === 'raises') {
    return (
      <p className="case__expects">
        Must raise <code>{expectation.exception}</code>.
      </p>
    );
  }
  if (expectation.kind === 'reference') return <p className="case__expects">Expected: too large to write down.</p>;
  return <Comparison expected={{ text: expectation.source }} got={undefined} />;
}
