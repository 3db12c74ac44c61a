import { useEffect, useRef } from 'react';
import { type Card, GRADE_NAMES, GRADES, type Grade, nextDues } from '#domain/cards.ts';
import { Kbd } from '#ui/kbd.tsx';
import { useShortcuts } from '#ui/use-shortcuts.ts';
import { formatInterval } from './when.ts';

interface GradeButtonsProps {
  readonly card: Card;
  readonly suggested: Grade;
  /** Whether the suggestion takes the focus, as when nothing is left to do but to take it. */
  readonly focused: boolean;
  readonly onGrade: (grade: Grade) => void;
}

/** The four grades, each with when the card would come back. */
export function GradeButtons({ card, suggested, focused, onGrade }: GradeButtonsProps) {
  const suggestion = useRef<HTMLButtonElement>(null);
  const now = Date.now();
  const dues = nextDues(card, now);
  useShortcuts(GRADES.map((grade) => ({ chord: String(grade), action: () => onGrade(grade) })));
  useEffect(() => {
    if (focused) suggestion.current?.focus();
  }, [focused]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend that cannot stand in a row
    <div className="grades" role="group" aria-label="How well did it go?">
      {GRADES.map((grade) => (
        <button
          key={grade}
          ref={grade === suggested ? suggestion : null}
          type="button"
          className="grades__grade"
          data-suggested={grade === suggested}
          aria-keyshortcuts={String(grade)}
          onClick={() => onGrade(grade)}
        >
          <span className="grades__name">
            {GRADE_NAMES[grade]} <Kbd chord={String(grade)} />
          </span>
          <span className="grades__next">
            in {formatInterval(dues[grade] - now)}
            {grade === suggested && ', suggested'}
          </span>
        </button>
      ))}
    </div>
  );
}
