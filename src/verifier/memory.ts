/** What was proved of a problem a moment ago, for someone who changes one file of it at a time. */
import type { Problem } from '#domain/problem.ts';
import type { Strength, SubmissionReport } from './verification.ts';

/** Findings by everything that they depend on, save for the problem's `checker.ts` and the code that judges. */
export interface Memory {
  readonly reports: Map<string, SubmissionReport>;
  readonly inputs: Map<string, readonly string[]>;
  readonly strengths: Map<string, Strength>;
  /** Submission (`kind/file`) to the name of the case that caught it last: where to look first, and no proof. */
  readonly catchers: Map<string, string>;
}

export function emptyMemory(): Memory {
  return { reports: new Map(), inputs: new Map(), strengths: new Map(), catchers: new Map() };
}

/** Keeps of earlier reports only where each submission was caught. */
export function noteCatchers({ catchers }: Memory, reports: readonly SubmissionReport[]): void {
  for (const { submission, failed } of reports) {
    const [first] = failed;
    if (first !== undefined) catchers.set(`${submission.kind}/${submission.file}`, first.name);
  }
}

/** What is known under this key, or else what `work` finds out; remembered only when it is `settled`. */
export async function recall<T>(
  known: Map<string, T>,
  key: readonly unknown[],
  work: () => Promise<T>,
  settled: (found: T) => boolean = () => true,
): Promise<T> {
  const name = JSON.stringify(key);
  const before = known.get(name);
  if (before !== undefined) return before;
  const found = await work();
  if (settled(found)) known.set(name, found);
  return found;
}

/** The part of a problem that decides what becomes of a submission; prose is not in it. */
export function judgedPart({ entry, comparison, timeLimit, reference, cases }: Problem): unknown {
  return { entry, comparison, timeLimit, reference, cases: cases.map(({ why, sample, ...rest }) => rest) };
}
