import { Lightbulb } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { Prose } from '#ui/prose.tsx';
import { useWorkbench, useWorkbenchState } from './context.ts';

/** Hints, from a nudge to the key idea, each shown only when asked for. */
export function Hints() {
  const workbench = useWorkbench();
  const shown = useWorkbenchState((state) => state.hintsShown);
  const { hints } = workbench.problem;
  if (hints.length === 0) return <p className="quiet">This problem has no hints.</p>;
  const next = shown + 1;
  return (
    <div className="hints">
      <ol className="hints__list" aria-live="polite">
        {hints.slice(0, shown).map((hint) => (
          <li key={hint.title}>
            <h2>{hint.title}</h2>
            <Prose html={hint.html} />
          </li>
        ))}
      </ol>
      {shown === 0 && (
        <p className="quiet">Hints go from a nudge to the key idea. Each one you show is noted in the attempt.</p>
      )}
      {shown < hints.length ? (
        <Button icon={<Lightbulb size={14} aria-hidden />} onClick={workbench.showNextHint}>
          Show hint {next} of {hints.length}
        </Button>
      ) : (
        <p className="quiet">That was the last hint.</p>
      )}
    </div>
  );
}
