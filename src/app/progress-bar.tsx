import { useId } from 'react';
import type { Progress } from '#domain/plan.ts';

/** How much is solved, as a bar and in words. `label` names it for those who do not see where it stands. */
export function ProgressBar({ label, solved, total }: Progress & { readonly label: string }) {
  const textId = useId();
  return (
    <span className="progress">
      <progress aria-label={label} aria-describedby={textId} value={solved} max={total} />
      <span id={textId} data-done={solved === total}>
        {solved} of {total} solved
      </span>
    </span>
  );
}
