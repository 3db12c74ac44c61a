/** Verdicts as judges name them. */
export type Verdict =
  | 'Accepted'
  | 'Wrong Answer'
  | 'Time Limit Exceeded'
  | 'Memory Limit Exceeded'
  | 'Runtime Error'
  | 'Output Limit Exceeded';

/** A value written as Python, cut to a readable length; `mark` is the half-open range of the first difference. */
export interface Rendering {
  readonly text: string;
  readonly mark?: readonly [start: number, end: number];
}

/** Where two values first differ: `path` as Python would index the returned value, such as `[3][0]`; '' is the whole. */
export interface Difference {
  readonly path: string;
  readonly message: string;
  /** How far off a float was, where both sides are numbers. */
  readonly offBy?: number;
  readonly expected: Rendering;
  readonly got: Rendering;
}

/** The candidate's own frames of a traceback, and where the editor should point. */
export interface Traceback {
  readonly text: string;
  /** 1-based; absent when no line of the candidate's is to blame. */
  readonly line?: number;
}

export interface Output {
  readonly stdout: string;
  readonly stderr: string;
  /** Characters that were printed but not kept. */
  readonly dropped: number;
}

export interface CaseResult {
  readonly index: number;
  readonly name: string;
  readonly edge: string;
  /** Name of the variant of the edge class, where the case has one. */
  readonly edgeVariant?: string;
  readonly verdict: Verdict;
  /** Time of the judged call alone, in ms. */
  readonly ms: number;
  /** One sentence: what went wrong. Absent for Accepted. */
  readonly message?: string;
  readonly expected?: Rendering;
  readonly got?: Rendering;
  readonly path?: string;
  readonly offBy?: number;
  readonly traceback?: Traceback;
  readonly output: Output;
}
