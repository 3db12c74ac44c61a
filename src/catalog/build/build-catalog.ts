import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '#domain/plan.ts';
import type { Difficulty, Problem, ProblemSummary, WrongSolution } from '#domain/problem.ts';
import type { RubricItem } from '#domain/rubric.ts';
import type { EdgeClasses, Submission } from '../package.ts';
import { importsNumpy } from '../parse-submissions.ts';
import { listProblemIds, loadPackage, loadPlans, loadShared, loadStrengths } from './load.ts';

export interface BuiltCatalog {
  readonly problems: readonly Problem[];
  readonly edgeClasses: EdgeClasses;
  readonly plans: readonly Plan[];
  readonly rubric: readonly RubricItem[];
  /** Problem id to the solutions of it that are known to be wrong. */
  readonly wrongSolutions: ReadonlyMap<string, readonly WrongSolution[]>;
  /** Problem id to the path of its `checker.ts`. */
  readonly checkers: ReadonlyMap<string, string>;
}

const difficulties: readonly Difficulty[] = ['easy', 'medium', 'hard'];

/** All problems, sorted for the list. Rejects with every complaint about every folder, and about the plans, when any is broken. */
export async function buildCatalog(problemsDir: string): Promise<BuiltCatalog> {
  const shared = await loadShared(problemsDir);
  const { edgeNames, rubric } = shared;
  const strengths = await loadStrengths(problemsDir);
  const problems: Problem[] = [];
  const checkers = new Map<string, string>();
  const wrongSolutions = new Map<string, readonly WrongSolution[]>();
  const complaints: string[] = [];
  for (const id of await listProblemIds(problemsDir)) {
    const parsed = await loadPackage(problemsDir, id, shared);
    if (parsed.kind === 'broken') {
      complaints.push(...parsed.complaints.map((complaint) => `${id}/${complaint}`));
      continue;
    }
    const strength = strengths[id];
    problems.push(strength === undefined ? parsed.package.problem : { ...parsed.package.problem, strength });
    wrongSolutions.set(id, parsed.package.submissions.flatMap(asWrongSolution));
    const checker = join(problemsDir, id, 'checker.ts');
    if (existsSync(checker)) checkers.set(id, checker);
  }
  const plans = await loadPlans(problemsDir);
  if (plans.kind === 'broken') complaints.push(...plans.complaints);
  if (complaints.length > 0 || plans.kind === 'broken')
    throw new Error(`These problems are not complete:\n${complaints.join('\n')}`);
  return {
    problems: problems.sort(compareProblems),
    edgeClasses: edgeNames.classes,
    plans: plans.plans,
    rubric,
    wrongSolutions,
    checkers,
  };
}

/** Those that need a package are left out: they would be loaded for a count in the background. */
function asWrongSolution({ kind, what, source }: Submission): WrongSolution[] {
  return kind === 'wrong_answer' && !importsNumpy(source) ? [{ what, source }] : [];
}

/** What the problem list needs of a problem, without its prose and cases. */
export function summarise(problem: Problem): ProblemSummary {
  const { id, title, difficulty, topics, edges, edgeVariants, caseCount, strength } = problem;
  const summary = { id, title, difficulty, topics, edges, caseCount };
  return {
    ...summary,
    ...(edgeVariants === undefined ? {} : { edgeVariants }),
    ...(strength === undefined ? {} : { strength }),
  };
}

/** By category, then from easy to hard, then by title. */
function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.topics[0] ?? '', b.topics[0] ?? '') ||
    difficulties.indexOf(a.difficulty) - difficulties.indexOf(b.difficulty) ||
    compareText(a.title, b.title)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
