import { messageOf } from '#domain/message-of.ts';
import type { Expected, Outcome } from '#domain/outcome.ts';
import { isCancelled, takeInterrupt } from '../control.ts';
import { TOO_MUCH_MEMORY } from '../death.ts';
import type {
  CaseCall,
  FromWorker,
  RunRequest,
  ToWorker,
  TrustedAnswers,
  TrustedRequest,
  TrustedTask,
} from '../protocol.ts';
import { boot, type Interpreter, type Platform } from './boot.ts';
import type { MemoryCap } from './memory-cap.ts';
import { openPython, type Python, type TrustedPython } from './python.ts';

export interface Scope extends Platform {
  post(message: FromWorker, transfer?: ArrayBuffer[]): void;
  /** Takes dangerous names away; called once Python is up. */
  harden(): void;
}

/** One worker's life: boots an interpreter when told to, then serves one request after the other. */
export function createSession(scope: Scope): (message: ToWorker) => Promise<void> {
  let python: Python | null = null;
  let control: SharedArrayBuffer | undefined;
  let memory: MemoryCap | null = null;
  let ticket = 0;

  async function start(request: Extract<ToWorker, { type: 'boot' }>): Promise<void> {
    try {
      const interpreter: Interpreter = await boot(request, scope, (stage, loaded, total) =>
        scope.post({ type: 'boot-progress', stage, loaded, total }),
      );
      python = openPython(interpreter, request.role);
      control = request.control;
      memory = interpreter.memory;
      scope.harden();
      const { snapshot, module, missing } = interpreter;
      scope.post({
        type: 'ready',
        version: python.version,
        missing,
        ...(snapshot === null ? {} : { snapshot }),
        ...(module === null ? {} : { module }),
      });
      if (request.role === 'candidate') rehearse(python);
    } catch (error) {
      scope.post({ type: 'boot-failed', message: messageOf(error) });
    }
  }

  function run(python: Python, { runId, source, entry, calls }: RunRequest): void {
    let current: CaseCall | null = null;
    let rejection: ReturnType<Python['runCase']> | null = null;
    // An interrupt that came too late for the run before must not strike this one.
    if (control !== undefined) takeInterrupt(control, ticket);
    try {
      python.prepare(source);
      for (const call of calls) {
        if (control !== undefined && isCancelled(control, runId)) break;
        current = call;
        memory?.takeRefused();
        if (rejection === null) {
          const outcome = runCase(python, runId, entry, call);
          // Code that cannot be loaded will not load for the next case either.
          if (outcome.kind === 'rejected' && outcome.reason !== 'arity') rejection = outcome;
          const value = outcome.kind === 'returned' ? outcome.value : undefined;
          scope.post(
            { type: 'case-finished', runId, index: call.index, outcome },
            value instanceof Uint8Array ? [value.buffer as ArrayBuffer] : [],
          );
        } else {
          scope.post({ type: 'case-finished', runId, index: call.index, outcome: rejection });
        }
      }
      scope.post({ type: 'run-finished', runId });
    } catch (error) {
      const message = messageOf(error);
      scope.post({
        type: 'died',
        runId,
        index: current?.index ?? null,
        message,
        outOfMemory: memory?.takeRefused() ?? false,
      });
    }
  }

  function runCase(python: Python, runId: number, entry: string, call: CaseCall): ReturnType<Python['runCase']> {
    for (let attempt = 0; ; attempt += 1) {
      ticket += 1;
      scope.post({ type: 'case-started', runId, index: call.index, ticket });
      const started = performance.now();
      const outcome = python.runCase(entry, call);
      const interrupt = control === undefined ? 'none' : takeInterrupt(control, ticket);
      if (interrupt === 'this') {
        // Also when the code caught KeyboardInterrupt and returned something: its time was over.
        const traceback = outcome.kind === 'time-limit' ? outcome.traceback : { text: '' };
        return {
          kind: 'time-limit',
          limitMs: call.limitMs,
          ms: performance.now() - started,
          output: outcome.output,
          traceback,
        };
      }
      if (outcome.kind === 'raised' && memory?.takeRefused()) return memoryLimit(outcome);
      if (outcome.kind !== 'time-limit') return outcome;
      // It struck the wrong case, which has its time again. Without an interrupt, the KeyboardInterrupt is the candidate's own.
      if (attempt === 0 && interrupt === 'before') continue;
      const exception = {
        type: 'KeyboardInterrupt',
        message: '',
        builtins: ['KeyboardInterrupt'],
        traceback: outcome.traceback,
      };
      return { kind: 'raised', ms: outcome.ms, output: outcome.output, exception };
    }
  }

  function serveTrusted({ trusted }: Python, { runId, task }: TrustedRequest): void {
    try {
      if (trusted === null) throw new Error("A candidate's interpreter takes no trusted work.");
      const answer = perform(trusted, task, (expected) => scope.post({ type: 'expected', runId, expected }));
      scope.post({ type: 'answer', runId, answer });
    } catch (error) {
      scope.post({ type: 'refused', runId, message: lastLine(messageOf(error)) });
    }
  }

  return async (message) => {
    if (message.type === 'boot') return start(message);
    if (python === null)
      return scope.post({ type: 'refused', runId: message.runId, message: 'Python has not been started.' });
    if (message.type === 'run') return run(python, message);
    return serveTrusted(python, message);
  };
}

/** Where memory runs out, C code does not always raise MemoryError, but whatever it came upon next. */
function memoryLimit({ ms, output, exception: { traceback } }: Extract<Outcome, { kind: 'raised' }>): Outcome {
  return { kind: 'memory-limit', message: TOO_MUCH_MEMORY, ms, output, traceback };
}

/** Goes through the motions once, while nobody waits: the first case of the first run is then no slower than the second. */
function rehearse(python: Python): void {
  python.prepare('def rehearse(numbers):\n    return [number for number in numbers]\n');
  python.runCase('rehearse', { index: 0, args: '[(1, 2.5)]', earlier: [], unchanged: true, limitMs: 0 });
}

function perform(
  python: TrustedPython,
  task: TrustedTask,
  onExpected: (expected: Expected) => void,
): TrustedAnswers[keyof TrustedAnswers] {
  switch (task.task) {
    case 'expect':
      python.prepareReference(task.reference);
      for (const item of task.cases) onExpected(python.expect(task.entry, item));
      return null;
    case 'generate':
      python.prepareInputs(task.inputs);
      return task.sizes.map((size, offset) => python.generate(task.seed + offset, size));
    case 'validate':
      python.prepareInputs(task.inputs);
      return task.args.map((args) => python.validate(args));
    case 'examine':
      python.prepareReference(task.reference);
      python.prepareInputs(task.inputs);
      return task.args.map((args) => python.examine(task.entry, args));
    case 'evaluate':
      return task.args.map((args) => python.evaluate(args, task.literal));
    case 'mutate':
      return python.mutate(task.source);
  }
}

/** Pyodide's error messages are whole tracebacks of our own Python; the last line says what happened. */
function lastLine(message: string): string {
  return message.trim().split('\n').at(-1) ?? message;
}
