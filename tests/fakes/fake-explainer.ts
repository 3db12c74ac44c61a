import type { CaseResult } from '#domain/verdict.ts';
import type { Explainer, TriedInput } from '#grading/explainer.ts';
import type { CheckedInput } from '#grading/own-input.ts';
import type { ShrinkOptions, ShrinkRequest, Shrunk } from '#grading/shrink/shrink.ts';

interface Asked<Answer> {
  readonly args: string;
  readonly code: string;
  readonly signal: AbortSignal | undefined;
  answer(answer: Answer): Promise<void>;
  fail(message: string): Promise<void>;
}

export interface FakeExplainer extends Explainer {
  readonly tried: readonly Asked<TriedInput>[];
  readonly checked: readonly Asked<CheckedInput>[];
  readonly shrinks: readonly (Asked<Shrunk> & { readonly request: ShrinkRequest; readonly options: ShrinkOptions })[];
}

/** An explainer that says what the test tells it to, when the test does. */
export function createFakeExplainer(): FakeExplainer {
  const tried: Asked<TriedInput>[] = [];
  const checked: Asked<CheckedInput>[] = [];
  const shrinks: (Asked<Shrunk> & { request: ShrinkRequest; options: ShrinkOptions })[] = [];
  return {
    tried,
    checked,
    shrinks,
    tryOut: (_, code, args, signal) => asked<TriedInput, Facts>(tried, { args, code, signal }),
    check: (_, args, options) => asked<CheckedInput, Facts>(checked, { args, code: '', signal: options?.signal }),
    shrink: (request, options = {}) =>
      asked(shrinks, { args: request.item.args, code: request.code, signal: options.signal, request, options }),
    askReference: () => Promise.reject(new Error('The fake knows no answers.')),
    valuesOf: (args) => Promise.resolve(args.map(() => null)),
  };
}

type Facts = Pick<Asked<never>, 'args' | 'code' | 'signal'>;

function asked<Answer, More extends Facts>(list: (Asked<Answer> & More)[], facts: More): Promise<Answer> {
  /** Lets those who wait act on the answer. */
  const settled = () => new Promise<void>((done) => setTimeout(done));
  return new Promise((resolve, reject) => {
    list.push({
      ...facts,
      answer(answer) {
        resolve(answer);
        return settled();
      },
      fail(message) {
        reject(new Error(message));
        return settled();
      },
    });
  });
}

export function aResult(partial: Partial<CaseResult> = {}): CaseResult {
  const output = { stdout: '', stderr: '', dropped: 0 };
  return { index: 0, name: 'one pair', edge: 'basic', verdict: 'Wrong Answer', ms: 1, output, ...partial };
}
