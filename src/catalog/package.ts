import type { Problem } from '#domain/problem.ts';

/** The folders of submissions; each name is an assertion about what is in it. */
export const submissionKinds = ['accepted', 'wrong_answer', 'time_limit_exceeded', 'run_time_error'] as const;
export type SubmissionKind = (typeof submissionKinds)[number];

export interface Submission {
  readonly kind: SubmissionKind;
  /** File name, without the folder. */
  readonly file: string;
  readonly source: string;
  /** First line of its docstring. */
  readonly what: string;
  /** The edge class, or the variant of one, whose cases must catch it. */
  readonly edge?: string;
}

/** A mutant of the reference that no input can tell from it. */
export interface EquivalentMutant {
  readonly mutant: string;
  readonly why: string;
}

/** Everything in a problem's folder: what the app ships, and what only proves that the problem is sound. */
export interface ProblemPackage {
  readonly problem: Problem;
  readonly submissions: readonly Submission[];
  readonly equivalentMutants: readonly EquivalentMutant[];
}

export type Parsed =
  | { readonly kind: 'parsed'; readonly package: ProblemPackage }
  /** Each complaint is a plain sentence that names the file, the place in it, and what to write instead. */
  | { readonly kind: 'broken'; readonly complaints: readonly string[] };

/** Edge classes: name to the sentence that explains it. */
export type EdgeClasses = Readonly<Record<string, string>>;

/** What `edge-classes.yaml` holds. */
export interface EdgeNames {
  readonly classes: EdgeClasses;
  /** Narrower names, each with the class that it belongs to and a sentence of its own. */
  readonly variants: Readonly<Record<string, { readonly edge: string; readonly means: string }>>;
}
