import type { ExceptionReport, Outcome, RejectionReason } from '#domain/outcome.ts';
import type { Output, Traceback } from '#domain/verdict.ts';

/**
 * Reads what a worker reported of one case. The candidate's code shares the interpreter that wrote the report, so every
 * field is checked; a report of any other shape counts as a crash of the candidate's.
 */
export function readOutcome(report: unknown): Outcome {
  return outcomeOf(report) ?? { kind: 'crashed', ms: 0, output: NO_OUTPUT, message: UNREADABLE };
}

const NO_OUTPUT: Output = { stdout: '', stderr: '', dropped: 0 };
const UNREADABLE = 'The report of this case could not be read: the code has changed the interpreter that runs it.';
const MAX_TEXT = 100_000;

function outcomeOf(report: unknown): Outcome | null {
  if (!isRecord(report)) return null;
  const { ms } = report;
  const output = outputOf(report.output);
  if (typeof ms !== 'number' || output === null) return null;
  const common = { ms, output };
  const message = text(report.message);
  const traceback = tracebackOf(report.traceback);
  switch (report.kind) {
    case 'returned': {
      const { value, changed } = report;
      if (!(value instanceof Uint8Array) || !isNumberArray(changed)) return null;
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
      if (typeof limitMs !== 'number' || traceback === null) return null;
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
  const type = text(value.type);
  const message = text(value.message);
  const traceback = tracebackOf(value.traceback);
  const { builtins } = value;
  if (type === null || message === null || traceback === null || !isTextArray(builtins)) return null;
  return { type, message, builtins, traceback };
}

function tracebackOf(value: unknown): Traceback | null {
  if (!isRecord(value)) return null;
  const lines = text(value.text);
  if (lines === null) return null;
  return typeof value.line === 'number' ? { text: lines, line: value.line } : { text: lines };
}

function outputOf(value: unknown): Output | null {
  if (!isRecord(value)) return null;
  const stdout = text(value.stdout);
  const stderr = text(value.stderr);
  const { dropped } = value;
  return stdout === null || stderr === null || typeof dropped !== 'number' ? null : { stdout, stderr, dropped };
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value.slice(0, MAX_TEXT) : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isNumberArray(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number');
}

function isTextArray(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
