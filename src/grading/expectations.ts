import { messageOf } from '#domain/message-of.ts';
import type { Expected } from '#domain/outcome.ts';
import type { Case, Problem } from '#domain/problem.ts';
import type { TrustedCase } from '#runner/protocol.ts';
import type { Runner } from '#runner/runner.ts';

/** What the cases of each problem must give, worked out once and kept for the session. */
export interface Expectations {
  /** Starts the work if nobody has. */
  prepare(problem: Problem): void;
  /** Resolves as soon as this case's answer is known; rejects when the trusted interpreter cannot tell. */
  of(problem: Problem, index: number): Promise<Expected>;
  /** What the reference takes for these cases right now, in ms, by position. Rejects with the signal's reason. */
  measure(problem: Problem, indices: readonly number[], signal?: AbortSignal): Promise<ReadonlyMap<number, number>>;
}

/** No reference takes so long for one case on any machine: an interpreter that is silent for longer is stuck. */
const LIMIT_MS = 120_000;

export function createExpectations(runner: Runner): Expectations {
  const known = new Map<string, Promise<Expected>[]>();

  function start(problem: Problem): Promise<Expected>[] {
    const slots = problem.cases.map(() => deferred<Expected>());
    const answers = slots.map(({ promise }) => promise);
    known.set(problem.id, answers);
    const { reference, entry } = problem;
    runner
      .expect(
        { reference, entry, cases: inOrderOfCost(problem.cases) },
        { limitMs: LIMIT_MS, onExpected: (expected) => slots[expected.index]?.resolve(expected) },
      )
      .then(() => {
        for (const { reject } of slots) reject(new Error(`${problem.id}: the reference gave no answer for this case`));
      })
      .catch((error: unknown) => {
        // Forgotten, so that the next run asks again.
        known.delete(problem.id);
        const reason = new Error(`The expected values of ${problem.id} could not be worked out: ${messageOf(error)}`);
        for (const { reject } of slots) reject(reason);
      });
    for (const answer of answers) answer.catch(() => undefined);
    return answers;
  }

  return {
    prepare(problem) {
      if (!known.has(problem.id)) start(problem);
    },
    of(problem, index) {
      const answer = (known.get(problem.id) ?? start(problem))[index];
      return answer ?? Promise.reject(new RangeError(`${problem.id} has no case ${index}`));
    },
    async measure(problem, indices, signal) {
      const { reference, entry } = problem;
      const cases = inOrderOfCost(problem.cases).filter(({ index }) => indices.includes(index));
      const measured = new Map<number, number>();
      const onExpected = ({ index, referenceMs }: Expected): void => void measured.set(index, referenceMs);
      await runner.expect(
        { reference, entry, cases },
        { limitMs: LIMIT_MS, onExpected, ...(signal === undefined ? {} : { signal }) },
      );
      return measured;
    },
  };
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: Error) => void;
}

function deferred<T>(): Deferred<T> {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: Error) => void = () => undefined;
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

/** Samples first, since Run waits for them; what the reference has to compute last. */
function inOrderOfCost(cases: readonly Case[]): TrustedCase[] {
  const cost = (item: Case): number =>
    item.expectation.kind === 'reference' || item.edge === 'large' ? 2 : item.sample ? 0 : 1;
  return cases
    .map((item, index) => ({ item, index }))
    .sort((a, b) => cost(a.item) - cost(b.item))
    .map(({ item, index }) => trustedCase(item, index));
}

function trustedCase({ args, expectation }: Case, index: number): TrustedCase {
  switch (expectation.kind) {
    case 'value':
      return { index, args, expected: expectation.source };
    case 'raises':
      return { index, args, raises: expectation.exception };
    case 'reference':
      return { index, args };
  }
}
