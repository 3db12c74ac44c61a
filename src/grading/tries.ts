import type { Expected, Outcome } from '#domain/outcome.ts';
import type { Case, Problem } from '#domain/problem.ts';
import type { CaseResult } from '#domain/verdict.ts';
import type { CaseCall, Examination } from '#runner/protocol.ts';
import type { Runner } from '#runner/runner.ts';
import type { Judge } from './judge.ts';

/** A call that is no case of the suite. Argument lists hold literals only. */
export interface Try {
  readonly earlier: readonly string[];
  readonly args: string;
  readonly unchanged: boolean;
}

/** What came of a try that validator and reference accept. */
export interface Tried {
  /** The validator's, where the contract asks for an exception. */
  readonly objection: string | null;
  readonly answer: Expected['answer'];
  readonly referenceMs: number;
  /** Null where the code did not come to it. */
  readonly result: CaseResult | null;
}

export interface TryOptions {
  readonly signal: AbortSignal;
  /** How long the reference may be silent, in ms. */
  readonly patienceMs: number;
  /** The time limit of one call in ms, from what the reference takes for it. */
  readonly limitMs: (referenceMs: number) => number;
  /** More tries of the same code follow at once. */
  readonly keep: boolean;
  /** Leaves a try out that validator and reference have answered. */
  readonly wanted?: (examined: Extract<Examination, { kind: 'answered' }>) => boolean;
}

/**
 * Runs code on calls that are no cases, many in one go: the reference says what each must give, the candidate's
 * interpreter what it gives, and the judge what that is worth. Null for each try that is not valid.
 *
 * Rejects as `Runner.examine` does.
 */
export async function runTries(
  { runner, judge }: { readonly runner: Runner; readonly judge: Judge },
  { problem, code, tries }: { readonly problem: Problem; readonly code: string; readonly tries: readonly Try[] },
  { signal, patienceMs, limitMs, keep, wanted = () => true }: TryOptions,
): Promise<readonly (Tried | null)[]> {
  const { entry, inputs, reference } = problem;
  const examined = await runner.examine(
    { reference, entry, inputs, args: tries.flatMap(({ earlier, args }) => [...earlier, args]) },
    { signal, limitMs: patienceMs },
  );
  const answers = inGroups(examined, tries);
  const calls: CaseCall[] = [];
  const cases = tries.map((one) => caseOf(one));
  for (const [index, one] of tries.entries()) {
    const answer = answers[index];
    if (answer && wanted(answer)) calls.push({ index, ...one, limitMs: limitMs(answer.referenceMs) });
  }
  const outcomes = new Map<number, Outcome>();
  if (calls.length > 0) {
    await runner.run(
      { source: code, entry, calls, pristine: false, keep },
      { signal, onOutcome: (index, outcome) => void outcomes.set(index, outcome) },
    );
  }
  signal.throwIfAborted();
  const judged: Problem = { ...problem, cases };
  return Promise.all(
    answers.map(async (said, index): Promise<Tried | null> => {
      if (said === null) return null;
      const { answer, objection, referenceMs } = said;
      const outcome = outcomes.get(index);
      const result =
        outcome === undefined
          ? null
          : await judge.judge(judged, index, outcome, { index, answer, referenceMs }, signal);
      return { objection, answer, referenceMs, result };
    }),
  );
}

type Answered = Extract<Examination, { kind: 'answered' }>;

/** What was said of each try's last call; null unless all of its calls are valid. */
function inGroups(examined: readonly Examination[], tries: readonly Try[]): readonly (Answered | null)[] {
  let at = 0;
  return tries.map(({ earlier }) => {
    const mine = examined.slice(at, at + earlier.length + 1);
    at += earlier.length + 1;
    const last = mine.at(-1);
    return last?.kind === 'answered' && mine.every(isFit) ? last : null;
  });
}

/** An objection goes with an exception, or the contract has no say. */
function isFit(said: Examination): boolean {
  return said.kind === 'answered' && (said.objection !== null) === (said.answer.kind === 'raises');
}

function caseOf({ args, earlier, unchanged }: Try): Case {
  const expectation = { kind: 'reference' } as const;
  return { name: 'your own input', edge: 'own', args, earlier, unchanged, expectation, sample: false, why: '' };
}
