import type { InterpreterRole } from './protocol.ts';

/** Modules for trusted work: a candidate's interpreter gets none of them. */
const TRUSTED_ONLY = new Set(['edgewise/trusted.py', 'edgewise/literals.py', 'edgewise/mutants.py']);

/** The part of the Python side that an interpreter of this role needs. */
export function pythonFilesFor(
  role: InterpreterRole,
  files: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (role === 'trusted') return files;
  return Object.fromEntries(Object.entries(files).filter(([path]) => !TRUSTED_ONLY.has(path)));
}
