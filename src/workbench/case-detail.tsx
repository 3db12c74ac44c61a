import { ClipboardCopy, Play } from 'lucide-react';
import { useState } from 'react';
import type { Case } from '#domain/problem.ts';
import type { CaseResult } from '#domain/verdict.ts';
import { Button } from '#ui/button.tsx';
import { formatMs } from '#ui/format.ts';
import { type MarkStatus, VerdictMark, verdictTone } from '#ui/verdict-mark.tsx';
import { callOf, caseAsPython } from './as-python.ts';
import { Comparison } from './comparison.tsx';
import { useWorkbench } from './context.ts';
import { LongText } from './long-text.tsx';

interface CaseDetailProps {
  readonly index: number;
  readonly item: Case;
  readonly status: MarkStatus;
  readonly result: CaseResult | undefined;
  readonly edgeText: string | undefined;
  readonly busy: boolean;
}

/** Everything there is to say about one case. */
export function CaseDetail({ index, item, status, result, edgeText, busy }: CaseDetailProps) {
  const workbench = useWorkbench();
  const { problem } = workbench;
  const failed = result !== undefined && result.verdict !== 'Accepted';
  return (
    <section className="case" aria-label={`Case ${item.name}`}>
      <header className="case__head">
        <VerdictMark status={status} />
        <h3 className="case__name">{item.name}</h3>
        <span className="case__edge" title={edgeText}>
          {item.edge}
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
          <CopyAsPython text={caseAsPython(problem, item)} />
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
      {result === undefined ? <Expectation item={item} /> : <Outcome item={item} result={result} failed={failed} />}
      {edgeText !== undefined && (
        <p className="case__class">
          {item.edge}: {edgeText}
        </p>
      )}
    </section>
  );
}

function Outcome({
  item,
  result,
  failed,
}: {
  readonly item: Case;
  readonly result: CaseResult;
  readonly failed: boolean;
}) {
  const { focusEditor } = useWorkbench();
  const { message, expected, got, path, traceback, output } = result;
  const line = traceback?.line;
  return (
    <>
      {expected !== undefined || got !== undefined ? (
        <Comparison expected={expected} got={got} />
      ) : (
        !failed && <Expectation item={item} />
      )}
      {failed && message !== undefined && (
        <p className="case__message">
          {path !== undefined && path !== '' && <code className="case__path">result{path}</code>} {message}
        </p>
      )}
      {traceback !== undefined && traceback.text !== '' && (
        <div className="case__block">
          <h4>
            Traceback
            {line !== undefined && (
              <button type="button" className="link-button" onClick={() => focusEditor(line)}>
                Go to line {line}
              </button>
            )}
          </h4>
          <LongText label="Traceback" limit={4000} text={traceback.text} />
        </div>
      )}
      {output.stdout !== '' && <Printed title="Printed" text={output.stdout} />}
      {output.stderr !== '' && <Printed title="Printed to stderr" text={output.stderr} />}
      {output.dropped > 0 && (
        <p className="case__dropped">{output.dropped.toLocaleString('en-GB')} more characters were not kept.</p>
      )}
    </>
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

function Printed({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div className="case__block">
      <h4>{title}</h4>
      <LongText label={title} limit={3000} text={text} />
    </div>
  );
}

function CopyAsPython({ text }: { readonly text: string }) {
  const [answer, setAnswer] = useState<'idle' | 'copied' | 'refused'>('idle');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setAnswer('copied'),
      () => setAnswer('refused'),
    );
  const labels = { idle: 'Copy as Python', copied: 'Copied', refused: 'The browser refused to copy' };
  return (
    <Button
      tone="quiet"
      icon={<ClipboardCopy size={13} aria-hidden />}
      aria-live="polite"
      onClick={copy}
      onBlur={() => setAnswer('idle')}
    >
      {labels[answer]}
    </Button>
  );
}
