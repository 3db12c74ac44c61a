/** The page that the benchmark drives: Edgewise's own runner and grader beside a bare Pyodide, side by side. */
import { loadProblem, problems } from '#catalog/catalog.ts';
import type { Problem } from '#domain/problem.ts';
import { createGrader } from '#grading/grade.ts';
import type { Grader } from '#grading/grader.ts';
import { createWorkerJudge } from '#grading/judge-browser.ts';
import { createBrowserRunner } from '#runner/browser.ts';
import type { Runner } from '#runner/runner.ts';
import type { BareAnswer, BareRequest } from './bare.worker.ts';

interface Edgewise {
  readonly runner: Runner;
  readonly grader: Grader;
}

export interface BenchPage {
  readonly ids: readonly string[];
  /** A visit like any other, until all of it has settled: after it the browser has what it keeps of Python. */
  visit(): Promise<void>;
  /** ms from nothing to a Python that answers. */
  bootEdgewise(): Promise<number>;
  bootBare(): Promise<number>;
  /** ms for the first 16 cases that are not large, from the call to the last verdict; and for the same calls, bare. */
  smallCases(id: string): Promise<{ edgewise: number; bare: number; cases: number }>;
  /** Own ms of the large cases' calls, summed. */
  largeCases(id: string): Promise<{ edgewise: number; bare: number; python: string } | null>;
  /** ms from Stop to the end of the run, and from there until the next run's first case starts. */
  stop(body: string): Promise<{ toVerdict: number; toNextRun: number }>;
  /** Bytes of page and workers after `runs` more runs; null where the browser does not tell. */
  heapAfter(runs: number): Promise<number | null>;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
  interface Performance {
    measureUserAgentSpecificMemory?(): Promise<{ bytes: number }>;
  }
}

function startEdgewise(): Edgewise {
  const runner = createBrowserRunner();
  return { runner, grader: createGrader({ runner, judge: createWorkerJudge() }) };
}

function ready({ runner }: Edgewise): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (runner.state().kind === 'ready') resolve();
    };
    runner.subscribe(look);
    runner.boot();
    look();
  });
}

let shared: Promise<Edgewise> | null = null;
async function edgewise(): Promise<Edgewise> {
  shared ??= (async () => {
    const made = startEdgewise();
    await ready(made);
    return made;
  })();
  return shared;
}

function startBare(): (request: BareRequest) => Promise<BareAnswer> {
  const worker = new Worker(new URL('./bare.worker.ts', import.meta.url), { type: 'module' });
  return (request) =>
    new Promise((resolve) => {
      worker.addEventListener('message', ({ data }: MessageEvent<BareAnswer>) => resolve(data), { once: true });
      worker.postMessage(request);
    });
}

let sharedBare: ReturnType<typeof startBare> | null = null;
async function bare(): Promise<ReturnType<typeof startBare>> {
  if (sharedBare === null) {
    sharedBare = startBare();
    await sharedBare({ base: document.baseURI });
  }
  return sharedBare;
}

/** A program that makes the same calls and says how long they took, in ms. */
function callsOf({ reference, entry, cases }: Problem, indices: readonly number[]): string {
  const calls = indices.map((index) => {
    const one = cases[index];
    return `    lambda: ${entry}(${one?.args ?? ''}\n),`;
  });
  return `
import itertools, math, random, time
inf, nan = math.inf, math.nan
${reference}
def __measure():
    total = 0.0
    for call, make in zip(CALLS, CALLS):
        start = time.perf_counter()
        try:
            call()
        except ValueError:
            pass
        total += time.perf_counter() - start
    return total * 1000
CALLS = [
${calls.join('\n')}
]
__measure()
`;
}

/** As above, but the arguments are made before the clock starts: what a case's own time is. */
function timedCallsOf({ reference, entry, cases }: Problem, indices: readonly number[]): string {
  const blocks = indices.map(
    (index) => `
__args = (lambda *args: args)(${cases[index]?.args ?? ''}
)
__start = time.perf_counter()
${entry}(*__args)
__total += time.perf_counter() - __start
`,
  );
  return `
import itertools, math, random, time
inf, nan = math.inf, math.nan
${reference}
__total = 0.0
${blocks.join('')}
__total * 1000
`;
}

const isLarge = (problem: Problem, index: number): boolean => problem.cases[index]?.edge === 'large';
const indicesOf = (problem: Problem): number[] => problem.cases.map((_, index) => index);

window.bench = {
  ids: problems.map(({ id }) => id),

  async visit() {
    await edgewise();
    await settle();
    await settle();
  },

  async bootEdgewise() {
    const started = performance.now();
    const made = startEdgewise();
    await ready(made);
    const ms = performance.now() - started;
    made.runner.dispose();
    return ms;
  },

  async bootBare() {
    const started = performance.now();
    await startBare()({ base: document.baseURI });
    return performance.now() - started;
  },

  async smallCases(id) {
    const problem = await loadProblem(id);
    const { grader } = await edgewise();
    const cases = indicesOf(problem)
      .filter((index) => !isLarge(problem, index) && problem.cases[index]?.earlier.length === 0)
      .slice(0, 16);
    const request = { problem, code: problem.reference, cases, pristine: true };
    // The expected values are worked out once for a problem, when it is opened: not part of a run.
    await grader.grade(request, { onResult: () => undefined });
    await settle();
    const started = performance.now();
    const end = await grader.grade(request, { onResult: () => undefined });
    const edgewiseMs = performance.now() - started;
    if (end.kind !== 'graded' || end.verdict !== 'Accepted') throw new Error(`${id}: the reference is not accepted`);
    const ask = await bare();
    const python = callsOf(problem, cases);
    await ask({ python });
    const bareStarted = performance.now();
    await ask({ python });
    return { edgewise: edgewiseMs, bare: performance.now() - bareStarted, cases: cases.length };
  },

  async largeCases(id) {
    const problem = await loadProblem(id);
    const { grader } = await edgewise();
    const cases = indicesOf(problem).filter(
      (index) => isLarge(problem, index) && problem.cases[index]?.expectation.kind !== 'raises',
    );
    if (cases.length === 0) return null;
    await settle();
    const end = await grader.grade(
      { problem, code: problem.reference, cases, pristine: true },
      { onResult: () => undefined },
    );
    await settle();
    const ask = await bare();
    const python = timedCallsOf(problem, cases);
    const { result } = await ask({ python });
    return { edgewise: end.results.reduce((sum, { ms }) => sum + ms, 0), bare: Number(result), python };
  },

  async stop(body) {
    const problem = await loadProblem('roc-auc');
    const { runner } = await edgewise();
    await settle();
    const call = { index: 0, args: '[(0.1, 0), (0.2, 1)]', earlier: [], unchanged: false, limitMs: 60_000 };
    const controller = new AbortController();
    const source = `def ${problem.entry}(predictions):\n${body}`;
    let begun: () => void = () => undefined;
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const run = runner.run(
      { source, entry: problem.entry, calls: [call], pristine: true },
      { signal: controller.signal, onCaseStarted: begun, onOutcome: () => undefined },
    );
    await started;
    await new Promise((resolve) => setTimeout(resolve, 100));
    const pressed = performance.now();
    controller.abort();
    await run;
    const stopped = performance.now();
    let next = 0;
    await runner.run(
      { source: problem.reference, entry: problem.entry, calls: [call], pristine: true },
      {
        onCaseStarted: () => {
          next = performance.now();
        },
        onOutcome: () => undefined,
      },
    );
    return { toVerdict: stopped - pressed, toNextRun: next - stopped };
  },

  async heapAfter(runs) {
    const problem = await loadProblem('roc-auc');
    const { grader } = await edgewise();
    const cases = indicesOf(problem).filter((index) => problem.cases[index]?.sample);
    for (let run = 0; run < runs; run += 1) {
      await grader.grade({ problem, code: problem.reference, cases, pristine: true }, { onResult: () => undefined });
    }
    await settle();
    return (await performance.measureUserAgentSpecificMemory?.())?.bytes ?? null;
  },
};

/** Lets the spare finish its boot, so that it does not run beside what is measured. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1200));
}
