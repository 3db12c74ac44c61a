import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Outcome } from '#domain/outcome.ts';
import { createNodeRunner } from '#runner/node.ts';
import { fetchWheels, hostedWheels, type PackageSource, readLock, rewriteLock } from '#runner/packages.node.ts';
import type { Runner, RunnerState } from '#runner/runner.ts';
import { PYODIDE_FOLDER } from '#runner/snapshot/snapshot.node.ts';
import { makeWheel } from '../fakes/fake-wheel.ts';

const pyodideLock = readLock(PYODIDE_FOLDER);
const numpyVersion = pyodideLock.packages.numpy?.version ?? '';
const fakeNumpy = makeWheel('numpy', numpyVersion, 'def answer():\n    return True\n');
const NUMPY_WHEEL = `numpy-${numpyVersion}-py3-none-any.whl`;
const fakeSorted = makeWheel('sortedcontainers', '2.4.0', 'class SortedList(list):\n    pass\n');

/** Pyodide's distribution, with a numpy that is quick to write. What it is asked for is counted. */
const served = new Map<string, Buffer>();
const asked: string[] = [];
const server = createServer((request, response) => {
  const name = (request.url ?? '').slice(1);
  asked.push(name);
  const bytes = served.get(name);
  response.statusCode = bytes === undefined ? 404 : 200;
  response.end(bytes);
});
let from = '';
const folders: string[] = [];

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  from = `http://127.0.0.1:${address.port}/`;
});
afterAll(() => {
  server.close();
  for (const folder of folders) rmSync(folder, { recursive: true });
});
afterEach(() => {
  served.clear();
  asked.length = 0;
});

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-packages-'));
  folders.push(folder);
  return `${folder}/`;
}

/** A lock file in which numpy has the checksum of the fake. */
const lock = rewriteLock(pyodideLock, [{ packageName: 'numpy', fileName: NUMPY_WHEEL, sha256: fakeNumpy.sha256 }], '');

function source(): PackageSource {
  return { lock, folder: emptyFolder(), from };
}

describe('the lock file', () => {
  test('names hosted wheels beside itself, with their own checksum, and the others at the distribution', () => {
    const wheel = {
      packageName: 'sortedcontainers',
      fileName: 'sortedcontainers-2.4.0-py3-none-any.whl',
      sha256: 'ab',
    };
    const { packages, info } = rewriteLock(pyodideLock, [wheel], 'https://cdn.test/');
    expect(packages.sortedcontainers).toMatchObject({ file_name: wheel.fileName, sha256: 'ab', version: '2.4.0' });
    const numpy = pyodideLock.packages.numpy;
    expect(packages.numpy).toEqual({ ...numpy, file_name: `https://cdn.test/${numpy?.file_name}` });
    expect(Object.keys(packages)).toEqual(Object.keys(pyodideLock.packages));
    expect(info).toEqual(pyodideLock.info);
  });

  test('takes a wheel from the folder only in the version that it names itself', () => {
    const folder = emptyFolder();
    expect(hostedWheels(pyodideLock, folder)).toEqual([]);
    writeFileSync(join(folder, 'sortedcontainers-2.3.0-py3-none-any.whl'), fakeSorted.bytes);
    writeFileSync(join(folder, 'numpy-1.0.0-py3-none-any.whl'), fakeNumpy.bytes);
    expect(hostedWheels(pyodideLock, folder)).toEqual([]);
    const fileName = 'sortedcontainers-2.4.0-py2.py3-none-any.whl';
    writeFileSync(join(folder, fileName), fakeSorted.bytes);
    expect(hostedWheels(pyodideLock, folder)).toEqual([
      { packageName: 'sortedcontainers', fileName, sha256: fakeSorted.sha256 },
    ]);
  });

  test('names the versions that set-up fetches', () => {
    const pins = readFileSync('scripts/packages.txt', 'utf8').matchAll(/^(\S+)==(\S+) --hash=sha256:[0-9a-f]{64}$/gm);
    const pinned = [...pins].map(([, name = '', version]) => [name, version] as const);
    expect(pinned).not.toHaveLength(0);
    for (const [name, version] of pinned) expect(pyodideLock.packages[name]?.version, name).toBe(version);
  });
});

describe('fetching a wheel', () => {
  test('happens once, and keeps it', async () => {
    served.set(NUMPY_WHEEL, fakeNumpy.bytes);
    const packages = source();
    expect(await fetchWheels(packages, ['numpy'])).toEqual(['numpy']);
    expect(await fetchWheels(packages, ['numpy'])).toEqual(['numpy']);
    expect(asked).toEqual([NUMPY_WHEEL]);
    expect(readFileSync(join(packages.folder, NUMPY_WHEEL))).toEqual(fakeNumpy.bytes);
  });

  test('with the wrong checksum is refused, and nothing is kept of it', async () => {
    served.set(NUMPY_WHEEL, Buffer.concat([fakeNumpy.bytes, Buffer.from('x')]));
    const packages = source();
    expect(await fetchWheels(packages, ['numpy'])).toEqual([]);
    expect(readdirSync(packages.folder)).toEqual([]);
  });

  test('fetches what it depends on, and counts only when all of it is there', async () => {
    const { numpy, sortedcontainers } = lock.packages;
    if (numpy === undefined || sortedcontainers === undefined) throw new Error('the lock file has changed');
    const file_name = 'sortedcontainers-2.4.0-py3-none-any.whl';
    const sorted = { ...sortedcontainers, file_name, sha256: fakeSorted.sha256, depends: ['numpy'] };
    const packages = { ...source(), lock: { ...lock, packages: { numpy, sortedcontainers: sorted } } };
    served.set(file_name, fakeSorted.bytes);
    expect(await fetchWheels(packages, ['sortedcontainers'])).toEqual([]);
    served.set(NUMPY_WHEEL, fakeNumpy.bytes);
    expect(await fetchWheels(packages, ['sortedcontainers', 'unknown'])).toEqual(['sortedcontainers']);
    expect(readdirSync(packages.folder).sort()).toEqual([NUMPY_WHEEL, file_name]);
  });
});

describe('code that imports a package', () => {
  const runners: Runner[] = [];
  afterEach(() => {
    for (const runner of runners.splice(0)) runner.dispose();
  });

  async function runnerWith(packages: PackageSource) {
    const runner = await createNodeRunner(packages);
    runners.push(runner);
    const states: RunnerState[] = [];
    runner.subscribe(() => states.push(runner.state()));
    async function run(source: string): Promise<Outcome | undefined> {
      let told: Outcome | undefined;
      const calls = [{ index: 0, args: '', earlier: [], unchanged: false, limitMs: 5000 }];
      await runner.run(
        { source, entry: 'solve', calls, pristine: false },
        { onOutcome: (_, outcome) => (told = outcome) },
      );
      return told;
    }
    return { run, states, loads: () => states.filter(({ kind }) => kind === 'loading') };
  }

  const PLAIN = 'def solve():\n    return True\n';
  const NUMPY = 'import numpy as np\ndef solve():\n    return np.answer()\n';
  const TRUE = { kind: 'returned', value: new TextEncoder().encode('T') };

  test('gets it, is told once that it is being loaded, and other code goes on as before', async () => {
    served.set(NUMPY_WHEEL, fakeNumpy.bytes);
    const { run, loads, states } = await runnerWith(source());
    expect(await run(PLAIN)).toMatchObject(TRUE);
    expect(asked).toEqual([]);
    expect(await run(NUMPY)).toMatchObject(TRUE);
    expect(await run(NUMPY)).toMatchObject(TRUE);
    expect(await run(PLAIN)).toMatchObject(TRUE);
    expect(loads()).toMatchObject([{ kind: 'loading', packages: ['numpy'] }]);
    expect(states.at(-1)?.kind).toBe('ready');
    expect(asked).toEqual([NUMPY_WHEEL]);
  });

  test('that cannot be had is told so in a sentence, and other code goes on as before', async () => {
    const { run, states } = await runnerWith(source());
    const outcome = await run(NUMPY);
    expect(outcome).toMatchObject({ kind: 'rejected', reason: 'import', traceback: { line: 1 } });
    expect(outcome?.kind === 'rejected' && outcome.message).toMatchInlineSnapshot(
      `"ModuleNotFoundError while the code was loaded: numpy is not part of this installation and could not be fetched from cdn.jsdelivr.net: connect to the internet and run again."`,
    );
    expect(await run(PLAIN)).toMatchObject(TRUE);
    expect(states.at(-1)?.kind).toBe('ready');
    const guarded = `try:\n    import numpy\nexcept ImportError:\n    numpy = None\ndef solve():\n    return numpy is None\n`;
    expect(await run(guarded)).toMatchObject(TRUE);
  });

  test('without a line that says so is told to write one', async () => {
    const { run } = await runnerWith(source());
    const outcome = await run('name = "num" + "py"\nnumpy = __import__(name)\ndef solve(): pass\n');
    expect(outcome).toMatchObject({ kind: 'rejected', message: expect.stringContaining('write "import numpy"') });
  });

  test('from the folder that set-up has filled needs no network', async ({ skip }) => {
    const folder = join(PYODIDE_FOLDER, '..', '.cache', 'edgewise', 'packages', '/');
    const hosted = hostedWheels(pyodideLock, folder);
    if (!hosted.some(({ packageName }) => packageName === 'sortedcontainers')) skip('set-up found no pip');
    const { run } = await runnerWith({ lock: rewriteLock(pyodideLock, hosted, ''), folder, from });
    for (const code of [
      'from sortedcontainers import SortedList\ndef solve():\n    return list(SortedList([3, 1, 2])) == [1, 2, 3]\n',
      'from typing_extensions import Self\ndef solve() -> bool:\n    return Self is not None\n',
      'from zoneinfo import ZoneInfo\ndef solve():\n    return ZoneInfo("Europe/Paris").key == "Europe/Paris"\n',
    ])
      expect(await run(code)).toMatchObject(TRUE);
    expect(asked).toEqual([]);
  });
});
