import type { Problem } from '#domain/problem.ts';
import type { CaseResult, Verdict } from '#domain/verdict.ts';
import type { Grader } from '#grading/grader.ts';
import { writtenEdge } from './verification.ts';

export interface GradedFile {
  /** The path as it was given. */
  readonly file: string;
  readonly verdict: Verdict;
  readonly results: readonly CaseResult[];
}

/** Grades a solution as Submit does: every case, on an interpreter that has run no other solution. */
export async function gradeFile(grader: Grader, problem: Problem, file: string, code: string): Promise<GradedFile> {
  const end = await grader.grade({ problem, code, pristine: true }, { onResult: () => undefined });
  if (end.kind === 'stopped') throw new Error(`grading ${file} was stopped`);
  return { file, verdict: end.verdict, results: end.results };
}

/**
 * One line of JSON: `{ problem, file, verdict, cases: [{ name, edge, class, verdict, ms, expected?, got?, path?,
 * message? }] }`; `edge` is the name that stands in cases.yaml and `class` the edge class that it belongs to; `expected`
 * and `got` are Python, cut to a readable length.
 */
export function gradeAsJson(problem: string, { file, verdict, results }: GradedFile): string {
  const cases = results.map((result) => ({
    name: result.name,
    edge: writtenEdge(result),
    class: result.edge,
    verdict: result.verdict,
    ms: result.ms,
    expected: result.expected?.text,
    got: result.got?.text,
    path: result.path,
    message: result.message,
  }));
  return JSON.stringify({ problem, file, verdict, cases });
}

/** A table of the cases; of the first that failed everything is told. */
export function gradeAsText({ file, verdict, results }: GradedFile): string {
  const passed = results.filter((result) => result.verdict === 'Accepted').length;
  const width = Math.max(...results.map((result) => writtenEdge(result).length));
  const rows = results.map((result) => {
    const { name, verdict, ms } = result;
    return `  ${writtenEdge(result).padEnd(width)}  ${verdict.padEnd('Memory Limit Exceeded'.length)}  ${ms.toFixed(1).padStart(9)} ms  ${name}`;
  });
  const failure = results.find((result) => result.verdict !== 'Accepted');
  const heading = `${file}: ${verdict}, ${passed} of ${results.length} cases accepted`;
  return [heading, ...rows, ...(failure === undefined ? [] : ['', ...tellFailure(failure)])].join('\n');
}

function tellFailure(failure: CaseResult): string[] {
  const { name, verdict, message, expected, got, path, traceback, output } = failure;
  const lines = [`  ${name} (${writtenEdge(failure)}): ${verdict}`];
  if (message !== undefined) lines.push(`  ${message}`);
  if (expected !== undefined) lines.push(`  expected  ${expected.text}`);
  if (got !== undefined) lines.push(`  got       ${got.text}`);
  if (path !== undefined && path !== '') lines.push(`  first difference at ${path}`);
  if (traceback !== undefined && traceback.text !== '') lines.push(indent(traceback.text));
  if (output.stdout !== '') lines.push('  printed:', indent(output.stdout));
  return lines;
}

function indent(text: string): string {
  return text.trimEnd().replace(/^/gm, '    ');
}
