import { ArrowRight, BookOpen } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { useWorkbench } from './context.ts';

interface SuccessProps {
  readonly nextProblem: { readonly title: string; readonly href: string } | null;
}

/** After an accepted submission: what to do next. */
export function Success({ nextProblem }: SuccessProps) {
  const workbench = useWorkbench();
  const { followUps } = workbench.problem;
  const readEditorial = () => {
    workbench.showEditorial();
    workbench.showTab('editorial');
  };
  return (
    <section className="success" aria-label="What next">
      <p className="success__links">
        <Button icon={<BookOpen size={14} aria-hidden />} onClick={readEditorial}>
          Read the editorial
        </Button>
        {nextProblem !== null && (
          <a className="button button--plain" href={nextProblem.href}>
            <span>Next: {nextProblem.title}</span>
            <ArrowRight size={14} aria-hidden />
          </a>
        )}
      </p>
      {followUps.length > 0 && (
        <>
          <h3>An interviewer would ask next</h3>
          <ul>
            {followUps.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
