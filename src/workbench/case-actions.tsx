import { CircleQuestionMark, PencilLine } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { reportText } from '#domain/case-report.ts';
import { messageOf } from '#domain/message-of.ts';
import type { Case } from '#domain/problem.ts';
import type { CaseResult, Rendering } from '#domain/verdict.ts';
import { Button } from '#ui/button.tsx';
import { Comparison } from '#ui/comparison.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { useWorkbench } from './context.ts';
import { SmallestButton, SmallestPanel } from './smallest-panel.tsx';

interface CaseActionsProps {
  readonly index: number;
  readonly item: Case;
  readonly result: CaseResult | undefined;
}

/** What one can do with a case to understand it. */
export function CaseActions({ index, item, result }: CaseActionsProps) {
  const workbench = useWorkbench();
  const { answer, ask } = useReference(item);
  const failed = result !== undefined && result.verdict !== 'Accepted';
  const report = () => {
    const { judgedCode, code } = workbench.store.getState();
    const python = workbench.runner.state();
    return reportText({
      problem: workbench.problem,
      item,
      result,
      code: judgedCode ?? code,
      pythonVersion: 'version' in python ? python.version : 'not started',
      browser: navigator.userAgent,
    });
  };
  return (
    <>
      <p className="case__more">
        {failed && <SmallestButton of={index} item={item} failure={result} />}
        {item.earlier.length === 0 && (
          <Button tone="quiet" icon={<PencilLine size={13} aria-hidden />} onClick={() => workbench.showOwn(item.args)}>
            Open as your own input
          </Button>
        )}
        {item.expectation.kind === 'reference' && (
          <Button
            tone="quiet"
            icon={<CircleQuestionMark size={13} aria-hidden />}
            aria-disabled={answer.kind === 'asking'}
            onClick={ask}
          >
            {answer.kind === 'asking' ? 'Asking the reference' : 'Ask the reference'}
          </Button>
        )}
        {failed && <CopyButton label="Wrong case? Copy a report" text={report} />}
      </p>
      {answer.kind === 'said' && <Comparison expected={answer.said} got={undefined} />}
      {answer.kind === 'failed' && <p className="case__message">{answer.message}</p>}
      {failed && <SmallestPanel of={index} />}
    </>
  );
}

type Answer =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'said'; readonly said: Rendering }
  | { readonly kind: 'failed'; readonly message: string };

function useReference(item: Case): { readonly answer: Answer; readonly ask: () => void } {
  const { explainer, problem } = useWorkbench();
  const [answer, setAnswer] = useState<Answer>({ kind: 'idle' });
  const live = useRef<AbortController | null>(null);
  useEffect(() => () => live.current?.abort(), []);
  const ask = () => {
    if (answer.kind === 'asking') return;
    const abort = new AbortController();
    live.current = abort;
    setAnswer({ kind: 'asking' });
    explainer.askReference(problem, item, abort.signal).then(
      (said) => setAnswer({ kind: 'said', said }),
      (error: unknown) => {
        if (!abort.signal.aborted) setAnswer({ kind: 'failed', message: messageOf(error) });
      },
    );
  };
  return { answer, ask };
}
