import type { Case, Problem } from './problem.ts';
import type { CaseResult } from './verdict.ts';

export interface ReportFacts {
  readonly problem: Problem;
  readonly item: Case;
  readonly result: CaseResult | undefined;
  /** The code that the result is of. */
  readonly code: string;
  readonly pythonVersion: string;
  readonly browser: string;
}

/** A text for whoever looks after the problems: everything that is needed to see whether a case is wrong. */
export async function reportText(facts: ReportFacts): Promise<string> {
  const { problem, item, result, code, pythonVersion, browser } = facts;
  const { expectation } = item;
  const stated =
    expectation.kind === 'value'
      ? expectation.source
      : expectation.kind === 'raises'
        ? `raises ${expectation.exception}`
        : 'what the reference returns';
  const lines = [
    `Problem: ${problem.id} (${problem.title})`,
    `Case: ${item.name} (${item.edge})`,
    ...item.earlier.map((args) => `Called before: ${problem.entry}(${args})`),
    `Call: ${problem.entry}(${item.args})`,
    `Expected: ${stated}`,
    `Rule: ${JSON.stringify(problem.comparison)}`,
    `Verdict: ${result?.verdict ?? 'not run'}`,
    ...(result?.got === undefined ? [] : [`Got: ${result.got.text}`]),
    ...(result?.message === undefined ? [] : [`Message: ${result.message}`]),
    `Why the case is there: ${item.why}`,
    `Code: ${await hashOf(code)}`,
    `Python ${pythonVersion}; ${browser}`,
    '',
    'Why I think it is wrong:',
    '',
  ];
  return lines.join('\n');
}

/** Tells whether two reports are about the same code, without giving it away. */
async function hashOf(code: string): Promise<string> {
  const bytes = new TextEncoder().encode(code);
  // Pages that are not secure have no digest.
  if (!('subtle' in crypto)) return `${bytes.length} bytes`;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256 ${Array.from(digest.slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')}, ${bytes.length} bytes`;
}
