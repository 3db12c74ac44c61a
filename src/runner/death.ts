import type { Outcome } from '#domain/outcome.ts';

export interface Death {
  /** What the engine said. */
  readonly message: string;
  /** The case had taken this long. */
  readonly ms: number;
  /** Memory had been asked for past the cap. */
  readonly outOfMemory: boolean;
  /** The code was still being compiled. */
  readonly compiling: boolean;
}

/** What killed an interpreter, in the candidate's terms, as the outcome of the case that did it. */
export function outcomeOfDeath({ message, ms, outOfMemory, compiling }: Death): Outcome {
  const common = { ms, output: { stdout: '', stderr: '', dropped: 0 } };
  if (outOfMemory) return { kind: 'memory-limit', message: TOO_MUCH_MEMORY, traceback: { text: '' }, ...common };
  return { kind: 'crashed', message: explanation(message, compiling), ...common };
}

export const TOO_MUCH_MEMORY = 'The code needs more memory than a case may use.';

function explanation(message: string, compiling: boolean): string {
  if (compiling) {
    return 'The code cannot be compiled here: something in it is nested too deeply (brackets, operators, elif branches ...). Split it into several statements.';
  }
  if (/stack|recursion|memory access out of bounds/i.test(message)) {
    return 'The stack of the browser overflowed: a recursion went through C (a key function, __repr__ ...), or a value is nested very deeply. Use a loop with a stack of its own, or a flat list.';
  }
  const said = message.startsWith('Traceback') ? message.trimEnd().split('\n').at(-1) : message.split('\n')[0];
  return `Python itself stopped working while this case ran (${said?.slice(0, 200) ?? ''}). It has been replaced by a fresh one.`;
}
