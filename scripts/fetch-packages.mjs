import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const REQUIREMENTS = join(root, 'scripts', 'packages.txt');
/** Where `src/runner/packages.node.ts` looks for them. */
const FOLDER = join(root, 'node_modules', '.cache', 'edgewise', 'packages');

/**
 * Fetches the wheels of `packages.txt` with pip, unless they are there. Without pip or a network everything else works:
 * then a sentence says what is missing, and the packages are loaded from Pyodide's distribution when code imports them.
 */
export function fetchPackages() {
  const missing = wanted().filter((start) => !isThere(start));
  if (missing.length === 0) return;
  mkdirSync(FOLDER, { recursive: true });
  const failure = download();
  if (failure === null) return;
  console.error(
    `Python packages were not fetched (${failure}): the app takes them from Pyodide's distribution when code imports them; to serve them from here, install Python with pip and run \`node scripts/fetch-packages.mjs\`.`,
  );
}

/** How the names of the wheels begin: `sortedcontainers-2.4.0-`. */
function wanted() {
  const lines = readFileSync(REQUIREMENTS, 'utf8').matchAll(/^([\w.-]+)==(\S+)/gm);
  return [...lines].map(([, name = '', version = '']) => `${name.replace(/[-.]+/g, '_')}-${version}-`.toLowerCase());
}

/** @param {string} start */
function isThere(start) {
  return existsSync(FOLDER) && readdirSync(FOLDER).some((name) => name.toLowerCase().startsWith(start));
}

/** @returns {string | null} why it failed, in a few words. */
function download() {
  const { info } = JSON.parse(readFileSync(join(root, 'node_modules', 'pyodide', 'pyodide-lock.json'), 'utf8'));
  const [major = '', minor = ''] = String(info.python).split('.');
  const options = [
    ...['--require-hashes', '--requirement', REQUIREMENTS, '--dest', FOLDER, '--no-deps', '--only-binary=:all:'],
    ...['--platform', `pyemscripten_${info.abi_version}_${info.arch}`, '--implementation', 'cp'],
    ...['--python-version', `${major}${minor}`, '--abi', `cp${major}${minor}`],
    ...['--quiet', '--disable-pip-version-check', '--retries', '0', '--timeout', '10'],
  ];
  let failure = 'there is no pip on this machine';
  for (const python of process.platform === 'win32' ? ['py', 'python'] : ['python3', 'python']) {
    const { status, error, stderr } = spawnSync(python, ['-m', 'pip', 'download', ...options], { encoding: 'utf8' });
    if (status === 0) return null;
    if (error || /No module named pip/.test(stderr)) continue;
    const complaint = stderr.match(/^ERROR: (.*)$/m)?.[1] ?? 'pip failed';
    // What pip also says without a network.
    failure = /from versions: none/.test(complaint) ? 'pip found no wheels: is there a network?' : complaint;
  }
  return failure;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) fetchPackages();
