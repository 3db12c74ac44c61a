import type { Expected, Outcome } from '#domain/outcome.ts';
import { cancelRun, requestInterrupt } from './control.ts';
import { outcomeOfDeath } from './death.ts';
import type { BootRequest, BootStage, CaseCall, FromWorker, RunId, TrustedAnswers, TrustedTask } from './protocol.ts';
import { readOutcome, UNREADABLE } from './read-outcome.ts';
import type { WorkerPort } from './worker-port.ts';

/** How long an interrupt may take before the worker counts as hung. */
const GRACE_MS = 250;

/** How one interpreter's part in a run ended. After `lost` and `stopped` with `hung` it must be replaced. */
export type InterpreterEnd =
  | { readonly kind: 'finished' }
  | { readonly kind: 'stopped'; readonly hung: boolean; readonly line?: number }
  | { readonly kind: 'lost'; readonly index: number | null; readonly outcome: Outcome };

export interface InterpreterRun {
  readonly source: string;
  readonly entry: string;
  readonly calls: readonly CaseCall[];
  readonly signal?: AbortSignal | undefined;
  readonly onCaseStarted: (index: number) => void;
  readonly onOutcome: (index: number, outcome: Outcome) => void;
}

/** The worker died under trusted work, or its Python did: it must be replaced. */
export class InterpreterLost extends Error {}

/** Trusted work was silent for longer than its limit. */
export class TrustedTimeout extends InterpreterLost {}

export interface AskOptions {
  readonly onExpected?: (expected: Expected) => void;
  /** Rejects with its reason, or with InterpreterLost where the work does not end within the grace period. */
  readonly signal?: AbortSignal | undefined;
  /** Ms without news. */
  readonly limitMs?: number | undefined;
}

type Dying = Pick<Extract<FromWorker, { type: 'died' }>, 'index' | 'outOfMemory'> & { readonly compiling: boolean };

const FATAL = /fatally failed|fatal error|call stack|memory access|unreachable/i;

/** One worker with one Python in it. It serves one request at a time. */
export interface Interpreter {
  readonly version: string;
  /** What it was restored from, for the next one to boot. */
  readonly snapshot: SharedArrayBuffer | undefined;
  /** What it compiled, likewise. */
  readonly module: WebAssembly.Module | undefined;
  /** The packages that it was asked to load and could not. */
  readonly missing: readonly string[];
  /** Whether a candidate's code has ever run in it. */
  used(): boolean;
  run(run: InterpreterRun): Promise<InterpreterEnd>;
  ask<T extends TrustedTask['task']>(
    task: Extract<TrustedTask, { task: T }>,
    options?: AskOptions,
  ): Promise<TrustedAnswers[T]>;
  dispose(): void;
}

/** Boots Python in the worker behind `port`. Rejects, with the worker terminated, when that fails. */
export async function bootInterpreter(
  port: WorkerPort,
  request: BootRequest,
  onProgress: (stage: BootStage, loaded: number, total: number) => void = () => undefined,
): Promise<Interpreter> {
  const inbox = createInbox(port);
  const {
    version,
    snapshot,
    module,
    missing = [],
  } = await new Promise<Extract<FromWorker, { type: 'ready' }>>((resolve, reject) => {
    const fail = (message: string): void => {
      port.terminate();
      reject(new Error(message));
    };
    inbox.listen((message) => {
      if (message.type === 'boot-progress') onProgress(message.stage, message.loaded, message.total);
      else if (message.type === 'ready') resolve(message);
      else if (message.type === 'boot-failed') fail(message.message);
    }, fail);
    port.post(request);
  });
  let used = false;
  let nextRunId: RunId = 1;
  return {
    version,
    snapshot,
    module,
    missing,
    used: () => used,
    run(run) {
      used = true;
      nextRunId += 1;
      return runOn(port, inbox, request.control, nextRunId, run);
    },
    ask(task, options = {}) {
      nextRunId += 1;
      return askOn(port, inbox, nextRunId, task, options);
    },
    dispose: () => port.terminate(),
  };
}

interface Inbox {
  /** Replaces the listener; messages and errors go to one listener at a time. */
  listen(onMessage: (message: FromWorker) => void, onError: (message: string) => void): void;
}

function createInbox(port: WorkerPort): Inbox {
  let onMessage: (message: FromWorker) => void = () => undefined;
  let onError: (message: string) => void = () => undefined;
  let failure: string | null = null;
  port.onMessage((message) => onMessage(message));
  port.onError((message) => {
    failure = message;
    onError(message);
  });
  return {
    listen(nextMessage, nextError) {
      onMessage = nextMessage;
      onError = nextError;
      // A worker that died while nobody listened will never answer.
      if (failure !== null) nextError(failure);
    },
  };
}

function runOn(
  port: WorkerPort,
  inbox: Inbox,
  control: SharedArrayBuffer | undefined,
  runId: RunId,
  { source, entry, calls, signal, onCaseStarted, onOutcome }: InterpreterRun,
): Promise<InterpreterEnd> {
  return new Promise((resolve) => {
    const unfinished = new Set(calls.map(({ index }) => index));
    let current: { call: CaseCall; ticket: number; startedAt: number } | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopping = false;
    let stoppedAt: number | undefined;
    const stopped = (hung: boolean): InterpreterEnd => ({
      kind: 'stopped',
      hung,
      ...(stoppedAt === undefined ? {} : { line: stoppedAt }),
    });
    const hangUp = (): void => end(stopped(true));

    const end = (result: InterpreterEnd): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      inbox.listen(
        () => undefined,
        () => undefined,
      );
      resolve(result);
    };
    const interrupt = (onHung: () => void): void => {
      clearTimeout(timer);
      if (control === undefined) {
        onHung();
        return;
      }
      if (current !== null) requestInterrupt(control, current.ticket);
      timer = setTimeout(onHung, GRACE_MS);
    };
    const stop = (): void => {
      stopping = true;
      if (control !== undefined) cancelRun(control, runId);
      interrupt(hangUp);
    };
    const overLimit = (call: CaseCall, startedAt: number): void =>
      interrupt(() => {
        const common = { ms: performance.now() - startedAt, output: { stdout: '', stderr: '', dropped: 0 } };
        const outcome: Outcome = { kind: 'time-limit', limitMs: call.limitMs, traceback: { text: '' }, ...common };
        end({ kind: 'lost', index: call.index, outcome });
      });
    const lose = (index: number | null, outcome: Outcome): void =>
      end(stopping ? stopped(true) : { kind: 'lost', index: index ?? current?.call.index ?? null, outcome });
    const die = (
      message: string,
      { index = null, outOfMemory = false, compiling = false }: Partial<Dying> = {},
    ): void => {
      const ms = current === null ? 0 : performance.now() - current.startedAt;
      lose(index, outcomeOfDeath({ message, ms, outOfMemory, compiling }));
    };
    /** Only the worker's own script could say such a thing, and it does not: the code has got hold of it. */
    const distrust = (): void => lose(null, UNREADABLE);

    inbox.listen(
      (message) => {
        if (!('runId' in message) || message.runId !== runId) return;
        switch (message.type) {
          case 'case-started': {
            const call = calls.find(({ index }) => index === message.index);
            if (call === undefined || !unfinished.has(message.index)) return distrust();
            const startedAt = performance.now();
            current = { call, ticket: message.ticket, startedAt };
            if (stopping) {
              // The worker had begun it before it could know; what is not interrupted now would run for ever.
              interrupt(hangUp);
              return;
            }
            clearTimeout(timer);
            timer = setTimeout(() => overLimit(call, startedAt), call.limitMs);
            return onCaseStarted(call.index);
          }
          case 'case-finished': {
            if (!unfinished.delete(message.index)) return distrust();
            const outcome = readOutcome(message.outcome);
            // The code has got at the harness: what comes next from there would be no better.
            if (outcome.kind === 'crashed') return lose(message.index, outcome);
            current = null;
            if (!stopping) {
              clearTimeout(timer);
              return onOutcome(message.index, outcome);
            }
            // The worker may have begun the next case already: only `run-finished` says that it is idle.
            if (outcome.kind === 'time-limit') stoppedAt = outcome.traceback.line;
            return;
          }
          case 'run-finished':
            if (!stopping && unfinished.size > 0) return distrust();
            return end(stopping ? stopped(false) : { kind: 'finished' });
          case 'died': {
            const { index, outOfMemory } = message;
            return die(message.message, { index, outOfMemory, compiling: index === null });
          }
          case 'refused':
            return die(message.message);
        }
      },
      (message) => die(message),
    );
    signal?.addEventListener('abort', stop);
    port.post({ type: 'run', runId, source, entry, calls });
    if (signal?.aborted) stop();
  });
}

function askOn<T extends TrustedTask['task']>(
  port: WorkerPort,
  inbox: Inbox,
  runId: RunId,
  task: Extract<TrustedTask, { task: T }>,
  { onExpected, signal, limitMs }: AskOptions,
): Promise<TrustedAnswers[T]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let letGo: () => void = () => undefined;
  const asked = new Promise<TrustedAnswers[T]>((resolve, reject) => {
    const waitOn = (): void => {
      if (limitMs === undefined || signal?.aborted) return;
      clearTimeout(timer);
      timer = setTimeout(() => reject(new TrustedTimeout(`Python gave no answer for ${limitMs / 1000} s.`)), limitMs);
    };
    // Nothing can interrupt trusted work; most of it is over in a moment, and then the interpreter lives on.
    letGo = () => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(new InterpreterLost('The work was given up.')), GRACE_MS);
    };
    inbox.listen(
      (message) => {
        if (!('runId' in message) || message.runId !== runId) return;
        if (message.type === 'expected') {
          waitOn();
          if (!signal?.aborted) onExpected?.(message.expected);
        }
        // The worker answers a task with the answer of that task: one function on its side maps them.
        else if (message.type === 'answer') resolve(message.answer as TrustedAnswers[T]);
        else if (message.type === 'refused')
          reject(FATAL.test(message.message) ? new InterpreterLost(message.message) : new Error(message.message));
      },
      (message) => reject(new InterpreterLost(message)),
    );
    signal?.addEventListener('abort', letGo);
    port.post({ type: 'trusted', runId, task });
    waitOn();
  });
  return asked.finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', letGo);
  });
}
