import { describe, expect, test } from 'vitest';
import type { Expected, Outcome } from '#domain/outcome.ts';
import type { Case, ComparisonRule } from '#domain/problem.ts';
import type { Value } from '#domain/value.ts';
import type { CaseResult, Verdict } from '#domain/verdict.ts';
import { type Checker, judgeCase, tooLongToJudge, verdictOf } from '#judge/judge.ts';
import { KnownRight } from '#judge/known-right.ts';
import { array, dumps, generator, list, nested, tuple } from './python.ts';

const output = { stdout: 'hello\n', stderr: '', dropped: 0 };
const traceback = { text: 'Traceback ...', line: 3 };
const ties: Case = {
  name: 'every score tied',
  edge: 'ties',
  args: '[(0.5, 1), (0.5, 0)]',
  earlier: [],
  unchanged: false,
  expectation: { kind: 'value', source: '0.5' },
  sample: false,
  why: 'Equal scores must move both axes together.',
};

const value = (expected: Value): Expected => ({
  index: 4,
  answer: { kind: 'value', value: dumps(expected) },
  referenceMs: 1,
});
const raises: Expected = { index: 4, answer: { kind: 'raises', exception: 'ValueError' }, referenceMs: 1 };
const returned = (actual: Value | Uint8Array, changed: readonly number[] = []): Outcome => ({
  kind: 'returned',
  ms: 12,
  output,
  value: actual instanceof Uint8Array ? actual : dumps(actual),
  changed,
});
const raised = (type: string, message: string, builtins: readonly string[]): Outcome => ({
  kind: 'raised',
  ms: 12,
  output,
  exception: { type, message, builtins, traceback },
});

interface Given {
  readonly expected: Expected;
  readonly outcome: Outcome;
  readonly comparison?: ComparisonRule;
  readonly unchanged?: boolean;
  readonly checker?: Checker;
  readonly known?: KnownRight;
}

function judged({
  expected,
  outcome,
  comparison = { rule: 'exact' },
  unchanged = false,
  checker,
  known,
}: Given): CaseResult {
  return judgeCase({ index: 4, case: { ...ties, unchanged }, comparison, outcome, expected }, checker, known);
}

describe('a returned value', () => {
  test('that is the expected one is Accepted, with the facts of the run and nothing else', () => {
    expect(judged({ expected: value(0.5), outcome: returned(0.5) })).toEqual({
      index: 4,
      name: 'every score tied',
      edge: 'ties',
      verdict: 'Accepted',
      ms: 12,
      output,
    });
  });

  test('that is another is a Wrong Answer, with where, how far off, and both sides marked', () => {
    expect(judged({ expected: value(list(0.5, 1)), outcome: returned(list(0.75, 1)) })).toMatchObject({
      verdict: 'Wrong Answer',
      message: 'expected 0.5, got 0.75 (off by 0.25)',
      path: '[0]',
      offBy: 0.25,
      expected: { text: '[0.5, 1.0]', mark: [1, 4] },
      got: { text: '[0.75, 1.0]', mark: [1, 5] },
    });
  });

  test('that is None makes one ask for the return', () => {
    expect(judged({ expected: value(0.5), outcome: returned(null) }).message).toBe(
      'expected 0.5 (float), got None (NoneType): is a return missing?',
    );
    expect(judged({ expected: value(list(0.5)), outcome: returned(list(null)) }).message).not.toContain('return');
  });

  test('where ValueError is expected is a Wrong Answer', () => {
    expect(judged({ expected: raises, outcome: returned(0.5) })).toMatchObject({
      verdict: 'Wrong Answer',
      message: 'expected ValueError, got 0.5',
      expected: { text: 'raises ValueError' },
      got: { text: '0.5' },
    });
  });

  test('that cannot be compared comes with advice', () => {
    expect(judged({ expected: value(list(1n)), outcome: returned(generator) })).toMatchObject({
      verdict: 'Wrong Answer',
      message: expect.stringContaining('Return a list: wrap it in list(...).'),
    });
  });

  test('that is no value at all is a Wrong Answer, whatever was expected', () => {
    for (const expected of [value(0.5), raises]) {
      for (const bytes of [Uint8Array.of(), Uint8Array.of(0x28, 255, 255, 255, 127), dumps(nested(3000))]) {
        const result = judged({ expected, outcome: returned(bytes) });
        expect(result.verdict).toBe('Wrong Answer');
        expect(result.message).toMatch(/^the returned value cannot be read: The value .*\.$/);
      }
    }
  });

  test('is never Accepted against an expected value that cannot be read', () => {
    const broken: Expected = { index: 4, answer: { kind: 'value', value: Uint8Array.of(7) }, referenceMs: 1 };
    expect(judged({ expected: broken, outcome: returned(Uint8Array.of(7)) }).verdict).not.toBe('Accepted');
    expect(judged({ expected: broken, outcome: returned(1n) }).message).toContain("not the code's fault");
    expect(judged({ expected: broken, outcome: raised('KeyError', '', ['KeyError']) }).verdict).toBe('Runtime Error');
  });
});

describe('arguments', () => {
  const given = { expected: value(0.5), outcome: returned(0.5, [0]) };

  test('may be changed where the case does not ask', () => {
    expect(judged(given).verdict).toBe('Accepted');
  });

  test.each([
    [[0], 'the call changed its first argument: work on a copy'],
    [[0, 2], 'the call changed its first and third arguments: work on a copy'],
    [[0, 1, 6], 'the call changed its first, second and 7th arguments: work on a copy'],
  ])('changed where they must not be make a Wrong Answer: %j', (changed, message) => {
    expect(judged({ ...given, outcome: returned(0.5, changed), unchanged: true })).toMatchObject({
      verdict: 'Wrong Answer',
      message,
    });
  });

  test('changed beside a wrong value leave the value to be said', () => {
    expect(judged({ ...given, outcome: returned(0.75, [0]), unchanged: true }).message).toContain('got 0.75');
  });
});

describe('an exception', () => {
  test('that is the expected one, or a subclass of it, is Accepted', () => {
    expect(judged({ expected: raises, outcome: raised('ValueError', 'no', ['ValueError', 'Exception']) }).verdict).toBe(
      'Accepted',
    );
    expect(judged({ expected: raises, outcome: raised('EmptyInput', 'no', ['ValueError', 'Exception']) }).verdict).toBe(
      'Accepted',
    );
  });

  test('that is another is a Runtime Error, and says what was expected', () => {
    const outcome = raised('ZeroDivisionError', 'division by zero', [
      'ZeroDivisionError',
      'ArithmeticError',
      'Exception',
    ]);
    expect(judged({ expected: raises, outcome })).toMatchObject({
      verdict: 'Runtime Error',
      message: 'ZeroDivisionError: division by zero (expected ValueError)',
      expected: { text: 'raises ValueError' },
      got: { text: 'raises ZeroDivisionError' },
      traceback,
    });
  });

  test('of a class that only has the name of the expected one is not accepted', () => {
    const result = judged({ expected: raises, outcome: raised('ValueError', 'no', ['Exception']) });
    expect(result).toMatchObject({
      verdict: 'Runtime Error',
      message: "ValueError: no (expected ValueError, Python's own)",
    });
  });

  test('where a value is expected is a Runtime Error, ValueError or not', () => {
    expect(judged({ expected: value(0.5), outcome: raised('ValueError', '', ['ValueError']) })).toMatchObject({
      verdict: 'Runtime Error',
      message: 'ValueError',
      expected: { text: '0.5' },
      got: { text: 'raises ValueError' },
    });
  });

  test('with a message of a million characters is cut', () => {
    const { message = '' } = judged({ expected: value(1n), outcome: raised('E', 'x'.repeat(1_000_000), []) });
    expect(message.length).toBeLessThan(600);
  });
});

describe('what a page is to show', () => {
  const longest = (result: CaseResult): number =>
    Math.max(
      ...[result.message, result.path, result.expected?.text, result.got?.text].map((text) => text?.length ?? 0),
    );
  const name = 'T'.repeat(1_000_000);

  test('is short, whatever the returned value is called', () => {
    const nameless: Value = { kind: 'opaque', type: name, repr: name, advice: name };
    for (const actual of [nameless, list(nameless, nameless)]) {
      expect(longest(judged({ expected: value(list(1n)), outcome: returned(actual) }))).toBeLessThan(1000);
    }
  });

  test('is short, whatever the exception is called', () => {
    expect(longest(judged({ expected: raises, outcome: raised(name, name, []) }))).toBeLessThanOrEqual(4000);
  });

  test('is short, whatever a checker makes of the value', () => {
    const checker: Checker = () => ({ accepted: false, message: `step 0, ${name}`, path: `.${name}` });
    const given: Given = { expected: value(1n), outcome: returned(2n), comparison: { rule: 'checker' }, checker };
    const result = judged(given);
    expect(longest(result)).toBeLessThanOrEqual(4000);
    expect(result.message).toMatch(/^step 0, T+…$/);
  });
});

describe('a value that the judge itself fails at', () => {
  test('is a Wrong Answer for its own case, with what went wrong', () => {
    const comparison: ComparisonRule = { rule: 'each', items: [{ rule: 'checker' }] };
    expect(judged({ expected: value(list(list(1n))), outcome: returned(list(list(1n))), comparison })).toMatchObject({
      verdict: 'Wrong Answer',
      message: expect.stringContaining('the returned value cannot be compared: '),
    });
  });

  test('or takes too long for is one as well, with the time it was given', () => {
    expect(tooLongToJudge({ index: 4, case: ties, outcome: returned(1n) }, 3000)).toEqual({
      index: 4,
      name: 'every score tied',
      edge: 'ties',
      verdict: 'Wrong Answer',
      message:
        'the returned value takes too long to compare, and was given up after 3 s: return only what the statement asks for',
      ms: 12,
      output,
    });
  });
});

describe('code that gave no answer', () => {
  const facts = { ms: 12, output };

  test.each<[Outcome, Verdict, string]>([
    [
      { kind: 'rejected', reason: 'syntax', message: 'invalid syntax', traceback, ...facts },
      'Runtime Error',
      'invalid syntax',
    ],
    [
      { kind: 'time-limit', limitMs: 2000, traceback, ...facts },
      'Time Limit Exceeded',
      'it was stopped at its time limit of 2 s',
    ],
    [
      { kind: 'time-limit', limitMs: 2345.6, traceback, ...facts },
      'Time Limit Exceeded',
      'it was stopped at its time limit of 2.35 s',
    ],
    [
      { kind: 'time-limit', limitMs: 300, traceback, ...facts },
      'Time Limit Exceeded',
      'it was stopped at its time limit of 300 ms',
    ],
    [
      { kind: 'memory-limit', message: 'too much memory', traceback, ...facts },
      'Memory Limit Exceeded',
      'too much memory',
    ],
    [{ kind: 'output-limit', message: 'too much output', ...facts }, 'Output Limit Exceeded', 'too much output'],
    [{ kind: 'crashed', message: 'Python died', ...facts }, 'Runtime Error', 'Python died'],
    [{ kind: 'bad-arguments', message: 'no such arguments', ...facts }, 'Runtime Error', 'no such arguments'],
  ])('$0.kind is a verdict of its own, whatever was expected', (outcome, verdict, message) => {
    for (const expected of [raises, value(0.5)]) {
      const result = judged({ expected, outcome });
      expect(result).toMatchObject({ verdict, message, ms: 12, output });
      expect(result.traceback).toEqual('traceback' in outcome ? traceback : undefined);
    }
  });
});

describe('a checker', () => {
  const comparison: ComparisonRule = { rule: 'checker' };
  const expected = value(list(1n, 2n));
  const outcome = returned(list(2n, 4n));

  test('decides, seeing the arguments and both values', () => {
    const seen: unknown[] = [];
    const checker: Checker = (question) => {
      seen.push(question);
      return { accepted: true };
    };
    expect(judged({ expected, outcome, comparison, checker }).verdict).toBe('Accepted');
    expect(seen).toEqual([{ args: ties.args, expected: list(1n, 2n), actual: list(2n, 4n) }]);
  });

  test('sees plain values where numpy was returned', () => {
    const actual = tuple(array('int64', [2], list(2n, 4n)), 1n);
    const checker: Checker = ({ actual: seen }) => ({
      accepted: JSON.stringify(seen, bigints) === JSON.stringify(tuple(list(2n, 4n), 1n), bigints),
    });
    expect(judged({ expected, outcome: returned(actual), comparison, checker }).verdict).toBe('Accepted');
  });

  test('says what is wrong and where, and the place is marked', () => {
    const checker: Checker = () => ({ accepted: false, message: '4 is not among the numbers', path: '[1]' });
    expect(judged({ expected, outcome, comparison, checker })).toMatchObject({
      verdict: 'Wrong Answer',
      message: '4 is not among the numbers',
      path: '[1]',
      expected: { text: '[1, 2]' },
      got: { text: '[2, 4]', mark: [4, 5] },
    });
  });

  test('that throws, answers nonsense or is missing accepts nothing', () => {
    const checkers: (Checker | undefined)[] = [
      undefined,
      () => {
        throw new TypeError('items is not iterable');
      },
      () => JSON.parse('{"accepted": "yes"}'),
      () => JSON.parse('null'),
    ];
    for (const checker of checkers) {
      const given: Given = { expected, outcome, comparison };
      const result = judged(checker === undefined ? given : { ...given, checker });
      expect(result.verdict).toBe('Wrong Answer');
      expect(result.message).not.toBe('');
    }
  });

  test('that accepts does not excuse changed arguments', () => {
    const checker: Checker = () => ({ accepted: true });
    expect(judged({ expected, outcome: returned(list(), [0]), comparison, checker, unchanged: true }).verdict).toBe(
      'Wrong Answer',
    );
  });

  test('is not asked where a rule decides, or where an exception was expected', () => {
    const checker: Checker = () => ({ accepted: true });
    expect(judged({ expected, outcome, checker }).verdict).toBe('Wrong Answer');
    expect(judged({ expected: raises, outcome, comparison, checker }).verdict).toBe('Wrong Answer');
  });
});

function bigints(_: string, item: unknown): unknown {
  return typeof item === 'bigint' ? `${item}n` : item;
}

describe('the verdict of a run', () => {
  const result = (index: number, verdict: Verdict): CaseResult => ({
    index,
    name: '',
    edge: '',
    verdict,
    ms: 0,
    output,
  });

  test('is that of the first case that is not Accepted, in the order of cases', () => {
    expect(verdictOf([result(0, 'Accepted'), result(1, 'Accepted')])).toBe('Accepted');
    const results = [
      result(7, 'Runtime Error'),
      result(2, 'Time Limit Exceeded'),
      result(0, 'Accepted'),
      result(3, 'Wrong Answer'),
    ];
    expect(verdictOf(results)).toBe('Time Limit Exceeded');
  });
});

describe('an answer that was found right before', () => {
  const unreadable = new Uint8Array([255, 255, 255]);
  const expected: Expected = { ...value(0.5), answer: { kind: 'value', value: unreadable } };

  test('is not read again where the same bytes come back', () => {
    const known = new KnownRight();
    expect(judged({ expected, outcome: returned(unreadable), known }).verdict).toBe('Wrong Answer');
    known.remember(4, unreadable.slice());
    expect(judged({ expected, outcome: returned(unreadable), known }).verdict).toBe('Accepted');
  });

  test('is remembered from its first judgement, and makes no other answer right', () => {
    const known = new KnownRight();
    judged({ expected: value(list(1, 2)), outcome: returned(list(1, 2)), known });
    expect(known.has(4, dumps(list(1, 2)))).toBe(true);
    expect(known.has(5, dumps(list(1, 2)))).toBe(false);
    expect(judged({ expected: value(list(1, 2)), outcome: returned(list(1, 3)), known }).verdict).toBe('Wrong Answer');
    expect(judged({ expected: value(list(1, 3)), outcome: returned(list(1, 2)), known }).verdict).toBe('Wrong Answer');
  });

  test('is wrong all the same where the call changed its arguments', () => {
    const known = new KnownRight();
    const given: Given = { expected: value(0.5), outcome: returned(0.5, [0]), unchanged: true, known };
    expect(judged(given).message).toContain('changed its first argument');
    expect(known.has(4, dumps(0.5))).toBe(true);
    expect(judged(given).message).toContain('changed its first argument');
  });

  test('is never one that holds nan, nor one that a checker has to rule on', () => {
    const known = new KnownRight();
    expect(judged({ expected: value(Number.NaN), outcome: returned(Number.NaN), known }).verdict).toBe('Wrong Answer');
    const comparison: ComparisonRule = { rule: 'checker' };
    judged({ expected: value(1), outcome: returned(1), comparison, checker: () => ({ accepted: true }), known });
    const ruling = judged({
      expected: value(1),
      outcome: returned(1),
      comparison,
      checker: () => ({ accepted: false }),
      known,
    });
    expect(ruling.verdict).toBe('Wrong Answer');
  });
});
