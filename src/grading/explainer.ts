import type { Case, Problem } from '#domain/problem.ts';
import type { CaseResult, Rendering } from '#domain/verdict.ts';
import { decodeValue, MalformedValue } from '#judge/decode.ts';
import { type Arguments, argumentsOf } from '#judge/literal.ts';
import { TrustedTimeout } from '#runner/interpreter.ts';
import type { Runner } from '#runner/runner.ts';
import { limitOf } from './grade.ts';
import type { Judge } from './judge.ts';
import { type CheckedInput, createOwnInputs, type OwnInputs, renderAnswer } from './own-input.ts';
import { createShrinker, type Shrinker } from './shrink/shrink.ts';
import { runTries } from './tries.ts';

export type TriedInput =
  | { readonly kind: 'tried'; readonly args: string; readonly expected: Rendering; readonly result: CaseResult }
  | Extract<CheckedInput, { readonly kind: 'refused' }>;

/** Everything that one can ask about an input that is not, or not only, a case of the suite. */
export interface Explainer extends OwnInputs, Shrinker {
  /** Checks an argument list that somebody typed, runs the code on it, and judges what comes back. Rejects as `check` does. */
  tryOut(problem: Problem, code: string, args: string, signal: AbortSignal): Promise<TriedInput>;
  /** What the reference returns for a case, at some length. Rejects with a sentence. */
  askReference(problem: Problem, item: Pick<Case, 'args'>, signal: AbortSignal): Promise<Rendering>;
  /** Argument lists as values; null for one that cannot be read. With `literal` the texts may be anybody's. */
  valuesOf(
    args: readonly string[],
    options: { readonly literal: boolean; readonly signal: AbortSignal },
  ): Promise<readonly (Arguments | null)[]>;
}

/** Patience with the reference on the large cases, which are its business. */
const REFERENCE_LIMIT_MS = 60_000;
const PATIENCE_MS = 10_000;
/** Characters of an answer that somebody asked to see. */
const SHOWN = 20_000;

export function createExplainer(parts: { readonly runner: Runner; readonly judge: Judge }): Explainer {
  const { runner } = parts;
  const { check } = createOwnInputs(parts);
  return {
    ...createShrinker(parts),
    check,
    async tryOut(problem, code, typed, signal) {
      const checked = await check(problem, typed, { signal });
      if (checked.kind === 'refused') return checked;
      const { args, expected } = checked;
      const [tried] = await runTries(
        parts,
        { problem, code, tries: [{ earlier: [], args, unchanged: false }] },
        { signal, patienceMs: PATIENCE_MS, limitMs: (ms) => limitOf(problem.timeLimit, ms), keep: false },
      );
      if (tried?.result == null)
        return { kind: 'refused', reason: 'reference-failed', message: 'Python gave no result. Run it again.' };
      return { kind: 'tried', args, expected, result: tried.result };
    },
    async askReference({ reference, entry }, { args }, signal) {
      let shown: Rendering | null = null;
      try {
        await runner.expect(
          { reference, entry, cases: [{ index: 0, args }] },
          { signal, limitMs: REFERENCE_LIMIT_MS, onExpected: ({ answer }) => (shown = renderAnswer(answer, SHOWN)) },
        );
      } catch (error) {
        if (error instanceof TrustedTimeout) throw new Error('The reference took too long on this machine.');
        throw error;
      }
      if (shown === null) throw new Error('The reference gave no answer.');
      return shown;
    },
    async valuesOf(args, { literal, signal }) {
      const values = await runner.evaluate({ args, literal }, { signal, limitMs: PATIENCE_MS });
      return values.map((one) => (one.kind === 'value' ? decoded(one.value) : null));
    },
  };
}

function decoded(bytes: Uint8Array): Arguments | null {
  try {
    return argumentsOf(decodeValue(bytes));
  } catch (error) {
    if (error instanceof MalformedValue) return null;
    throw error;
  }
}
