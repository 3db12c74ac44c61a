import type { Problem } from '#domain/problem.ts';
import type { CaseResult, Verdict } from '#domain/verdict.ts';
import type { GradeEnd, GradeOptions, GradeRequest, Grader } from '#grading/grader.ts';

export interface FakeGrade {
  readonly request: GradeRequest;
  readonly signal: AbortSignal | undefined;
  start(index: number): void;
  give(index: number, verdict: Verdict, more?: Partial<CaseResult>): void;
  /** Ends with what was given. */
  finish(): Promise<void>;
  endStopped(line?: number): Promise<void>;
  fail(message: string): Promise<void>;
}

export interface FakeGrader extends Grader {
  readonly grades: readonly FakeGrade[];
  readonly prepared: readonly string[];
  latest(): FakeGrade;
}

/** A grader that does what the test says, when the test says so. */
export function createFakeGrader(): FakeGrader {
  const grades: FakeGrade[] = [];
  const prepared: string[] = [];
  return {
    grades,
    prepared,
    latest() {
      const last = grades.at(-1);
      if (last === undefined) throw new Error('Nothing was graded.');
      return last;
    },
    prepare: (problem: Problem) => void prepared.push(problem.id),
    grade: (request, options) =>
      new Promise((resolve, reject) => void grades.push(fakeGrade(request, options, resolve, reject))),
  };
}

function fakeGrade(
  request: GradeRequest,
  options: GradeOptions,
  resolve: (end: GradeEnd) => void,
  reject: (error: Error) => void,
): FakeGrade {
  const results: CaseResult[] = [];
  /** Lets those who wait for the grade act on its end. */
  const settled = () => new Promise<void>((done) => setTimeout(done));
  return {
    request,
    signal: options.signal,
    start: (index) => options.onCaseStarted?.(index),
    give(index, verdict, more = {}) {
      const item = request.problem.cases[index];
      if (item === undefined) throw new Error(`There is no case ${index}.`);
      const output = { stdout: '', stderr: '', dropped: 0 };
      const result: CaseResult = { index, name: item.name, edge: item.edge, verdict, ms: 1, output, ...more };
      results.push(result);
      options.onResult(result);
    },
    finish() {
      const verdict = results.find((result) => result.verdict !== 'Accepted')?.verdict ?? 'Accepted';
      resolve({ kind: 'graded', verdict, results });
      return settled();
    },
    endStopped(line) {
      resolve({ kind: 'stopped', results, ...(line !== undefined && { line }) });
      return settled();
    },
    fail(message) {
      reject(new Error(message));
      return settled();
    },
  };
}
