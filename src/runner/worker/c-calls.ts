import type { loadPyodide, PyodideAPI } from 'pyodide';

/** What makes Pyodide's Emscripten module: the default export of `pyodide.asm.mjs`. */
export type CreateModule = NonNullable<NonNullable<Parameters<typeof loadPyodide>[0]>['createPyodideModule']>;

/** The parts of that module that are used here; the addresses are in bytes. */
export interface CPython {
  readonly HEAP32: Int32Array;
  readonly __PyRuntime: number;
  /** Where the offset of the trampoline within the runtime is kept. */
  readonly __PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET: number;
}

/**
 * CPython calls the functions that are written in C through a trampoline of WebAssembly, whose place in the table of
 * functions stands in memory; where it finds none, it calls every one of them through JavaScript, which makes code that
 * lives of such calls a third slower. A memory snapshot brings the entry of the engine that made it, and Node before 22
 * cannot have such a trampoline: what this engine had entered before the snapshot overwrote it has to be put back.
 */
export function keepTrampoline(createModule: CreateModule): {
  readonly createModule: CreateModule;
  /** Call when the snapshot has been restored. */
  putBack(pyodide: PyodideAPI): void;
} {
  let trampoline: number | undefined;
  return {
    async createModule(settings) {
      const module = await createModule(settings);
      const { HEAP32, entry } = trampolineIn(module);
      trampoline = HEAP32[entry];
      return module;
    },
    putBack(pyodide) {
      const { HEAP32, entry } = trampolineIn(Reflect.get(pyodide, '_module'));
      if (trampoline !== undefined) HEAP32[entry] = trampoline;
    },
  };
}

function trampolineIn(module: unknown): { readonly HEAP32: Int32Array; readonly entry: number } {
  const { HEAP32, __PyRuntime, __PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET } = module as CPython;
  const offset = HEAP32[__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET >>> 2] ?? 0;
  return { HEAP32, entry: (__PyRuntime + offset) >>> 2 };
}
