import { createControl } from './control.ts';
import { bootInterpreter, type Interpreter } from './interpreter.ts';
import { createPool } from './pool.ts';
import type { BootRequest, InterpreterRole } from './protocol.ts';
import { pythonFilesFor } from './python-files.ts';
import type { CandidateRun, RunEnd, Runner, RunnerState, RunOptions } from './runner.ts';
import type { WorkerPort } from './worker-port.ts';

export interface RunnerOptions {
  spawn(role: InterpreterRole): WorkerPort;
  /** Where Pyodide's files are: a URL, or a folder under Node; ends with a slash. */
  readonly indexUrl: string;
  /** The Python side: path below `site-packages` to content. */
  readonly pythonFiles: Readonly<Record<string, string>>;
  /**
   * Give every run an interpreter that has never run a candidate's code, by retiring each after its run and keeping a
   * spare. Off, interpreters are reused unless a run asks for a pristine one.
   */
  readonly alwaysPristine: boolean;
}

export function createRunner({ spawn, indexUrl, pythonFiles, alwaysPristine }: RunnerOptions): Runner {
  let state: RunnerState = { kind: 'booting', stage: 'download', loaded: 0, total: 0 };
  let snapshot: SharedArrayBuffer | undefined;
  const listeners = new Set<() => void>();
  const setState = (next: RunnerState): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  async function boot(role: InterpreterRole): Promise<Interpreter> {
    const control = createControl();
    const request: BootRequest = {
      type: 'boot',
      role,
      indexUrl,
      pythonFiles: pythonFilesFor(role, pythonFiles),
      ...(control === undefined ? {} : { control }),
      ...(snapshot === undefined ? {} : { snapshot }),
    };
    const tellsState = role === 'candidate' && state.kind !== 'ready';
    try {
      const interpreter = await bootInterpreter(
        spawn(role),
        request,
        (stage, loaded, total) => tellsState && setState({ kind: 'booting', stage, loaded, total }),
      );
      snapshot = interpreter.snapshot;
      if (tellsState) setState({ kind: 'ready', version: interpreter.version });
      return interpreter;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (role === 'candidate') setState({ kind: 'failed', message });
      throw error;
    }
  }

  const pool = createPool({ boot });
  const candidates = createTurns();
  const trustees = createTurns();

  async function run(
    { pristine, calls, ...code }: CandidateRun,
    { signal, onCaseStarted, onOutcome }: RunOptions,
  ): Promise<RunEnd> {
    let remaining = calls;
    for (let first = true; remaining.length > 0; first = false) {
      const interpreter = await unlessAborted(pool.candidate(pristine && first), signal);
      if (interpreter === null) return { kind: 'stopped' };
      const done = new Set<number>();
      const end = await interpreter.run({
        ...code,
        calls: remaining,
        signal,
        onCaseStarted: (index) => onCaseStarted?.(index),
        onOutcome: (index, outcome) => {
          done.add(index);
          onOutcome(index, outcome);
        },
      });
      if (end.kind === 'finished') {
        retire(interpreter);
        return end;
      }
      if (end.kind === 'stopped') {
        if (end.hung) pool.discard(interpreter);
        else retire(interpreter);
        return end.line === undefined ? { kind: 'stopped' } : { kind: 'stopped', line: end.line };
      }
      pool.discard(interpreter);
      const lost = end.index ?? remaining.find(({ index }) => !done.has(index))?.index;
      if (lost !== undefined) {
        done.add(lost);
        onOutcome(lost, end.outcome);
      }
      remaining = remaining.filter(({ index }) => !done.has(index));
    }
    return { kind: 'finished' };
  }

  function retire(interpreter: Interpreter): void {
    if (!alwaysPristine) return;
    pool.discard(interpreter);
    pool.keepSpare();
  }

  const trusted = <T>(work: (interpreter: Interpreter) => Promise<T>): Promise<T> =>
    trustees(async () => work(await pool.trusted()));

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    boot() {
      if (state.kind === 'failed') setState({ kind: 'booting', stage: 'download', loaded: 0, total: 0 });
      // What comes of it is told by `state`.
      pool
        .candidate(false)
        .then(() => pool.trusted())
        .then(() => alwaysPristine && pool.keepSpare())
        .catch(() => undefined);
    },
    run: (request, options) => candidates(() => run(request, options)),
    expect: ({ reference, entry, cases }, { onExpected }) =>
      trusted(async (interpreter) => {
        await interpreter.ask({ task: 'expect', reference, entry, cases }, onExpected);
      }),
    generate: (request) => trusted((interpreter) => interpreter.ask({ task: 'generate', ...request })),
    validate: (request) => trusted((interpreter) => interpreter.ask({ task: 'validate', ...request })),
    mutate: (request) => trusted((interpreter) => interpreter.ask({ task: 'mutate', ...request })),
    dispose: () => pool.dispose(),
  };
}

/** Lets pieces of work pass one at a time, in the order in which they came. */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** The promise's value, or null as soon as `signal` aborts. */
async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T | null> {
  if (signal === undefined) return promise;
  if (signal.aborted) return null;
  let onAbort: () => void = () => undefined;
  const aborted = new Promise<null>((resolve) => {
    onAbort = () => resolve(null);
    signal.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
