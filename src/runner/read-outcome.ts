import type { ExceptionReport, Outcome, RejectionReason } from '#domain/outcome.ts';
import type { Output, Traceback } from '#domain/verdict.ts';

/**
 * Reads what a worker reported of one case. The candidate's code shares the interpreter that wrote the report, so every
 * field is checked; a report of any other shape counts as a crash of the candidate's.
 */
export function readOutcome(report: unknown): Outcome {
  return outcomeOf(report) ?? UNREADABLE;
}

/** What stands for a report that cannot be read. */
export const UNREADABLE: Outcome = {
  kind: 'crashed',
  ms: 0,
  output: { stdout: '', stderr: '', dropped: 0 },
  message: 'The report of this case could not be read: the code has changed the interpreter that runs it.',
};

/** Characters. What is longer is cut: the page shows it all. */
const MAX = { name: 200, message: 4_000, text: 100_000 };
const MAX_LINE = 1_000_000;
const MAX_CHANGED = 1_000;

function outcomeOf(report: unknown): Outcome | null {
  if (!isRecord(report)) return null;
  const { ms } = report;
  const output = outputOf(report.output);
  if (!isAmount(ms) || output === null) return null;
  const common = { ms, output };
  const message = text(report.message, MAX.message);
  const traceback = tracebackOf(report.traceback);
  switch (report.kind) {
    case 'returned': {
      const { value, changed } = report;
      if (!(value instanceof Uint8Array) || !isPositions(changed)) return null;
      return { kind: 'returned', ...common, value, changed };
    }
    case 'raised': {
      const exception = exceptionOf(report.exception);
      return exception && { kind: 'raised', ...common, exception };
    }
    case 'rejected': {
      const reason = REASONS.find((known) => known === report.reason);
      if (reason === undefined || message === null || traceback === null) return null;
      return { kind: 'rejected', ...common, reason, message, traceback };
    }
    case 'time-limit': {
      const { limitMs } = report;
      if (!isAmount(limitMs) || traceback === null) return null;
      return { kind: 'time-limit', ...common, limitMs, traceback };
    }
    case 'memory-limit':
      return message === null || traceback === null ? null : { kind: 'memory-limit', ...common, message, traceback };
    case 'output-limit':
    case 'crashed':
    case 'bad-arguments':
      return message === null ? null : { kind: report.kind, ...common, message };
    default:
      return null;
  }
}

const REASONS: readonly RejectionReason[] = ['syntax', 'import', 'missing-entry', 'arity', 'exit'];

function exceptionOf(value: unknown): ExceptionReport | null {
  if (!isRecord(value)) return null;
  const type = text(value.type, MAX.name);
  const message = text(value.message, MAX.message);
  const traceback = tracebackOf(value.traceback);
  const { builtins } = value;
  if (type === null || message === null || traceback === null || !isNames(builtins)) return null;
  return { type, message, builtins, traceback };
}

function tracebackOf(value: unknown): Traceback | null {
  if (!isRecord(value)) return null;
  const lines = text(value.text);
  if (lines === null) return null;
  return isLine(value.line) ? { text: lines, line: value.line } : { text: lines };
}

function outputOf(value: unknown): Output | null {
  if (!isRecord(value)) return null;
  const stdout = text(value.stdout);
  const stderr = text(value.stderr);
  const { dropped } = value;
  return stdout === null || stderr === null || !isAmount(dropped) ? null : { stdout, stderr, dropped };
}

function text(value: unknown, max = MAX.text): string | null {
  return typeof value === 'string' ? value.slice(0, max) : null;
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isLine(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAX_LINE;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isPositions(value: unknown): value is number[] {
  return (
    Array.isArray(value) && value.length <= MAX_CHANGED && value.every((item) => Number.isInteger(item) && item >= 0)
  );
}

function isNames(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.length <= MAX.name &&
    value.every((item) => typeof item === 'string' && item.length <= MAX.name)
  );
}
