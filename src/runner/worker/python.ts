import type { PyCallable } from 'pyodide/ffi';
import type { Expected, Outcome } from '#domain/outcome.ts';
import type { Output } from '#domain/verdict.ts';
import type { CaseCall, Evaluation, Examination, InterpreterRole, Mutant, TrustedCase } from '../protocol.ts';
import { UNREADABLE } from '../read-outcome.ts';
import type { Interpreter } from './boot.ts';

/** The functions of `edgewise/*.py` that the worker calls, typed. */
export interface Python {
  readonly version: string;
  prepare(source: string): void;
  /** A case that was interrupted comes back as `time-limit`. Throws when the interpreter has died. */
  runCase(entry: string, call: CaseCall): Outcome;
  /** The functions for trusted work; null in a candidate's interpreter. */
  readonly trusted: TrustedPython | null;
}

export interface TrustedPython {
  prepareReference(source: string): void;
  expect(entry: string, item: TrustedCase): Expected;
  prepareInputs(source: string): void;
  generate(seed: number, size: number): string;
  validate(args: string): string | null;
  examine(entry: string, args: string): Examination;
  evaluate(args: string, literal: boolean): Evaluation;
  mutate(source: string): Mutant[];
}

/** Binds the Python side. Everything is looked up now: once candidates' code has run, names may mean something else. */
export function openPython(interpreter: Interpreter, role: InterpreterRole): Python {
  const { pyodide, stdout, stderr } = interpreter;
  const version = String(pyodide.runPython('import sys; sys.version.split()[0]'));
  const harness = pyodide.pyimport('edgewise.harness');
  const runCase: PyCallable = harness.run_case;
  const prepare: PyCallable = harness.prepare;
  const trusted = role === 'trusted' ? openTrusted(interpreter) : null;
  pyodide.pyimport('edgewise.isolation').isolate();

  function withFdOutput(output: Output): Output {
    const out = stdout.take();
    const err = stderr.take();
    return {
      stdout: output.stdout + out.text,
      stderr: output.stderr + err.text,
      dropped: output.dropped + out.dropped + err.dropped,
    };
  }

  return {
    version,
    trusted,
    prepare: (source) => void prepare(source),
    runCase(entry, call) {
      const earlier = pyodide.toPy(call.earlier);
      const answer = unlessInterrupted(() => runCase(entry, call.args, earlier, call.unchanged));
      if (answer === null) return INTERRUPTED;
      earlier.destroy();
      try {
        const [json, value]: [string, Uint8Array | undefined] = answer.toJs();
        answer.destroy();
        if (json.length > MAX_REPORT || (value?.length ?? 0) > MAX_VALUE) return UNREADABLE;
        const { kind, ...rest } = JSON.parse(json);
        const report = {
          ...rest,
          kind: kind === 'interrupted' ? 'time-limit' : kind,
          output: withFdOutput(rest.output),
        };
        return value === undefined ? report : { ...report, value };
      } catch {
        return UNREADABLE;
      }
    },
  };
}

/** Characters and bytes. The harness keeps well below; what has got past it is none of its making. */
const MAX_REPORT = 2_000_000;
const MAX_VALUE = 256_000_000;

const INTERRUPTED: Outcome = {
  kind: 'time-limit',
  ms: 0,
  limitMs: 0,
  output: { stdout: '', stderr: '', dropped: 0 },
  traceback: { text: '' },
};

/** Null where the interrupt struck outside of what the harness guards: on its very first or last step. */
function unlessInterrupted<T>(call: () => T): T | null {
  try {
    return call();
  } catch (error) {
    if (error instanceof Error && 'type' in error && error.type === 'KeyboardInterrupt') return null;
    throw error;
  }
}

function openTrusted({ pyodide }: Interpreter): TrustedPython {
  pyodide.runPython('import importlib; importlib.invalidate_caches()');
  const trusted = pyodide.pyimport('edgewise.trusted');
  const mutants = pyodide.pyimport('edgewise.mutants');
  return {
    prepareReference: (source) => void trusted.prepare_reference(source),
    expect(entry, { index, args, expected, raises }) {
      const answer = trusted.expect(entry, args, expected, raises !== undefined);
      const [value, referenceMs]: [Uint8Array | undefined, number] = answer.toJs();
      answer.destroy();
      if (raises !== undefined) return { index, answer: { kind: 'raises', exception: raises }, referenceMs };
      if (value === undefined) throw new Error('the trusted interpreter gave no value');
      return { index, answer: { kind: 'value', value }, referenceMs };
    },
    prepareInputs: (source) => void trusted.prepare_inputs(source),
    generate: (seed, size) => String(trusted.generate(seed, size)),
    validate: (args) => trusted.validate(args) ?? null,
    examine(entry, args) {
      const answer = trusted.examine(entry, args);
      const [problem, objection, value, raised, referenceMs]: [
        string | undefined,
        string | undefined,
        Uint8Array | undefined,
        string | undefined,
        number,
      ] = answer.toJs();
      answer.destroy();
      if (typeof problem === 'string') return unreadable(problem);
      if (value instanceof Uint8Array)
        return { kind: 'answered', objection: objection ?? null, answer: { kind: 'value', value }, referenceMs };
      if (typeof raised === 'string')
        return {
          kind: 'answered',
          objection: objection ?? null,
          answer: { kind: 'raises', exception: raised },
          referenceMs,
        };
      return { kind: 'invalid', objection: objection ?? '' };
    },
    evaluate(args, literal) {
      const answer = trusted.evaluate(args, literal);
      const [problem, value]: [string | undefined, Uint8Array | undefined] = answer.toJs();
      answer.destroy();
      return value instanceof Uint8Array ? { kind: 'value', value } : { kind: 'unreadable', message: problem ?? '' };
    },
    mutate(source) {
      const made = mutants.make_mutants(source);
      const plain = made.toJs({ dict_converter: Object.fromEntries });
      made.destroy();
      return plain;
    },
  };
}

function unreadable(problem: string): Examination {
  const [, reason, message = problem] = /^(syntax|not-literal): (.*)$/s.exec(problem) ?? [];
  return { kind: 'unreadable', reason: reason === 'syntax' ? 'syntax' : 'not-literal', message };
}
