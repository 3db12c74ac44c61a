/** What the verifier finds out about one problem. */
import type { Submission } from '#catalog/package.ts';
import type { CaseResult } from '#domain/verdict.ts';

/** The name that the suite gives a case's trap: the variant of the edge class where it has one. */
export function writtenEdge({ edge, edgeVariant }: CaseResult): string {
  return edgeVariant ?? edge;
}

/** Whether a submission is what its folder says. */
export type SubmissionState =
  | { readonly kind: 'proven' }
  | { readonly kind: 'skipped'; readonly why: string }
  | { readonly kind: 'refuted'; readonly complaints: readonly string[] };

export interface SubmissionReport {
  readonly submission: Submission;
  readonly state: SubmissionState;
  /** The cases that it does not pass; those of the edge class that it names come first. */
  readonly failed: readonly CaseResult[];
}

export interface Strength {
  readonly made: number;
  /** Listed as equivalent and indeed alive. */
  readonly equivalent: number;
  readonly killed: number;
  /** Ids of the mutants that the suite does not notice. */
  readonly survivors: readonly string[];
  /** Entries of equivalent_mutants.yaml that name a mutant which does not exist, or which a case kills. */
  readonly complaints: readonly string[];
}

export interface Verification {
  readonly id: string;
  readonly cases: number;
  readonly edgeClasses: number;
  readonly submissions: readonly SubmissionReport[];
  /** Complaints about `inputs.py`, and about accepted solutions that disagree on its inputs. */
  readonly inputs: readonly string[];
  readonly strength: Strength;
}

/** Share of the mutants that could be killed and were, in whole percent; rounded down, so that 100 means all. */
export function strengthPercent({ made, equivalent, killed }: Strength): number {
  const killable = made - equivalent;
  return killable <= 0 ? 100 : Math.floor((killed / killable) * 100);
}

/** Everything that keeps the problem from being sound, as sentences. Survivors are no defect: the strength tells them. */
export function complaintsOf({ submissions, inputs, strength }: Verification): string[] {
  const refuted = submissions.flatMap(({ submission: { kind, file }, state }) =>
    state.kind === 'refuted' ? state.complaints.map((complaint) => `${kind}/${file}: ${complaint}`) : [],
  );
  return [...refuted, ...inputs, ...strength.complaints];
}
