import { type Submission, type SubmissionKind, submissionKinds } from './package.ts';

const kindsWithEdge: readonly SubmissionKind[] = ['wrong_answer', 'run_time_error'];

/** Reads `submissions/<kind>/<file>.py`, sorted by path; what is wrong with them is added to `complaints`. */
export function parseSubmissions(
  files: Readonly<Record<string, string>>,
  caseEdges: ReadonlySet<string>,
  complaints: string[],
): Submission[] {
  const submissions: Submission[] = [];
  for (const path of Object.keys(files).sort()) {
    const place = /^submissions\/([^/]+)\/([^/]+\.py)$/.exec(path);
    const kind = submissionKinds.find((name) => name === place?.[1]);
    const file = place?.[2];
    if (kind === undefined || file === undefined) continue;
    const source = files[path] ?? '';
    const [what = '', second = ''] = docstringLines(source);
    const edge = /^edge: (\S+)$/.exec(second)?.[1];
    submissions.push({ kind, file, source, what, ...(edge === undefined ? {} : { edge }) });

    if (kind !== 'accepted' && what === '') {
      complaints.push(`${path}: write a docstring first, whose first line says what is wrong with this solution.`);
    } else if (kindsWithEdge.includes(kind) && edge === undefined) {
      complaints.push(`${path}: write "edge: <edge class>" as the second line of the docstring.`);
    }
    if (edge !== undefined && !caseEdges.has(edge)) {
      complaints.push(`${path}: no case has the edge class "${edge}" that the docstring names.`);
    }
  }
  checkNumbers(submissions, complaints);
  return submissions;
}

/** The first accepted solution in alphabetical order. */
export function findReference(submissions: readonly Submission[]): Submission | undefined {
  return submissions.find(({ kind }) => kind === 'accepted');
}

export function importsNumpy(source: string): boolean {
  return /^\s*(import|from)\s+numpy\b/m.test(source);
}

function checkNumbers(submissions: readonly Submission[], complaints: string[]): void {
  const count = (kind: SubmissionKind) => submissions.filter((submission) => submission.kind === kind).length;
  if (count('accepted') < 2) {
    complaints.push(
      `submissions/accepted: write at least 2 solutions of different approaches; there are ${count('accepted')}.`,
    );
  }
  if (count('wrong_answer') < 5) {
    complaints.push(`submissions/wrong_answer: write at least 5 wrong solutions; there are ${count('wrong_answer')}.`);
  }
  const reference = findReference(submissions);
  if (reference !== undefined && importsNumpy(reference.source)) {
    complaints.push(
      `submissions/accepted/${reference.file}: this file sorts first and so is the reference, which must do without numpy; rename one of the files.`,
    );
  }
}

function docstringLines(source: string): string[] {
  const docstring = /^(?:\s|#.*\n)*[rR]?("""|''')([\s\S]*?)\1/.exec(source)?.[2] ?? '';
  return docstring
    .trim()
    .split('\n')
    .map((line) => line.trim());
}
