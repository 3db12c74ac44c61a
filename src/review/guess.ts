import type { Grade } from '#domain/cards.ts';
import type { CaseResult } from '#domain/verdict.ts';

/**
 * Whether what was said of a case fits what happened: the returned value, up to spaces, quotes and the last digits of a number; the
 * name of an exception; or, where a limit was passed, a word for it. A first opinion, which the candidate may overrule.
 */
export function guessFits(guess: string, { verdict, got, message, traceback }: CaseResult): boolean {
  if (guess.trim() === '') return false;
  if (verdict === 'Time Limit Exceeded') return /time|slow|never|forever|endless|infinite|limit/i.test(guess);
  if (verdict === 'Memory Limit Exceeded') return /memory|limit/i.test(guess);
  if (verdict === 'Output Limit Exceeded') return /output|print|limit/i.test(guess);
  if (got !== undefined) return sameText(guess, got.text);
  const raised =
    `${message ?? ''} ${traceback?.text ?? ''}`.match(/\b[A-Z]\w*(?:Error|Exception|Exit|Interrupt)\b/g) ?? [];
  return raised.some((name) => guess.toLowerCase().includes(name.toLowerCase()));
}

/** What FSRS should be told, by how it went: fixed and understood is Good, fixed only is Hard, anything less is Again. */
export function suggestedGrade({ right, fixed }: { readonly right: boolean; readonly fixed: boolean }): Grade {
  if (!fixed) return 1;
  return right ? 3 : 2;
}

function sameText(guess: string, got: string): boolean {
  const [a, b] = [guess, got].map((text) => text.replace(/\s+/g, '').replaceAll('"', "'"));
  if (a === undefined || b === undefined || a === '') return false;
  if (a === b) return true;
  const [x, y] = [Number(a), Number(b)];
  return Math.abs(x - y) <= 5e-4 * Math.max(1, Math.abs(y));
}
