import { messageOf } from '#domain/message-of.ts';
import type { Expected, Outcome } from '#domain/outcome.ts';
import type { Case, ComparisonRule } from '#domain/problem.ts';
import type { Value } from '#domain/value.ts';
import type { CaseResult, Rendering, Verdict } from '#domain/verdict.ts';
import { compareValues } from './compare.ts';
import { decodeValue, MalformedValue } from './decode.ts';
import { KnownRight } from './known-right.ts';
import { parsePath } from './path.ts';
import { plainValue } from './plain.ts';
import { renderValue } from './render.ts';
import { sameBytes } from './same-bytes.ts';
import { shortened } from './shorten.ts';

/**
 * Decides where more than one answer is right. `args` is the case's argument list as Python source. Values are given
 * without numpy: arrays as lists, scalars as numbers. `path` says where `actual` goes wrong, as in `[3][0]`.
 */
export type Checker = (question: { args: string; expected: Value; actual: Value }) => {
  accepted: boolean;
  message?: string;
  path?: string;
};

export interface JudgeRequest {
  readonly index: number;
  readonly case: Case;
  readonly comparison: ComparisonRule;
  readonly outcome: Outcome;
  readonly expected: Expected;
}

/** What the judge adds to the facts of a run. */
type Judgement = Pick<CaseResult, 'verdict'> &
  Partial<Pick<CaseResult, 'message' | 'expected' | 'got' | 'path' | 'offBy' | 'traceback'>>;

type Answer = Expected['answer'];

const ACCEPTED: Judgement = { verdict: 'Accepted' };

/**
 * The verdict on one case. Nothing that a candidate's interpreter sent is trusted to be well formed, and nothing but a
 * value that compares equal, a checker that says so, or the exception that was asked for, is Accepted.
 *
 * @param checker needed where `comparison` is `checker`; not looked at otherwise.
 * @param known what earlier judgements on the same problem have found right; this one adds to it.
 */
export function judgeCase(request: JudgeRequest, checker?: Checker, known = new KnownRight()): CaseResult {
  return resultOf(request, judge(request, checker, known));
}

/** The verdict where judging took longer than `limitMs`, and was given up from outside. */
export function tooLongToJudge(request: Pick<JudgeRequest, 'index' | 'case' | 'outcome'>, limitMs: number): CaseResult {
  const message = `the returned value takes too long to compare, and was given up after ${duration(limitMs)}: return only what the statement asks for`;
  return resultOf(request, wrong(message, {}));
}

function resultOf(
  { index, case: { name, edge, variant }, outcome }: Pick<JudgeRequest, 'index' | 'case' | 'outcome'>,
  judgement: Judgement,
): CaseResult {
  const whose = { index, name, edge, ...(variant === undefined ? {} : { edgeVariant: variant.name }) };
  return { ...whose, ms: outcome.ms, output: outcome.output, ...presentable(judgement) };
}

/** Lengths that a page can show. Names, messages and values of the candidate's making find their way into all of these. */
const MAX_SENTENCE = 2000;
const MAX_PATH = 500;
const MAX_SHOWN = 4000;

/** The same judgement, with every text cut to its length. */
function presentable(judgement: Judgement): Judgement {
  const { message, path, expected, got } = judgement;
  return {
    ...judgement,
    ...(message !== undefined && { message: shortened(message, MAX_SENTENCE) }),
    ...(path !== undefined && { path: shortened(path, MAX_PATH) }),
    ...(expected !== undefined && { expected: shortRendering(expected) }),
    ...(got !== undefined && { got: shortRendering(got) }),
  };
}

function shortRendering({ text, mark }: Rendering): Rendering {
  const short = shortened(text, MAX_SHOWN);
  if (mark === undefined || mark[0] >= short.length) return { text: short };
  return { text: short, mark: [mark[0], Math.min(mark[1], short.length)] };
}

/** The verdict on a whole run: that of the first case, by index, that is not Accepted. */
export function verdictOf(results: readonly CaseResult[]): Verdict {
  let first: CaseResult | undefined;
  for (const result of results) {
    if (result.verdict !== 'Accepted' && (first === undefined || result.index < first.index)) first = result;
  }
  return first?.verdict ?? 'Accepted';
}

function judge(request: JudgeRequest, checker: Checker | undefined, known: KnownRight): Judgement {
  const {
    outcome,
    expected: { answer },
  } = request;
  switch (outcome.kind) {
    case 'returned':
      try {
        return judgeReturned(request, outcome, checker, known);
      } catch (error) {
        // Too much for the stack or for one string: it must not take the other cases with it.
        return wrong(`the returned value cannot be compared: ${messageOf(error)}`, {});
      }
    case 'raised':
      return judgeRaised(outcome, answer);
    case 'rejected':
      return { verdict: 'Runtime Error', message: outcome.message, traceback: outcome.traceback };
    case 'time-limit':
      return {
        verdict: 'Time Limit Exceeded',
        message: outcome.note ?? `it was stopped at its time limit of ${duration(outcome.limitMs)}`,
        traceback: outcome.traceback,
      };
    case 'memory-limit':
      return { verdict: 'Memory Limit Exceeded', message: outcome.message, traceback: outcome.traceback };
    case 'output-limit':
      return { verdict: 'Output Limit Exceeded', message: outcome.message };
    case 'crashed':
    case 'bad-arguments':
      return { verdict: 'Runtime Error', message: outcome.message };
  }
}

/** Milliseconds in words: `300 ms`, `2 s`, `2.35 s`. */
function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${Number((ms / 1000).toFixed(2))} s`;
}

function judgeReturned(
  { index, case: testCase, comparison, expected: { answer } }: JudgeRequest,
  outcome: Extract<Outcome, { kind: 'returned' }>,
  checker: Checker | undefined,
  known: KnownRight,
): Judgement {
  const accepted =
    testCase.unchanged && outcome.changed.length > 0 ? wrong(changedMessage(outcome.changed), {}) : ACCEPTED;
  const same = answer.kind === 'value' && sameBytes(answer.value, outcome.value);
  if (same && known.has(index, outcome.value)) return accepted;
  const actual = decoded(outcome.value);
  if (actual.kind === 'malformed') {
    return wrong(`the returned value cannot be read: ${actual.message}`, { expected: renderAnswer(answer) });
  }
  if (answer.kind === 'raises') {
    const got = renderValue(actual.value);
    const message = `expected ${answer.exception}, got ${renderValue(actual.value, { limit: 60 }).text}`;
    return wrong(message, { expected: renderAnswer(answer), got });
  }
  const expected = same ? actual : decoded(answer.value);
  if (expected.kind === 'malformed') {
    return wrong(`the expected value cannot be read, which is not the code's fault: ${expected.message}`, {});
  }
  const judgement =
    comparison.rule === 'checker'
      ? judgeByChecker(testCase.args, expected.value, actual.value, checker)
      : judgeByRule(expected.value, actual.value, comparison);
  if (judgement.verdict !== 'Accepted') return judgement;
  // A checker is asked each time: what it says may depend on the arguments too.
  if (same && comparison.rule !== 'checker') known.remember(index, outcome.value);
  return accepted;
}

function wrong(message: string, rest: Omit<Judgement, 'verdict' | 'message'>): Judgement {
  return { verdict: 'Wrong Answer', message, ...rest };
}

function judgeByRule(expected: Value, actual: Value, comparison: ComparisonRule): Judgement {
  const difference = compareValues(expected, actual, comparison);
  if (difference === null) return ACCEPTED;
  const forgotten = actual === null && difference.path === '' ? ': is a return missing?' : '';
  return { verdict: 'Wrong Answer', ...difference, message: `${difference.message}${forgotten}` };
}

function judgeByChecker(args: string, expected: Value, actual: Value, checker: Checker | undefined): Judgement {
  const shown = { expected: renderValue(expected), got: renderValue(actual) };
  if (checker === undefined) return wrong("the problem's checker is missing, so no answer can be accepted", shown);
  try {
    const ruling = checker({ args, expected: plainValue(expected), actual: plainValue(actual) });
    if (ruling.accepted === true) return ACCEPTED;
    const { message = 'the answer is not valid', path } = ruling;
    if (path === undefined) return wrong(message, shown);
    return wrong(message, { ...shown, got: renderValue(actual, { path: parsePath(path) ?? [] }), path });
  } catch (error) {
    const reason = messageOf(error);
    return wrong(`the checker could make nothing of the returned value: ${reason}`, shown);
  }
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

function changedMessage(changed: readonly number[]): string {
  const names = changed.map((position) => ORDINALS[position] ?? `${position + 1}th`);
  const last = names.at(-1) ?? '';
  const listed = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last} arguments` : `${last} argument`;
  return `the call changed its ${listed}: work on a copy`;
}

function judgeRaised({ exception }: Extract<Outcome, { kind: 'raised' }>, answer: Answer): Judgement {
  if (answer.kind === 'raises' && exception.builtins.includes(answer.exception)) return ACCEPTED;
  const said = sayException(exception.type, exception.message);
  return {
    verdict: 'Runtime Error',
    message:
      answer.kind === 'raises'
        ? `${said} (expected ${answer.exception}${ownClass(exception.type, answer.exception)})`
        : said,
    expected: renderAnswer(answer),
    got: { text: `raises ${exception.type}` },
    traceback: exception.traceback,
  };
}

const MAX_MESSAGE = 500;

function sayException(type: string, message: string): string {
  if (message === '') return type;
  return `${type}: ${message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE)}…` : message}`;
}

/** An exception of the right name can be of a class that the code defined over Python's own. */
function ownClass(type: string, wanted: string): string {
  return type === wanted ? ", Python's own" : '';
}

function renderAnswer(answer: Answer): Rendering {
  if (answer.kind === 'raises') return { text: `raises ${answer.exception}` };
  const expected = decoded(answer.value);
  return expected.kind === 'value' ? renderValue(expected.value) : { text: '…' };
}

type Decoded =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'malformed'; readonly message: string };

function decoded(bytes: Uint8Array): Decoded {
  try {
    return { kind: 'value', value: decodeValue(bytes) };
  } catch (error) {
    if (error instanceof MalformedValue) return { kind: 'malformed', message: error.message };
    throw error;
  }
}
