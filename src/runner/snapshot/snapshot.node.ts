import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPyodide, version } from 'pyodide';
import { pyodideOptions } from '../worker/pyodide-options.ts';

const require = createRequire(import.meta.url);
const runnerFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/** Pyodide's folder in `node_modules`, with a slash at the end. */
export const PYODIDE_FOLDER = `${dirname(require.resolve('pyodide/package.json'))}/`;

/** The Python side of the runner: path below `site-packages` to content. */
export function readPythonFiles(): Record<string, string> {
  const folder = join(runnerFolder, 'python', 'edgewise');
  const names = readdirSync(folder).filter((name) => name.endsWith('.py'));
  return Object.fromEntries(names.sort().map((name) => [`edgewise/${name}`, readFileSync(join(folder, name), 'utf8')]));
}

/**
 * The path of a memory snapshot of Python with the harness and the usual modules imported: starting from it takes a
 * tenth of the time. Made once for each version of Pyodide and of our Python package, and kept below `node_modules`.
 */
export async function ensureSnapshot(): Promise<string> {
  const pythonFiles = readPythonFiles();
  const folder = join(dirname(PYODIDE_FOLDER), '.cache', 'edgewise');
  const path = join(folder, `python-${keyOf(pythonFiles)}.snapshot`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const pyodide = await loadPyodide({ ...pyodideOptions(PYODIDE_FOLDER, pythonFiles), _makeSnapshot: true });
  pyodide.pyimport('edgewise.preload').destroy();
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, pyodide.makeMemorySnapshot());
  renameSync(unfinished, path);
  return path;
}

/** Changes with everything that the snapshot depends on. */
function keyOf(pythonFiles: Record<string, string>): string {
  const options = readFileSync(join(runnerFolder, 'worker', 'pyodide-options.ts'), 'utf8');
  const hash = createHash('sha256').update(JSON.stringify([version, process.arch, options, pythonFiles]));
  return `${version}-${hash.digest('hex').slice(0, 16)}`;
}
