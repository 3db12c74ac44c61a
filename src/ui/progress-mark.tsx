import { Circle, CircleCheck, CircleDotDashed } from 'lucide-react';

export type ProgressState = 'new' | 'attempted' | 'solved';

const WORDS: Readonly<Record<ProgressState, string>> = { new: 'New', attempted: 'Attempted', solved: 'Solved' };

/** How far one is with a problem: a shape and its word. */
export function ProgressMark({ state }: { readonly state: ProgressState }) {
  const Icon = state === 'solved' ? CircleCheck : state === 'attempted' ? CircleDotDashed : Circle;
  return (
    <span className={`progress-mark progress-mark--${state}`}>
      <Icon size={14} aria-hidden />
      {WORDS[state]}
    </span>
  );
}
