import type { SubmissionKind } from '#catalog/package.ts';
import {
  complaintsOf,
  type SubmissionReport,
  strengthPercent,
  type Verification,
  writtenEdge,
} from './verification.ts';

const columns = [
  'cases',
  'edge classes',
  'accepted ok',
  'wrong killed',
  'slow stopped',
  'generator',
  'strength',
] as const;
const caughtKinds: readonly SubmissionKind[] = ['wrong_answer', 'run_time_error'];

/** The heading of the table; `ids` decide the width of the first column. */
export function tableHead(ids: readonly string[]): string {
  return [pad('problem', ids), ...columns].join('  ');
}

/**
 * One row, and below it a line for each wrong solution with the case that caught it (with `verbose`: all such cases),
 * and a line for each solution that was skipped.
 */
export function tableRow(verification: Verification, ids: readonly string[], verbose: boolean): string {
  const { id, cases, edgeClasses, submissions, inputs, strength } = verification;
  const cells = [
    `${cases}`,
    `${edgeClasses}`,
    share(submissions, ['accepted']),
    share(submissions, caughtKinds),
    share(submissions, ['time_limit_exceeded']),
    inputs.length === 0 ? 'ok' : 'not ok',
    `${strengthPercent(strength)}%`,
  ];
  const row = [pad(id, ids), ...cells.map((cell, i) => cell.padStart(columns[i]?.length ?? 0))].join('  ');
  return [row, ...submissions.flatMap((report) => submissionLines(report, verbose))].join('\n');
}

/** What failed, and how strong the suite is, problem by problem. Empty when there is nothing to say. */
export function tableDetails(verifications: readonly Verification[]): string {
  return verifications
    .flatMap((verification) => {
      const { id, strength } = verification;
      const lines = complaintsOf(verification).map((complaint) => `  ${complaint}`);
      const survivors = strength.survivors.map((mutant) => `    ${mutant}`);
      if (survivors.length > 0) lines.push(`  ${survivors.length} of ${strength.made} mutants survive:`, ...survivors);
      return lines.length === 0 ? [] : [`\n${id}`, ...lines];
    })
    .join('\n');
}

function submissionLines({ submission, state, failed }: SubmissionReport, verbose: boolean): string[] {
  const file = `  ${submission.kind}/${submission.file}`;
  if (state.kind === 'skipped') return [`${file}  skipped: ${state.why}`];
  if (!caughtKinds.includes(submission.kind)) return [];
  const [first] = failed;
  if (first === undefined) return [`${file} -> no case`];
  const where = failed.map((result) => `${result.name} (${writtenEdge(result)})`);
  if (!verbose) return [`${file} -> ${where[0]}${where.length > 1 ? `, and ${where.length - 1} more` : ''}`];
  return [`${file} ->`, ...where.map((line) => `      ${line}`)];
}

/** `5/5`: how many are what their folder says; what was skipped is left out. */
function share(reports: readonly SubmissionReport[], kinds: readonly SubmissionKind[]): string {
  const tried = reports.filter(({ submission, state }) => kinds.includes(submission.kind) && state.kind !== 'skipped');
  return `${tried.filter(({ state }) => state.kind === 'proven').length}/${tried.length}`;
}

function pad(text: string, ids: readonly string[]): string {
  return text.padEnd(Math.max('problem'.length, ...ids.map(({ length }) => length)));
}
