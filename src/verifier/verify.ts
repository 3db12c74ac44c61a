import type { ProblemPackage, Submission } from '#catalog/package.ts';
import type { Problem } from '#domain/problem.ts';
import type { CaseResult } from '#domain/verdict.ts';
import type { Grader } from '#grading/grader.ts';
import { assessSubmission } from './assess-submission.ts';
import { checkInputs } from './check-inputs.ts';
import type { Parts } from './exam.ts';
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
        return assessSubmission(submission, await gradeSubmission(parts.grader, problem, submission, memory));
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
 * the small ones already catch a wrong solution, and a slow one need not be waited for twice.
 */
async function gradeSubmission(
  grader: Grader,
  problem: Problem,
  submission: Submission,
  { catchers }: Memory,
): Promise<readonly CaseResult[]> {
  const grade = async (cases: readonly number[]): Promise<readonly CaseResult[]> => {
    const request = { problem, code: submission.source, cases, pristine: false };
    return (await grader.grade(request, { onResult: () => undefined })).results;
  };
  const isLarge = (index: number): boolean => problem.cases[index]?.edge === 'large';
  const all = problem.cases.map((_, index) => index);
  if (submission.kind === 'accepted') return grade(all);

  const results = [...(await grade(all.filter((index) => !isLarge(index))))];
  const catcher = catchers.get(`${submission.kind}/${submission.file}`);
  const likely = (index: number): number => (problem.cases[index]?.name === catcher ? 0 : 1);
  for (const index of all.filter(isLarge).sort((a, b) => likely(a) - likely(b))) {
    if (assessSubmission(submission, results).state.kind !== 'refuted') break;
    results.push(...(await grade([index])));
  }
  return results;
}
