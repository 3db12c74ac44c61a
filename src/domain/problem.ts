import type { Picture } from './picture.ts';
import type { RubricPhrases } from './rubric.ts';

export type Difficulty = 'easy' | 'medium' | 'hard';

/** How a returned value is compared with the expected one. Tolerances are those of Python's `math.isclose`. */
export type ComparisonRule =
  | { readonly rule: 'exact' }
  | { readonly rule: 'float'; readonly rel: number; readonly abs: number }
  /** A list whose order does not matter (a multiset); elements compare by `of`. */
  | { readonly rule: 'unordered'; readonly of: ComparisonRule }
  /** A sequence of fixed length, each position with a rule of its own. */
  | { readonly rule: 'each'; readonly items: readonly ComparisonRule[] }
  /** The problem's own `checker.ts` decides. */
  | { readonly rule: 'checker' };

/** What a case asks for. Sources are Python expressions, shown as they stand. */
export type Expectation =
  | { readonly kind: 'value'; readonly source: string }
  /** Too large to write down: what the first accepted solution returns. */
  | { readonly kind: 'reference' }
  | { readonly kind: 'raises'; readonly exception: string };

/** A narrower name within an edge class, such as `top-tie-group` within `ties`, and one sentence on it. */
export interface EdgeVariant {
  readonly name: string;
  readonly means: string;
}

export interface Case {
  readonly name: string;
  /** The edge class, one of the names in `problems/edge-classes.yaml` that all problems share. */
  readonly edge: string;
  /** The variant of the class that this case shows, where it has a narrower name. */
  readonly variant?: EdgeVariant;
  /** The arguments of the call: a Python argument list without its parentheses. */
  readonly args: string;
  /** Argument lists of calls that the same module has answered before the one that is judged. */
  readonly earlier: readonly string[];
  /** Whether the arguments must be unchanged after the call. */
  readonly unchanged: boolean;
  readonly expectation: Expectation;
  /** Samples are shown before submitting, and are what Run runs. */
  readonly sample: boolean;
  readonly why: string;
}

/** The time limit of a case is `factor` times what the reference takes on the same machine, but at least `floorMs`. */
export interface TimeLimit {
  readonly factor: number;
  readonly floorMs: number;
}

/** What the problem list needs to know. */
export interface ProblemSummary {
  readonly id: string;
  readonly title: string;
  readonly difficulty: Difficulty;
  readonly topics: readonly string[];
  /** The edge classes of its cases. */
  readonly edges: readonly string[];
  /** The narrower names of its cases; absent where there are none. */
  readonly edgeVariants?: readonly string[];
  readonly caseCount: number;
  /** Test strength: the share, in whole percent, of faults put into the reference that the suite catches. */
  readonly strength?: number;
}

export interface Hint {
  readonly title: string;
  readonly html: string;
}

/** A problem as the workbench and the judge use it. Prose is HTML made from our own Markdown when the page was built. */
export interface Problem extends ProblemSummary {
  /** The name of the function that the candidate writes. */
  readonly entry: string;
  readonly signature: string;
  readonly comparison: ComparisonRule;
  readonly timeLimit: TimeLimit;
  readonly followUps: readonly string[];
  readonly statementHtml: string;
  readonly starter: string;
  readonly cases: readonly Case[];
  readonly hints: readonly Hint[];
  readonly editorialHtml: string;
  /** Python source of `inputs.py`: `generate(rng, size)` and `validate(*args)`. */
  readonly inputs: string;
  /** Python source of the first accepted solution. */
  readonly reference: string;
  /** Drawn with a failed case; absent where no picture says more than the numbers. */
  readonly picture?: Picture;
  /** What the problem adds to the rubric's phrases; absent where it adds nothing. */
  readonly rubricPhrases?: RubricPhrases;
}

/** One of a problem's own solutions that are known to be wrong. */
export interface WrongSolution {
  /** One sentence: what is wrong with it. */
  readonly what: string;
  readonly source: string;
}
