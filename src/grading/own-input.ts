import { messageOf } from '#domain/message-of.ts';
import type { Expected } from '#domain/outcome.ts';
import type { Problem } from '#domain/problem.ts';
import type { Rendering } from '#domain/verdict.ts';
import { decodeValue, MalformedValue } from '#judge/decode.ts';
import { argumentsLiteral, argumentsOf, NoLiteral } from '#judge/literal.ts';
import { renderValue } from '#judge/render.ts';
import { TrustedTimeout } from '#runner/interpreter.ts';
import type { Examination } from '#runner/protocol.ts';
import type { Runner } from '#runner/runner.ts';

export type CheckedInput =
  | {
      readonly kind: 'answered';
      /** The argument list, literals only: what was typed or, where that was an expression, its value. */
      readonly args: string;
      readonly answer: Expected['answer'];
      /** The answer, as one shows it. */
      readonly expected: Rendering;
      readonly referenceMs: number;
    }
  /** `message` is a sentence for the person who typed it. */
  | {
      readonly kind: 'refused';
      readonly reason: 'not-python' | 'invalid' | 'too-slow' | 'reference-failed';
      readonly message: string;
    };

export interface CheckOptions {
  readonly signal?: AbortSignal;
  /** How long each step may take, in ms. */
  readonly limitMs?: number;
}

/** Enough for anything that one types, on any machine. */
const LIMIT_MS = 10_000;

/** Longer texts are for programs to write. */
const MAX_TYPED = 100_000;

/** As long as the interpreter reads. */
const MAX_SENT = 1_000_000;

export interface OwnInputs {
  /**
   * Checks an argument list that somebody typed, such as `[(0.5, 1)], k=3`: it has to be Python, the problem's validator
   * has to take it, and the reference answers it. What is typed never runs where answers are kept: literals are read
   * without being run, and a text that is more than literals (`[0] * 10`) is evaluated in a candidate's interpreter,
   * which hands on its value alone.
   *
   * An input for which the contract asks for an exception is answered by that exception.
   *
   * Rejects with the signal's reason when it aborts, and when Python cannot be started; everything else is a result.
   */
  check(problem: Problem, args: string, options?: CheckOptions): Promise<CheckedInput>;
}

export function createOwnInputs({ runner }: { readonly runner: Runner }): OwnInputs {
  return {
    async check(problem, typed, { signal, limitMs = LIMIT_MS } = {}) {
      const args = typed.trim();
      if (args.length > MAX_TYPED)
        return refused('not-python', `An input may have ${MAX_TYPED.toLocaleString('en-GB')} characters at most.`);
      const options = { limitMs, ...(signal === undefined ? {} : { signal }) };
      const examine = async (source: string): Promise<CheckedInput | 'not-literal'> => {
        const { reference, entry, inputs } = problem;
        try {
          const [said] = await runner.examine({ reference, entry, inputs, args: [source] }, options);
          return said === undefined ? refused('reference-failed', 'The reference said nothing.') : read(said, source);
        } catch (error) {
          if (error instanceof TrustedTimeout)
            return refused('too-slow', `The reference took longer than ${limitMs / 1000} s. Try a smaller input.`);
          if (signal?.aborted) throw signal.reason;
          return refused('reference-failed', `The reference failed: ${messageOf(error)}`);
        }
      };
      const first = await examine(args);
      if (first !== 'not-literal') return first;
      const evaluated = await evaluateOutside(runner, args, options);
      if (evaluated.kind === 'refused') return evaluated;
      if (evaluated.args.length > MAX_SENT)
        return refused('invalid', 'This input is too large to be tried on its own.');
      const second = await examine(evaluated.args);
      return second === 'not-literal' ? refused('not-python', 'Write the arguments as plain Python values.') : second;
    },
  };
}

function refused(reason: Extract<CheckedInput, { kind: 'refused' }>['reason'], message: string): CheckedInput {
  return { kind: 'refused', reason, message };
}

function read(said: Examination, args: string): CheckedInput | 'not-literal' {
  switch (said.kind) {
    case 'unreadable':
      if (said.reason === 'not-literal') return 'not-literal';
      return refused('not-python', `That is not a Python argument list: ${said.message}.`);
    case 'invalid':
      return refused('invalid', said.objection);
    case 'answered': {
      const { answer, objection, referenceMs } = said;
      if (answer.kind === 'value' && objection !== null) return refused('invalid', objection);
      if (answer.kind === 'raises' && objection === null)
        return refused('reference-failed', `The reference itself raises ${answer.exception} here.`);
      return { kind: 'answered', args, answer, expected: renderAnswer(answer), referenceMs };
    }
  }
}

/** An expected answer as one shows it. */
export function renderAnswer(answer: Expected['answer'], limit?: number): Rendering {
  if (answer.kind === 'raises') return { text: `raises ${answer.exception}` };
  try {
    return renderValue(decodeValue(answer.value), limit === undefined ? {} : { limit });
  } catch (error) {
    if (error instanceof MalformedValue) return { text: '…' };
    throw error;
  }
}

/** Returns its own arguments: running it with an argument list evaluates that list. */
const EVALUATE = 'def evaluate(*args, **kwargs):\n    return list(args), kwargs\n';

type Evaluated =
  | { readonly kind: 'evaluated'; readonly args: string }
  | Extract<CheckedInput, { readonly kind: 'refused' }>;

/** Evaluates an expression as a candidate's code is run: sandboxed, limited, far from every answer. */
async function evaluateOutside(
  runner: Runner,
  args: string,
  { signal, limitMs }: { readonly signal?: AbortSignal; readonly limitMs: number },
): Promise<Evaluated> {
  let evaluated: Evaluated = refusedText('The arguments could not be evaluated.');
  await runner.run(
    {
      source: EVALUATE,
      entry: 'evaluate',
      calls: [{ index: 0, args, earlier: [], unchanged: false, limitMs }],
      pristine: false,
    },
    {
      ...(signal === undefined ? {} : { signal }),
      onOutcome(_, outcome) {
        if (outcome.kind === 'returned') evaluated = literalText(outcome.value);
        else if (outcome.kind === 'time-limit')
          evaluated = refusedText(`Working the arguments out took longer than ${limitMs / 1000} s.`);
        else if ('message' in outcome) evaluated = refusedText(outcome.message);
      },
    },
  );
  signal?.throwIfAborted();
  return evaluated;
}

function refusedText(message: string): Evaluated {
  return { kind: 'refused', reason: 'not-python', message };
}

function literalText(encoded: Uint8Array): Evaluated {
  try {
    const value = argumentsOf(decodeValue(encoded));
    if (value !== null) return { kind: 'evaluated', args: argumentsLiteral(value) };
  } catch (error) {
    if (!(error instanceof MalformedValue || error instanceof NoLiteral)) throw error;
  }
  return refusedText('Write the arguments as plain Python values: numbers, strings, lists, tuples, dicts or sets.');
}
