import type { ReactNode } from 'react';
import { formatClock } from '#ui/format.ts';
import { useReplay } from './context.ts';

interface TimeLinkProps {
  readonly t: number;
  readonly children?: ReactNode;
}

/** A time that goes there when clicked. */
export function TimeLink({ t, children }: TimeLinkProps) {
  const { player } = useReplay();
  return (
    <button type="button" className="time-link" onClick={() => player.seek(t)}>
      <span className="time-link__time">{formatClock(t)}</span>
      {children}
    </button>
  );
}
