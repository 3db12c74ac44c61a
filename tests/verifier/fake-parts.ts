import type { ProblemPackage } from '#catalog/package.ts';
import { parsePackage } from '#catalog/parse.ts';
import type { Verdict } from '#domain/verdict.ts';
import type { Judge } from '#grading/judge.ts';
import type { Mutant } from '#runner/protocol.ts';
import type { Runner } from '#runner/runner.ts';
import { forgetful, type Parts } from '#verifier/exam.ts';
import { scaffold } from '#verifier/scaffold.ts';

export interface Script {
  /** What becomes of this code in the case of this name. */
  verdict?(code: string, caseName: string): Verdict;
  message?: string;
  mutants?: readonly Mutant[];
  generated?: readonly string[] | Error;
  objection?(args: string): string | null;
  /** ms, by arguments. */
  referenceMs?(args: string): number;
}

export interface FakeParts extends Parts {
  /** `code` and `limitMs` of every call, with its arguments, in the order of running. */
  readonly calls: { readonly code: string; readonly args: string; readonly limitMs: number }[];
  disposed(): boolean;
}

/** Parts without Python: what a piece of code gives is scripted. The grader is the real one. */
export function fakeParts({
  verdict = () => 'Accepted',
  message,
  mutants = [],
  generated,
  objection = () => null,
  referenceMs = () => 1,
}: Script): FakeParts {
  const calls: FakeParts['calls'] = [];
  let disposed = false;
  const output = { stdout: '', stderr: '', dropped: 0 };
  const runner: Runner = {
    state: () => ({ kind: 'ready', version: '3' }),
    subscribe: () => () => undefined,
    boot: () => undefined,
    async run({ source, calls: asked }, { signal, onOutcome }) {
      for (const { index, args, limitMs } of asked) {
        await new Promise((resolve) => setImmediate(resolve));
        if (signal?.aborted) return { kind: 'stopped' };
        calls.push({ code: source, args, limitMs });
        onOutcome(index, { kind: 'returned', value: new TextEncoder().encode(source), changed: [], ms: 1, output });
      }
      return { kind: 'finished' };
    },
    async expect({ cases }, { onExpected }) {
      for (const { index, args } of cases) {
        onExpected({ index, answer: { kind: 'value', value: new Uint8Array() }, referenceMs: referenceMs(args) });
      }
    },
    async generate({ sizes }) {
      if (generated instanceof Error) throw generated;
      return generated ?? sizes.map((size) => `${size}`);
    },
    validate: async ({ args }) => args.map(objection),
    mutate: async () => mutants,
    examine: async () => [],
    evaluate: async () => [],
    dispose() {
      disposed = true;
    },
  };
  const judge: Judge = {
    async judge(problem, index, outcome) {
      const { name = '', edge = '' } = problem.cases[index] ?? {};
      const code = outcome.kind === 'returned' ? new TextDecoder().decode(outcome.value) : '';
      const told = verdict(code, name);
      return {
        index,
        name,
        edge,
        verdict: told,
        ms: 1,
        output,
        ...(message === undefined || told === 'Accepted' ? {} : { message }),
      };
    },
  };
  return { ...forgetful({ runner, judge }), calls, disposed: () => disposed };
}

/** The package of a fresh folder, with files replaced. */
export function freshPackage(changes: Readonly<Record<string, string>> = {}): ProblemPackage {
  const classes = Object.fromEntries(
    ['basic', 'empty', 'input-mutation', 'repeat-calls', 'large'].map((name) => [name, 'A sentence.']),
  );
  const parsed = parsePackage(
    'moving-sum',
    { ...scaffold('moving-sum'), ...changes },
    {
      edgeNames: { classes, variants: {} },
      rubricItems: new Set(),
      renderMarkdown: (text) => text,
    },
  );
  if (parsed.kind === 'broken') throw new Error(parsed.complaints.join('\n'));
  return parsed.package;
}

/** What a native Python would say of the submissions of a fresh folder. */
export function honestVerdict(code: string, caseName: string): Verdict {
  const failsIn = (names: readonly string[]): Verdict => (names.includes(caseName) ? 'Wrong Answer' : 'Accepted');
  if (code.includes('values[:-1]')) return failsIn(['three numbers', 'asked twice', 'the list is kept']);
  if (code.includes('values[1:])\n'))
    return failsIn(['three numbers', 'asked twice', 'the list is kept', 'at the size limit']);
  if (code.includes('else None')) return failsIn(['no numbers']);
  if (code.includes('values.pop()')) return failsIn(['the list is kept']);
  if (code.includes('seen.extend')) return failsIn(['asked twice']);
  if (code.includes('values[: i + 1]') && caseName === 'at the size limit') return 'Time Limit Exceeded';
  return 'Accepted';
}
