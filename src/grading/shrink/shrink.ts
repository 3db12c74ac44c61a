import type { Expected } from '#domain/outcome.ts';
import type { Case, Problem } from '#domain/problem.ts';
import type { CaseResult } from '#domain/verdict.ts';
import { decodeValue, MalformedValue } from '#judge/decode.ts';
import { argumentsLiteral, argumentsOf, NoLiteral } from '#judge/literal.ts';
import { TrustedTimeout } from '#runner/interpreter.ts';
import type { Runner } from '#runner/runner.ts';
import { limitOf } from '../grade.ts';
import type { Judge } from '../judge.ts';
import { runTries, type Tried, type Try } from '../tries.ts';
import { smallerThan } from './steps.ts';
import { elementsOf, isSmaller, type Subject } from './subject.ts';

export interface ShrinkRequest {
  readonly problem: Problem;
  readonly code: string;
  /** What fails. Its arguments may be the problem's own Python, or with `own` literals that somebody typed. */
  readonly item: Pick<Case, 'args' | 'earlier' | 'unchanged'>;
  readonly own?: boolean;
  /** How it fails; what is found fails in the same way. */
  readonly failure: CaseResult;
}

export interface ShrinkProgress {
  /** Elements of the input that it began with, and of the smallest one so far. */
  readonly from: number;
  readonly to: number;
  readonly tries: number;
}

export interface ShrinkOptions {
  /** What was found until then is the result. */
  readonly signal?: AbortSignal;
  /** When to leave it at what has been found, in ms. */
  readonly budgetMs?: number;
  readonly onProgress?: (progress: ShrinkProgress) => void;
}

export type Shrunk =
  | (ShrinkProgress & {
      readonly kind: 'shrunk';
      /** Argument lists, literals only. */
      readonly args: string;
      readonly earlier: readonly string[];
      readonly unchanged: boolean;
      readonly result: CaseResult;
      readonly answer: Expected['answer'];
      /** `complete`: nothing smaller that this method knows of fails. */
      readonly ended: 'complete' | 'time' | 'stopped';
    })
  /** `message` is a sentence: why there is no smaller input to show. */
  | { readonly kind: 'none'; readonly message: string };

export interface Shrinker {
  /**
   * Looks for the smallest input on which the code fails in the same way, by leaving things out. Each input that is tried
   * is valid, and the reference says what it must give. Rejects when Python cannot be started.
   */
  shrink(request: ShrinkRequest, options?: ShrinkOptions): Promise<Shrunk>;
}

const BUDGET_MS = 20_000;
const PATIENCE_MS = 10_000;
/** The limit of a try: shorter than that of a case, for most tries of a search fail. */
const TRY_LIMIT_MS = 500;
const MAX_BATCH = 32;
/** Most of what is large is tried for nothing: when one of a few such tries fails, the others need not be run. */
const MAX_BATCH_CHARACTERS = 60_000;
const MAX_ELEMENTS = 5_000;
/** After so long, in ms, what works on the page's own thread lets others have a turn. */
const TURN_MS = 12;

export function createShrinker(parts: { readonly runner: Runner; readonly judge: Judge }): Shrinker {
  return { shrink: (request, options = {}) => search(parts, request, options) };
}

interface Found {
  readonly subject: Subject;
  readonly tried: Tried & { readonly result: CaseResult };
}

async function search(
  parts: { readonly runner: Runner; readonly judge: Judge },
  { problem, code, item, own = false, failure }: ShrinkRequest,
  { signal: stop, budgetMs = BUDGET_MS, onProgress = () => undefined }: ShrinkOptions,
): Promise<Shrunk> {
  const timer = new AbortController();
  const timeout = setTimeout(() => timer.abort(), budgetMs);
  const signal = stop === undefined ? timer.signal : AbortSignal.any([stop, timer.signal]);
  const slow = failure.verdict === 'Time Limit Exceeded';
  const fullLimit = (ms: number) => limitOf(problem.timeLimit, ms);
  const shortLimit = (ms: number) => Math.max(TRY_LIMIT_MS, problem.timeLimit.factor * ms);
  const attempt = (subjects: readonly Subject[], { final }: { readonly final: boolean }, within = signal) =>
    runTries(
      parts,
      { problem, code, tries: subjects.map((subject) => tryOf(subject, item.unchanged)) },
      { signal: within, patienceMs: PATIENCE_MS, limitMs: final ? fullLimit : shortLimit, keep: !final },
    );

  let best: Found | null = null;
  let from = 0;
  let tries = 0;
  const isTheFailure = (tried: Tried | null | undefined, contract: string | null): tried is Found['tried'] =>
    tried?.result != null && fails(tried.result, failure) && contractOf(tried) === contract;

  try {
    const start = await subjectOf(parts.runner, item, own, signal);
    if (start === null) return { kind: 'none', message: 'This input holds something that cannot be written down.' };
    from = elementsOf(start);
    let current = start;
    let contract: string | null = null;
    // What is too large to send, or takes its whole time limit to fail, is taken at its word.
    if (from <= MAX_ELEMENTS && !slow) {
      const [whole] = await attempt([start], { final: true });
      if (!whole) return { kind: 'none', message: 'The validator does not take this input, so no part of it either.' };
      contract = contractOf(whole);
      if (!isTheFailure(whole, contract)) return { kind: 'none', message: notFailing(whole.result) };
      best = { subject: start, tried: whole };
    }
    const tell = () => onProgress({ from, to: elementsOf(current), tries });
    tell();

    const seen = new Set<string>();
    let untried = true;
    while (untried) {
      untried = false;
      const steps = smallerThan(current);
      let found: Found | null = null;
      while (found === null) {
        const batch = await nextBatch(steps, current, { seen, most: slow ? 1 : MAX_BATCH, signal });
        if (batch.length === 0) break;
        const tried = await attempt(batch, { final: false });
        tries += batch.length;
        for (const [i, subject] of batch.entries()) {
          const one = tried[i];
          if (found === null && isTheFailure(one, contract)) found = { subject, tried: one };
        }
        tell();
      }
      if (found === null) break;
      best = found;
      current = found.subject;
      untried = true;
      tell();
    }
  } catch (error) {
    if (!signal.aborted && !(error instanceof TrustedTimeout)) throw error;
  } finally {
    clearTimeout(timeout);
  }
  const ended = stop?.aborted ? 'stopped' : timer.signal.aborted ? 'time' : 'complete';
  if (best === null || elementsOf(best.subject) >= MAX_ELEMENTS) return { kind: 'none', message: NOTHING_SMALLER };
  return confirm(best);

  /** Once more with the limit of a case: what was found has to fail as a case would. */
  async function confirm({ subject, tried }: Found): Promise<Shrunk> {
    const { args, earlier, unchanged } = tryOf(subject, item.unchanged);
    const found = { kind: 'shrunk', args, earlier, unchanged, from, to: elementsOf(subject), tries, ended } as const;
    const asFound: Shrunk = { ...found, result: tried.result, answer: tried.answer };
    if (stop?.aborted) return asFound;
    const [again] = await attempt([subject], { final: true }, stop ?? new AbortController().signal);
    if (again?.result == null) return asFound;
    if (!fails(again.result, failure)) return { kind: 'none', message: slow ? ONLY_SIZE : NOT_STEADY };
    return { ...found, result: again.result, answer: again.answer };
  }
}

const NOTHING_SMALLER = 'No smaller input was found that fails in the same way.';
const ONLY_SIZE = 'Smaller inputs end in time: for this code it is the size that is too much.';
const NOT_STEADY = 'The code does not fail in the same way each time, so no input can be singled out.';

function notFailing(result: CaseResult | null): string {
  return result?.verdict === 'Accepted'
    ? 'With the code as it stands now this input passes.'
    : 'The code now fails in another way. Run the case again first.';
}

/** The next things to try that are new, smaller than what is known to fail, and not too large to send. */
async function nextBatch(
  steps: Iterator<Subject>,
  current: Subject,
  { seen, most, signal }: { readonly seen: Set<string>; readonly most: number; readonly signal: AbortSignal },
): Promise<readonly Subject[]> {
  const batch: Subject[] = [];
  let characters = 0;
  let turn = performance.now();
  while (batch.length < most && characters < MAX_BATCH_CHARACTERS) {
    if (performance.now() - turn > TURN_MS) {
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
      turn = performance.now();
    }
    const { value: subject, done } = steps.next();
    if (done) break;
    if (!isSmaller(subject, current) || elementsOf(subject) > MAX_ELEMENTS) continue;
    const text = subject.map(argumentsLiteral).join('\n');
    if (seen.has(text)) continue;
    seen.add(text);
    characters += text.length;
    batch.push(subject);
  }
  return batch;
}

function tryOf(subject: Subject, unchanged: boolean): Try {
  const calls = subject.map(argumentsLiteral);
  return { earlier: calls.slice(0, -1), args: calls.at(-1) ?? '', unchanged };
}

async function subjectOf(
  runner: Runner,
  { args, earlier }: ShrinkRequest['item'],
  own: boolean,
  signal: AbortSignal,
): Promise<Subject | null> {
  const values = await runner.evaluate({ args: [...earlier, args], literal: own }, { signal, limitMs: PATIENCE_MS });
  try {
    const calls = values.map((one) => (one.kind === 'value' ? argumentsOf(decodeValue(one.value)) : null));
    const subject = calls.flatMap((call) => call ?? []);
    // Whether it can be written down at all.
    if (elementsOf(subject) <= MAX_ELEMENTS) subject.map(argumentsLiteral);
    return subject.length === values.length ? subject : null;
  } catch (error) {
    if (error instanceof NoLiteral || error instanceof MalformedValue) return null;
    throw error;
  }
}

/** Whether two failures are of one kind: the same verdict and, for exceptions, the same exception. */
function fails(result: CaseResult, failure: CaseResult): boolean {
  return result.verdict !== 'Accepted' && result.verdict === failure.verdict && kindOf(result) === kindOf(failure);
}

function kindOf({ verdict, message = '' }: CaseResult): string {
  if (verdict === 'Runtime Error') return /^\w*/.exec(message)?.[0] ?? '';
  return verdict === 'Wrong Answer' && message.startsWith('the call changed its') ? 'changed' : '';
}

/** The validator's sentence about why the contract asks for an exception, whatever numbers it names. */
function contractOf({ objection }: Tried): string | null {
  return objection === null ? null : objection.replace(/[\d,.]+/g, '#');
}
