import { BookOpen } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Prose } from '#ui/prose.tsx';
import { useWorkbench, useWorkbenchState } from './context.ts';

/** The editorial; behind a question as long as the problem is unsolved. */
export function Editorial() {
  const workbench = useWorkbench();
  const solved = useWorkbenchState((state) => state.solved);
  const shown = useWorkbenchState((state) => state.editorialShown);
  const open = solved || shown;

  useEffect(() => {
    if (open) workbench.showEditorial();
  }, [open, workbench]);

  if (!open) return <Question onYes={workbench.showEditorial} />;
  const { editorialHtml, followUps } = workbench.problem;
  return (
    <>
      <Prose html={editorialHtml} />
      {followUps.length > 0 && (
        <section className="follow-ups">
          <h2>Follow-up questions</h2>
          <ul>
            {followUps.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Question({ onYes }: { readonly onYes: () => void }) {
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <div className="editorial-gate">
        <p className="quiet">The editorial opens by itself once a submission is accepted.</p>
        <Button icon={<BookOpen size={14} aria-hidden />} onClick={() => setAsked(true)}>
          Show editorial
        </Button>
      </div>
    );
  }
  return (
    <section className="editorial-gate" aria-label="Show the editorial?">
      <p>It gives the solution away, and the attempt will say that you have read it. Show it now?</p>
      <p className="editorial-gate__answers">
        {/* The button that was pressed is gone: the focus goes on to the harmless answer. */}
        <Button autoFocus onClick={() => setAsked(false)}>
          Not yet
        </Button>
        <Button tone="primary" onClick={onYes}>
          Show it
        </Button>
      </p>
    </section>
  );
}
