import type { PyodideAPI } from 'pyodide';

/**
 * Bytes of the C stack after which CPython raises RecursionError, for recursion that goes through C. Far less than there is
 * of it: the browser's own stack overflows first, fatally, and CPython cannot see that one. Found in Chromium's workers: at
 * 250,000 endless `__repr__` and `__eq__` still kill the interpreter, at 200,000 nothing of the kind does; 180,000 leave 340
 * levels of `__call__`, 400 of `sum(f(n - 1) for ...)`.
 */
const C_STACK_BYTES = 180_000;

interface CPython {
  _PyThreadState_Get(): number;
  /** Where the C stack stands now; it grows towards 0. */
  stackSave(): number;
  /** C: `int PyUnstable_ThreadState_SetStackProtection(PyThreadState *, void *start, size_t size)`, new in Python 3.14. */
  _PyUnstable_ThreadState_SetStackProtection(state: number, start: number, size: number): number;
}

/** Call when Python is up, with no Python on the stack. */
export function limitStack(pyodide: PyodideAPI): void {
  const python: CPython = Reflect.get(pyodide, '_module');
  const start = python.stackSave() - C_STACK_BYTES;
  python._PyUnstable_ThreadState_SetStackProtection(python._PyThreadState_Get(), start, C_STACK_BYTES);
}
