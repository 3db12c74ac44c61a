import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '#domain/outcome.ts';
import { readOutcome } from '#runner/read-outcome.ts';

const output = fc.record({ stdout: fc.string(), stderr: fc.string(), dropped: fc.nat() });
const traceback = fc.oneof(
  fc.record({ text: fc.string() }),
  fc.record({ text: fc.string(), line: fc.integer({ min: 1, max: 9999 }) }),
);
const message = fc.string();
const common = { ms: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), output };
const exception = fc.record({ type: message, message, builtins: fc.array(message), traceback });

const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({
    kind: fc.constant('returned' as const),
    ...common,
    value: fc.uint8Array(),
    changed: fc.array(fc.nat()),
  }),
  fc.record({ kind: fc.constant('raised' as const), ...common, exception }),
  fc.record({
    kind: fc.constant('rejected' as const),
    ...common,
    reason: fc.constantFrom('syntax', 'import', 'missing-entry', 'arity', 'exit'),
    message,
    traceback,
  }),
  fc.record({ kind: fc.constant('time-limit' as const), ...common, limitMs: fc.nat(), traceback }),
  fc.record({ kind: fc.constant('memory-limit' as const), ...common, message, traceback }),
  fc.record({ kind: fc.constantFrom('output-limit', 'crashed', 'bad-arguments'), ...common, message }),
);

const KINDS = [
  'returned',
  'raised',
  'rejected',
  'time-limit',
  'memory-limit',
  'output-limit',
  'crashed',
  'bad-arguments',
];
const FIELDS = ['kind', 'ms', 'output', 'value', 'changed', 'exception', 'reason', 'message', 'traceback', 'limitMs'];

describe('reading the report of a case', () => {
  test('a report of the right shape is read as it stands', () => {
    fc.assert(
      fc.property(outcome, (report) => {
        expect(readOutcome(report)).toEqual(report);
      }),
    );
  });

  test('anything else is a crash, never an exception', () => {
    fc.assert(
      fc.property(fc.anything({ withTypedArray: true, withSparseArray: true, withDate: true }), (report) => {
        const read = readOutcome(report);
        expect(KINDS).toContain(read.kind);
        expect(typeof read.ms).toBe('number');
      }),
    );
  });

  test('a report with the right names and anything in them never throws', () => {
    const odd = fc.oneof(fc.jsonValue(), traceback, exception, output, fc.constantFrom(...KINDS), fc.uint8Array());
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.dictionary(fc.constantFrom(...FIELDS), odd), (kind, fields) => {
        const read = readOutcome({ ms: 1, output: { stdout: '', stderr: '', dropped: 0 }, kind, ...fields });
        expect(KINDS).toContain(read.kind);
        expect(typeof read.output.stdout).toBe('string');
      }),
      { numRuns: 500 },
    );
  });

  test('a report with one field missing is a crash', () => {
    fc.assert(
      fc.property(outcome, fc.nat(), (report, pick) => {
        const required = Object.keys(report);
        const missing = required[pick % required.length];
        const rest = Object.fromEntries(Object.entries(report).filter(([name]) => name !== missing));
        expect(readOutcome(rest).kind).toBe('crashed');
      }),
    );
  });

  test('a value that is not bytes is a crash, so that no array can pose as an encoded value', () => {
    const base = { kind: 'returned', ms: 1, output: { stdout: '', stderr: '', dropped: 0 }, changed: [] };
    for (const value of [[1, 2], 'abc', new Uint16Array(2), new ArrayBuffer(2), { 0: 1, length: 1 }, null]) {
      expect(readOutcome({ ...base, value }).kind).toBe('crashed');
    }
  });

  test("a reason of the code's own invention is a crash", () => {
    const report = { kind: 'rejected', ms: 1, output: { stdout: '', stderr: '', dropped: 0 }, reason: 'accepted' };
    expect(readOutcome({ ...report, message: '', traceback: { text: '' } }).kind).toBe('crashed');
  });

  test('an amount that no clock and no counter gives is a crash', () => {
    const base = {
      kind: 'returned',
      ms: 1,
      output: { stdout: '', stderr: '', dropped: 0 },
      changed: [],
      value: new Uint8Array(),
    };
    for (const bad of [Number.POSITIVE_INFINITY, Number.NaN, -1]) {
      expect(readOutcome({ ...base, ms: bad }).kind).toBe('crashed');
      expect(readOutcome({ ...base, output: { ...base.output, dropped: bad } }).kind).toBe('crashed');
      expect(readOutcome({ ...base, changed: [bad] }).kind).toBe('crashed');
    }
    expect(readOutcome({ ...base, changed: new Array(5_000_000).fill(0) }).kind).toBe('crashed');
  });

  test('a line that no file has is left out', () => {
    for (const line of [Number.POSITIVE_INFINITY, -3.5, 0, 99_999_999_999]) {
      const report = { kind: 'time-limit', ms: 1, limitMs: 1, output: { stdout: '', stderr: '', dropped: 0 } };
      expect(readOutcome({ ...report, traceback: { text: 'x', line } })).toMatchObject({ traceback: { text: 'x' } });
      expect(readOutcome({ ...report, traceback: { text: 'x', line } })).not.toHaveProperty('traceback.line');
    }
  });

  test('the name of an exception is cut to what a headline can hold', () => {
    const exception = {
      type: 'A'.repeat(1_000_000),
      message: 'm'.repeat(1_000_000),
      builtins: [],
      traceback: { text: '' },
    };
    const read = readOutcome({ kind: 'raised', ms: 1, output: { stdout: '', stderr: '', dropped: 0 }, exception });
    expect(read.kind === 'raised' && read.exception.type.length).toBe(200);
    expect(read.kind === 'raised' && read.exception.message.length).toBeLessThanOrEqual(4_000);
  });

  test('a text of any length is cut to one that a page can show', () => {
    const report = { kind: 'crashed', ms: 1, output: { stdout: 'x'.repeat(10_000_000), stderr: '', dropped: 0 } };
    expect(readOutcome({ ...report, message: '' }).output.stdout.length).toBeLessThanOrEqual(100_000);
  });

  test('fields that nobody asked for are left behind', () => {
    const report = { kind: 'crashed', ms: 1, output: { stdout: '', stderr: '', dropped: 0, more: 1 }, message: '' };
    expect(readOutcome({ ...report, verdict: 'Accepted' })).toEqual({
      kind: 'crashed',
      ms: 1,
      output: { stdout: '', stderr: '', dropped: 0 },
      message: '',
    });
  });
});
