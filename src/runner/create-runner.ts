import { messageOf } from '#domain/message-of.ts';
import type { Outcome } from '#domain/outcome.ts';
import { createControl } from './control.ts';
import { watchForHopeless } from './hopeless.ts';
import { bootInterpreter, type Interpreter, InterpreterLost } from './interpreter.ts';
import { importedPackages } from './packages.ts';
import { createPool } from './pool.ts';
import type { BootRequest, InterpreterRole } from './protocol.ts';
import { pythonFilesFor } from './python-files.ts';
import type { CandidateRun, RunEnd, Runner, RunnerState, RunOptions, TrustedOptions } from './runner.ts';
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
  let module: WebAssembly.Module | undefined;
  /** Those that have been loaded once, and so are in the browser's cache. */
  const seenPackages = new Set<string>();
  const listeners = new Set<() => void>();
  const setState = (next: RunnerState): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  async function boot(role: InterpreterRole, packages: readonly string[]): Promise<Interpreter> {
    const control = createControl();
    const request: BootRequest = {
      type: 'boot',
      role,
      indexUrl,
      pythonFiles: pythonFilesFor(role, pythonFiles),
      packages,
      ...(control === undefined ? {} : { control }),
      ...(snapshot === undefined ? {} : { snapshot }),
      ...(module === undefined ? {} : { module }),
    };
    const tellsProgress = role === 'candidate' && state.kind !== 'ready';
    // A spare never has packages that no run has waited for.
    const unseen = packages.filter((name) => !seenPackages.has(name));
    if (state.kind === 'ready' && unseen.length > 0) setState({ ...state, kind: 'loading', packages: unseen });
    try {
      const interpreter = await bootInterpreter(
        spawn(role),
        request,
        (stage, loaded, total) => tellsProgress && setState({ kind: 'booting', stage, loaded, total }),
      );
      snapshot = interpreter.snapshot;
      module = interpreter.module;
      for (const name of packages) if (!interpreter.missing.includes(name)) seenPackages.add(name);
      if (role === 'candidate' && state.kind !== 'ready') setState({ kind: 'ready', version: interpreter.version });
      return interpreter;
    } catch (error) {
      const message = messageOf(error);
      // A spare that fails takes nothing from the candidate's interpreter, which works.
      if (tellsProgress) setState({ kind: 'failed', message });
      throw error;
    }
  }

  const pool = createPool({ boot });
  const candidates = createTurns();
  const trustees = createTurns();

  /** The interpreter that a run with `keep` has left, for the next run of the same source. */
  let kept: { readonly interpreter: Interpreter; readonly source: string } | null = null;

  async function run(
    { pristine, keep = false, calls, ...code }: CandidateRun,
    { signal, onCaseStarted, onOutcome }: RunOptions,
  ): Promise<RunEnd> {
    if (kept !== null && !(keep && kept.source === code.source)) {
      retire(kept.interpreter);
      kept = null;
    }
    const packages = importedPackages(code.source);
    const givenUp = new AbortController();
    const hopeless = watchForHopeless(() => givenUp.abort());
    const report = (index: number, outcome: Outcome): void => {
      hopeless.note(outcome);
      onOutcome(index, outcome);
    };
    let remaining = calls;
    for (let first = true; remaining.length > 0; first = false) {
      if (signal?.aborted) return { kind: 'stopped' };
      const interpreter = await unlessAborted(candidate(pristine && first, packages), signal);
      if (interpreter === null) return { kind: 'stopped' };
      kept = keep ? { interpreter, source: code.source } : null;
      const done = new Set<number>();
      const end = await interpreter.run({
        ...code,
        calls: remaining,
        signal: signal === undefined ? givenUp.signal : AbortSignal.any([signal, givenUp.signal]),
        onCaseStarted: (index) => onCaseStarted?.(index),
        onOutcome: (index, outcome) => {
          done.add(index);
          report(index, outcome);
        },
      });
      if (end.kind === 'finished') {
        if (!keep) retire(interpreter);
        return end;
      }
      if (end.kind === 'stopped') {
        if (end.hung) replace(interpreter);
        else if (!keep) retire(interpreter);
        remaining = remaining.filter(({ index }) => !done.has(index));
        if (!signal?.aborted && givenUp.signal.aborted) break;
        return end.line === undefined ? { kind: 'stopped' } : { kind: 'stopped', line: end.line };
      }
      replace(interpreter);
      const lost = end.index ?? remaining.find(({ index }) => !done.has(index))?.index;
      if (lost !== undefined) {
        done.add(lost);
        report(lost, end.outcome);
      }
      remaining = remaining.filter(({ index }) => !done.has(index));
      if (givenUp.signal.aborted) break;
    }
    const rest = hopeless.outcomeOfRest();
    if (rest !== null) for (const { index } of remaining) onOutcome(index, rest);
    return { kind: 'finished' };
  }

  async function candidate(pristine: boolean, packages: readonly string[]): Promise<Interpreter> {
    try {
      return await pool.candidate(pristine, packages);
    } catch (error) {
      setState({ kind: 'failed', message: messageOf(error) });
      throw error;
    }
  }

  function replace(interpreter: Interpreter): void {
    if (kept?.interpreter === interpreter) kept = null;
    pool.discard(interpreter);
    if (alwaysPristine) pool.keepSpare();
  }

  function retire(interpreter: Interpreter): void {
    if (alwaysPristine) replace(interpreter);
  }

  const trusted = <T>(work: (interpreter: Interpreter) => Promise<T>, { signal }: TrustedOptions = {}): Promise<T> => {
    const turn = trustees(async () => {
      signal?.throwIfAborted();
      const interpreter = await pool.trusted();
      try {
        return await work(interpreter);
      } catch (error) {
        if (error instanceof InterpreterLost) pool.discard(interpreter);
        throw error;
      }
    });
    return signal === undefined ? turn : unlessGivenUp(turn, signal);
  };

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
    run(request, options) {
      let begun = false;
      const turn = candidates(() => {
        begun = true;
        return run(request, options);
      });
      const { signal } = options;
      if (signal === undefined) return turn;
      return new Promise((resolve, reject) => {
        const stopWaiting = (): void => {
          if (!begun) resolve({ kind: 'stopped' });
        };
        signal.addEventListener('abort', stopWaiting);
        turn.then(resolve, reject).finally(() => signal.removeEventListener('abort', stopWaiting));
      });
    },
    expect: ({ reference, entry, cases }, { onExpected, ...options }) =>
      trusted(async (interpreter) => {
        await interpreter.ask({ task: 'expect', reference, entry, cases }, { ...options, onExpected });
      }, options),
    generate: (request, options) =>
      trusted((interpreter) => interpreter.ask({ task: 'generate', ...request }, options), options),
    validate: (request, options) =>
      trusted((interpreter) => interpreter.ask({ task: 'validate', ...request }, options), options),
    examine: (request, options) =>
      trusted((interpreter) => interpreter.ask({ task: 'examine', ...request }, options), options),
    evaluate: (request, options) =>
      trusted((interpreter) => interpreter.ask({ task: 'evaluate', ...request }, options), options),
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

/** The promise's value; rejects with the signal's reason as soon as that aborts. */
function unlessGivenUp<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp);
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
