import type { Expected, Outcome } from '#domain/outcome.ts';
import type { Case, Problem, WrongSolution } from '#domain/problem.ts';
import type { CaseCall } from '#runner/protocol.ts';
import type { Runner } from '#runner/runner.ts';
import { limitOf } from './grade.ts';
import type { Judge } from './judge.ts';
import answering from './known_wrong.py?raw';

/** An input that somebody thought of, and what the reference says to it. */
export interface KnownInput {
  /** A Python argument list of literals. */
  readonly args: string;
  /** The edge class that it is meant for: decides whether calls go before it, and whether its arguments are looked after. */
  readonly edge: string;
  readonly answer: Expected['answer'];
  readonly referenceMs: number;
}

export interface CatchRequest {
  readonly problem: Problem;
  readonly inputs: readonly KnownInput[];
  readonly solutions: readonly WrongSolution[];
}

export interface CatchOptions {
  readonly signal?: AbortSignal;
  /** Tells how many of all calls have been judged. */
  readonly onProgress?: (done: number, total: number) => void;
}

export type CatchEnd =
  /** By position of the solution, whether any of the inputs got a wrong answer out of it. */
  { readonly kind: 'finished'; readonly caught: readonly boolean[] } | { readonly kind: 'stopped' };

/** Finds out which wrong solutions somebody's own inputs would have caught. */
export interface Catcher {
  /** Judged by the problem's rule. Rejects when Python cannot be started. */
  catches(request: CatchRequest, options?: CatchOptions): Promise<CatchEnd>;
}

interface Pair {
  readonly solution: number;
  readonly input: number;
}

/** Joins a runner and a judge. All solutions answer in one interpreter, each case in modules of its own. */
export function createCatcher({ runner, judge }: { readonly runner: Runner; readonly judge: Judge }): Catcher {
  return {
    async catches({ problem, inputs, solutions }, { signal, onProgress } = {}) {
      const cases = inputs.map(asCase);
      const source = sourceOf(problem.entry, solutions);
      const caught = solutions.map(() => false);
      const pairs = solutions.flatMap((_, solution) => inputs.map((_, input): Pair => ({ solution, input })));
      let left = pairs;
      let done = 0;
      while (left.length > 0) {
        const round = left;
        const started = new Set<number>();
        const skipped: Pair[] = [];
        const judging: Promise<void>[] = [];
        const onOutcome = (index: number, outcome: Outcome): void => {
          const pair = round[index];
          const input = pair && inputs[pair.input];
          if (pair === undefined || input === undefined) return;
          // Three calls in a row that never end make the runner give up: the others have not been run at all.
          if (!started.has(index)) return void skipped.push(pair);
          const expected = { index: pair.input, answer: input.answer, referenceMs: input.referenceMs };
          const judgement = judge
            .judge({ ...problem, cases }, pair.input, outcome, expected, signal)
            .then(({ verdict }) => {
              if (verdict !== 'Accepted') caught[pair.solution] = true;
              done += 1;
              onProgress?.(done, pairs.length);
            });
          // Awaited below; until then a failure must not count as one that nobody handles.
          judgement.catch(() => undefined);
          judging.push(judgement);
        };
        const end = await runner.run(
          { source, entry: 'answer_of', calls: round.map(callsFor(problem, inputs, cases)), pristine: false },
          { ...(signal && { signal }), onCaseStarted: (index) => started.add(index), onOutcome },
        );
        if (end.kind === 'stopped') return { kind: 'stopped' };
        try {
          await Promise.all(judging);
        } catch (error) {
          if (signal?.aborted) return { kind: 'stopped' };
          throw error;
        }
        if (started.size === 0) throw new Error('Python ran none of the wrong solutions.');
        left = skipped.filter(({ solution }) => !caught[solution]);
        done += skipped.length - left.length;
      }
      return { kind: 'finished', caught };
    },
  };
}

function callsFor(
  { timeLimit }: Problem,
  inputs: readonly KnownInput[],
  cases: readonly Case[],
): (pair: Pair, index: number) => CaseCall {
  return ({ solution, input }, index) => {
    const { args = '', earlier = [], unchanged = false } = cases[input] ?? {};
    const forSolution = (list: string): string => (list.trim() === '' ? `${solution}` : `${solution}, ${list}`);
    return {
      index,
      args: forSolution(args),
      earlier: earlier.map(forSolution),
      unchanged,
      limitMs: limitOf(timeLimit, inputs[input]?.referenceMs ?? 0),
    };
  };
}

/** As a case of its edge class in a suite would be: the class of repeated calls has the other inputs go before. */
function asCase({ args, edge }: KnownInput, position: number, all: readonly KnownInput[]): Case {
  const others = all.filter((_, other) => other !== position).map((input) => input.args);
  return {
    name: `input ${position + 1}`,
    edge,
    args,
    earlier: edge === 'repeat-calls' ? [...others, args] : [],
    unchanged: edge === 'input-mutation',
    expectation: { kind: 'reference' },
    sample: false,
    why: '',
  };
}

/** A JSON string is a Python string. */
function sourceOf(entry: string, solutions: readonly WrongSolution[]): string {
  const sources = solutions.map(({ source }) => `    ${JSON.stringify(source)},\n`).join('');
  return `SOURCES = [\n${sources}]\nENTRY = ${JSON.stringify(entry)}\n\n${answering}`;
}
