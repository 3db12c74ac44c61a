import type { ReactNode } from 'react';
import type { Difficulty } from '#domain/problem.ts';

export function Chip({ children }: { readonly children: ReactNode }) {
  return <span className="chip">{children}</span>;
}

const STEPS: Readonly<Record<Difficulty, number>> = { easy: 1, medium: 2, hard: 3 };

/** The word, and as many bars out of three. */
export function DifficultyMark({ difficulty }: { readonly difficulty: Difficulty }) {
  return (
    <span className="difficulty">
      <span className="difficulty__bars" aria-hidden>
        {[1, 2, 3].map((step) => (
          <span key={step} data-on={step <= STEPS[difficulty]} />
        ))}
      </span>
      {difficulty}
    </span>
  );
}

export const STRENGTH_MEANS =
  'The share of small faults, put into a right solution one at a time, that the cases catch.';
