import type { ReactNode } from 'react';
import type { CaseResult } from '#domain/verdict.ts';
import { Comparison } from '#ui/comparison.tsx';
import { LongText } from '#ui/long-text.tsx';
import { useWorkbench } from './context.ts';

interface OutcomeProps {
  readonly result: CaseResult;
  /** Stands where a result without a comparison leaves a gap. */
  readonly otherwise?: ReactNode;
}

/** What a call gave: expected beside got, the message, the traceback, what was printed. */
export function Outcome({ result, otherwise }: OutcomeProps) {
  const { focusEditor } = useWorkbench();
  const { message, expected, got, path, traceback, output } = result;
  const failed = result.verdict !== 'Accepted';
  const line = traceback?.line;
  return (
    <>
      {expected !== undefined || got !== undefined ? (
        <Comparison expected={expected} got={got} />
      ) : (
        !failed && otherwise
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

function Printed({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div className="case__block">
      <h4>{title}</h4>
      <LongText label={title} limit={3000} text={text} />
    </div>
  );
}
