import type { Submission } from '#catalog/package.ts';
import { importsNumpy } from '#catalog/parse-submissions.ts';
import type { CaseResult } from '#domain/verdict.ts';
import { type SubmissionReport, writtenEdge } from './verification.ts';

/** Whether a submission's results are what its folder says of it. Pure. */
export function assessSubmission(submission: Submission, results: readonly CaseResult[]): SubmissionReport {
  const failed = results.filter(({ verdict }) => verdict !== 'Accepted');
  const isOwn = (result: CaseResult): boolean => writtenEdge(result) === submission.edge;
  const report = { submission, failed: [...failed.filter(isOwn), ...failed.filter((result) => !isOwn(result))] };
  if (lacksNumpy(submission, results)) {
    return { submission, failed: [], state: { kind: 'skipped', why: 'numpy is not installed' } };
  }
  const complaints = complaintsAbout(submission, results, failed);
  return { ...report, state: complaints.length === 0 ? { kind: 'proven' } : { kind: 'refuted', complaints } };
}

function complaintsAbout(
  submission: Submission,
  results: readonly CaseResult[],
  failed: readonly CaseResult[],
): string[] {
  switch (submission.kind) {
    case 'accepted':
      return failed.map((result) => `is not accepted: ${tell(result)}`);
    case 'wrong_answer':
      return missingFailure(submission.edge, failed, 'fails');
    case 'run_time_error':
      return missingFailure(
        submission.edge,
        failed.filter(({ verdict }) => verdict === 'Runtime Error'),
        'has a Runtime Error',
      );
    case 'time_limit_exceeded':
      return slowComplaints(results, failed);
  }
}

function missingFailure(edge: string | undefined, failed: readonly CaseResult[], verb: string): string[] {
  const [first] = failed;
  if (first === undefined) return [`${verb} in no case`];
  if (failed.some((result) => writtenEdge(result) === edge)) return [];
  return [`${verb} in no case of the class "${edge}" that it names, but here: ${tell(first)}`];
}

function slowComplaints(results: readonly CaseResult[], failed: readonly CaseResult[]): string[] {
  const exceeds = ({ edge, verdict }: CaseResult) => edge === 'large' && verdict === 'Time Limit Exceeded';
  const elsewhere = failed
    .filter((result) => !exceeds(result))
    .map((result) => `must only exceed the time limit of large cases: ${tell(result)}`);
  if (failed.some(exceeds)) return elsewhere;
  const slowest = Math.max(0, ...results.map(({ ms }) => ms));
  return [...elsewhere, `exceeds the time limit in no large case (its slowest took ${Math.round(slowest)} ms)`];
}

/** One failure in a line: where, what, and how. */
export function tell(result: CaseResult): string {
  const { name, verdict, message, expected, got } = result;
  const values = expected !== undefined && got !== undefined ? `expected ${expected.text}, got ${got.text}` : '';
  return `${name} (${writtenEdge(result)}): ${[verdict, message, values].filter((part) => part !== undefined && part !== '').join('; ')}`;
}

/** Whether nothing was found out because the interpreter has no numpy. */
function lacksNumpy({ source }: Submission, results: readonly CaseResult[]): boolean {
  return (
    importsNumpy(source) &&
    results.length > 0 &&
    results.every(({ verdict, message }) => verdict === 'Runtime Error' && message?.includes('numpy') === true)
  );
}
