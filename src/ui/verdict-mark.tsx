import { Check, LoaderCircle, X } from 'lucide-react';
import type { Verdict } from '#domain/verdict.ts';

/** What a square can show: a verdict, or where a case stands before it has one. */
export type MarkStatus = Verdict | 'running' | 'pending' | 'not run';

const TONES: Readonly<Record<MarkStatus, string>> = {
  Accepted: 'accepted',
  'Wrong Answer': 'wrong',
  'Time Limit Exceeded': 'time',
  'Memory Limit Exceeded': 'memory',
  'Runtime Error': 'error',
  'Output Limit Exceeded': 'output',
  running: 'running',
  pending: 'pending',
  'not run': 'idle',
};

const LETTERS: Partial<Readonly<Record<MarkStatus, string>>> = {
  'Time Limit Exceeded': 't',
  'Memory Limit Exceeded': 'm',
  'Runtime Error': 'e',
  'Output Limit Exceeded': 'o',
};

/** The name of the verdict's colour in the stylesheet. */
export function verdictTone(status: MarkStatus): string {
  return TONES[status];
}

/** The square's inside: a shape or a letter, so that colour never speaks alone. Decorative: the text beside it names it. */
export function VerdictMark({ status }: { readonly status: MarkStatus }) {
  return (
    <span className={`mark mark--${TONES[status]}`} aria-hidden>
      <Glyph status={status} />
    </span>
  );
}

function Glyph({ status }: { readonly status: MarkStatus }) {
  if (status === 'Accepted') return <Check size={13} strokeWidth={3} />;
  if (status === 'Wrong Answer') return <X size={13} strokeWidth={3} />;
  if (status === 'running') return <LoaderCircle className="spin" size={13} strokeWidth={2.5} />;
  const letter = LETTERS[status];
  return letter === undefined ? <span className="mark__dot" /> : <span className="mark__letter">{letter}</span>;
}
