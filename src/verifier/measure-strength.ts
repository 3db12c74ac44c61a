import type { EquivalentMutant } from '#catalog/package.ts';
import type { Expected } from '#domain/outcome.ts';
import type { Case, Problem } from '#domain/problem.ts';
import { limitOf } from '#grading/grade.ts';
import type { Mutant } from '#runner/protocol.ts';
import { type Exam, type Parts, type Sitting, setExam, sitExam } from './exam.ts';
import type { Strength } from './verification.ts';

/** Small, so that an endless loop costs little; large cases need their time to make the arguments. */
const SMALL_FLOOR_MS = 150;

/** Runs every mutant of the reference against the suite. A mutant is killed by the first case that it does not pass. */
export async function measureStrength(
  parts: Parts,
  problem: Problem,
  listed: readonly EquivalentMutant[],
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Strength> {
  const mutants = await parts.runner.mutate({ source: problem.reference });
  const exam = await setExam(parts.expectations, problem);
  const isLarge = (index: number): boolean => problem.cases[index]?.edge === 'large';
  const killers = new Map<string, string>();
  let cases = cheapestFirst(exam);
  for (const [done, mutant] of mutants.entries()) {
    onProgress(done, mutants.length);
    const isListed = listed.some((one) => one.mutant === mutant.id);
    // A listed one is expected to live through everything: of the large cases, the cheapest has to do.
    const [, ...dear] = isListed ? cases.filter(isLarge) : [];
    const asked = cases.filter((index) => !dear.includes(index));
    const killer = await findKiller(parts, exam, asked, mutant, isListed);
    if (killer === null) continue;
    killers.set(mutant.id, problem.cases[killer]?.name ?? '');
    // What killed one mutant is likely to kill the next one too.
    if (!isLarge(killer)) cases = [killer, ...cases.filter((index) => index !== killer)];
  }
  return summariseMutants(mutants, killers, listed);
}

/** Counts, and checks the list of equivalent mutants against what was found. Pure. */
export function summariseMutants(
  mutants: readonly Mutant[],
  /** Mutant to the name of the case that killed it. */
  killers: ReadonlyMap<string, string>,
  listed: readonly EquivalentMutant[],
): Strength {
  const ids = new Set(mutants.map(({ id }) => id));
  const equivalents = new Set(listed.map(({ mutant }) => mutant));
  const complaints = listed.flatMap(({ mutant }) => {
    if (!ids.has(mutant)) return [`equivalent_mutants.yaml: there is no mutant "${mutant}"; remove the entry.`];
    const killer = killers.get(mutant);
    if (killer === undefined) return [];
    return [
      `equivalent_mutants.yaml: "${mutant}" is killed by the case "${killer}", so it is not equivalent; remove the entry.`,
    ];
  });
  const alive = [...ids].filter((id) => !killers.has(id));
  return {
    made: ids.size,
    equivalent: alive.filter((id) => equivalents.has(id)).length,
    killed: killers.size,
    survivors: alive.filter((id) => !equivalents.has(id)),
    complaints,
  };
}

/** The position of a case that kills the mutant, or null. */
async function findKiller(
  parts: Parts,
  exam: Exam,
  cases: readonly number[],
  { source }: Mutant,
  patient: boolean,
): Promise<number | null> {
  const { problem } = exam;
  const full = (_: Case, { referenceMs }: Expected): number => limitOf(problem.timeLimit, referenceMs);
  const quick = (one: Case, expected: Expected): number =>
    one.edge === 'large'
      ? full(one, expected)
      : limitOf({ ...problem.timeLimit, floorMs: SMALL_FLOOR_MS }, expected.referenceMs);
  const sitting: Sitting = { code: source, cases, limitFor: quick, stopAtFailure: true };
  // An entry of the list must not be called wrong because the machine was busy for a moment.
  const results = await sitExam(parts, exam, patient ? { ...sitting, limitFor: full } : sitting);
  return results.find(({ verdict }) => verdict !== 'Accepted')?.index ?? null;
}

function cheapestFirst({ problem, expected }: Exam): number[] {
  const cost = (index: number): number => expected[index]?.referenceMs ?? 0;
  return problem.cases.map((_, index) => index).sort((a, b) => cost(a) - cost(b));
}
