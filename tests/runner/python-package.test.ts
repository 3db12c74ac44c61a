import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPyodide } from 'pyodide';
import { describe, expect, test } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const packageFolder = join(root, 'src', 'runner', 'python', 'edgewise');
const testFolder = join(root, 'tests', 'python');
/** Fewer than this, and some of the tests were not found. */
const AT_LEAST = 200;

const RUN = `
import io, sys, unittest
stream = io.StringIO()
suite = unittest.defaultTestLoader.discover("/app/tests/python", top_level_dir="/app/tests/python")
result = unittest.TextTestRunner(stream=stream, verbosity=0).run(suite)
[result.testsRun, len(result.failures) + len(result.errors), len(result.skipped), stream.getvalue()]
`;

function pythonFilesIn(folder: string): (readonly [name: string, content: string])[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.py'));
  return names.map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
}

function hasPython(): boolean {
  const probe = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 11))']);
  return probe.status === 0;
}

describe('the Python side of the runner', () => {
  test('passes its tests inside Pyodide', { timeout: 120_000 }, async () => {
    const pyodide = await loadPyodide();
    for (const [folder, target] of [
      [packageFolder, '/app/src/runner/python/edgewise'],
      [testFolder, '/app/tests/python'],
    ] as const) {
      pyodide.FS.mkdirTree(target);
      for (const [name, content] of pythonFilesIn(folder)) pyodide.FS.writeFile(`${target}/${name}`, content);
    }
    pyodide.runPython('import sys; sys.path[:0] = ["/app/src/runner/python", "/app/tests/python"]');
    const answer = pyodide.runPython(RUN);
    const [ran, failed, skipped, report]: [number, number, number, string] = answer.toJs();
    expect(failed, report).toBe(0);
    expect(ran - skipped).toBeGreaterThan(AT_LEAST);
  });

  test.skipIf(!hasPython())('passes its tests on the CPython of this machine (python3, 3.11 or later)', () => {
    const args = ['-m', 'unittest', 'discover', '-s', testFolder, '-t', testFolder];
    const environment = {
      ...process.env,
      PYTHONPATH: join(root, 'src', 'runner', 'python'),
      PYTHONDONTWRITEBYTECODE: '1',
    };
    const done = spawnSync('python3', args, { env: environment, encoding: 'utf8' });
    expect(done.status, done.stderr).toBe(0);
    expect(Number(/Ran (\d+) tests/.exec(done.stderr)?.[1])).toBeGreaterThan(AT_LEAST);
  });
});
