import type { ProblemPackage, Submission } from '#catalog/package.ts';
import type { Case, Problem } from '#domain/problem.ts';
import type { CaseResult } from '#domain/verdict.ts';
import { limitOf } from '#grading/grade.ts';
import { assessSubmission } from './assess-submission.ts';
import { checkInputs } from './check-inputs.ts';
import { type Parts, setExam } from './exam.ts';
import { measureStrength } from './measure-strength.ts';
import { emptyMemory, judgedPart, type Memory, noteCatchers, recall } from './memory.ts';
import type { SubmissionReport, Verification } from './verification.ts';

/**
 * Proves what the folder of a problem asserts: every submission is what its folder's name says, the inputs are valid and
 * the accepted solutions agree on them, and the suite notices faults put into the reference. That the reference passes
 * every case proves the expected values that are written down. `onProgress` gets short lines about what is being done.
 * What `memory` holds from an earlier call is not proved again.
 */
export async function verifyPackage(
  { problem, submissions, equivalentMutants }: ProblemPackage,
  parts: Parts,
  onProgress: (line: string) => void = () => undefined,
  memory: Memory = emptyMemory(),
): Promise<Verification> {
  const judged = judgedPart(problem);
  const reports: SubmissionReport[] = [];
  for (const submission of submissions) {
    const report = await recall(
      memory.reports,
      [judged, submission],
      async () => {
        onProgress(`${submission.kind}/${submission.file}`);
        return assessSubmission(submission, await gradeSubmission(parts, problem, submission, memory));
      },
      // What failed may have failed because the machine was busy.
      ({ state }) => state.kind !== 'refuted',
    );
    reports.push(report);
  }
  noteCatchers(memory, reports);

  const proven = reports.filter(({ state }) => state.kind === 'proven').map(({ submission }) => submission);
  const accepted = proven.filter(({ kind }) => kind === 'accepted');
  const inputs = await recall(
    memory.inputs,
    [judgedPart({ ...problem, cases: [] }), problem.inputs, accepted],
    () => {
      onProgress('inputs');
      return checkInputs(parts, problem, accepted);
    },
    (complaints) => complaints.length === 0,
  );

  const strength = await recall(memory.strengths, [judged, equivalentMutants], () =>
    measureStrength(parts, problem, equivalentMutants, (done, total) => {
      if (done % 10 === 0) onProgress(`mutants ${done}/${total}`);
    }),
  );
  return {
    id: problem.id,
    cases: problem.cases.length,
    edgeClasses: problem.edges.length,
    submissions: reports,
    inputs,
    strength,
  };
}

/**
 * Grades the cases that it takes to prove or refute what the folder says. Large cases are dear: they are left out where
 * the small ones already catch a wrong solution, and a slow one is waited for once, where its limit is lowest.
 */
async function gradeSubmission(
  { grader, expectations }: Parts,
  problem: Problem,
  submission: Submission,
  { catchers }: Memory,
): Promise<readonly CaseResult[]> {
  const grade = async (cases: readonly number[]): Promise<readonly CaseResult[]> => {
    const request = { problem, code: submission.source, cases, pristine: false };
    return (await grader.grade(request, { onResult: () => undefined })).results;
  };
  if (submission.kind === 'accepted') {
    // What the reference decides, it need not be asked again.
    const decides = ({ expectation }: Case) =>
      submission.source === problem.reference && expectation.kind === 'reference';
    return grade(positions(problem, (one) => !decides(one)));
  }
  const results = [...(await grade(positions(problem, (one) => !isLarge(one))))];
  if (assessSubmission(submission, results).state.kind !== 'refuted') return results;

  const { expected } = await setExam(expectations, problem);
  const catcher = catchers.get(`${submission.kind}/${submission.file}`);
  const referenceMs = (index: number): number => expected[index]?.referenceMs ?? 0;
  const limit = (index: number): number => limitOf(problem.timeLimit, referenceMs(index));
  const likely = (index: number): number => (problem.cases[index]?.name === catcher ? 0 : 1);
  // The one that caught it before goes first only among its equals: a dear one must not stay the first for ever.
  const byCost = (a: number, b: number): number =>
    limit(a) - limit(b) || likely(a) - likely(b) || referenceMs(a) - referenceMs(b);
  for (const index of positions(problem, isLarge).sort(byCost)) {
    results.push(...(await grade([index])));
    if (assessSubmission(submission, results).state.kind !== 'refuted') break;
  }
  return results;
}

function isLarge({ edge }: Case): boolean {
  return edge === 'large';
}

function positions({ cases }: Problem, wanted: (one: Case) => boolean): number[] {
  return cases.flatMap((one, index) => (wanted(one) ? [index] : []));
}
