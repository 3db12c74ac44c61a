import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Lockfile, version } from 'pyodide';

/** A wheel in a folder of ours, to be served beside the app in place of Pyodide's own. */
export interface HostedWheel {
  readonly packageName: string;
  readonly fileName: string;
  readonly sha256: string;
}

/** Pyodide's own distribution: its lock file names what lies there, with checksums. */
export const DISTRIBUTION_URL = `https://cdn.jsdelivr.net/pyodide/v${version}/full/`;

/** Where `scripts/fetch-packages.mjs` puts wheels, and Node what it had to fetch at run time; with a slash at the end. */
export function packagesFolder(pyodideFolder: string): string {
  return join(pyodideFolder, '..', '.cache', 'edgewise', 'packages', '/');
}

export function readLock(pyodideFolder: string): Lockfile {
  return JSON.parse(readFileSync(join(pyodideFolder, 'pyodide-lock.json'), 'utf8'));
}

/** The wheels in `folder` of exactly the version that the lock file names: other packages there rely on it. */
export function hostedWheels(lock: Lockfile, folder: string): HostedWheel[] {
  if (!existsSync(folder)) return [];
  const fileNames = readdirSync(folder).filter((name) => name.endsWith('.whl'));
  return Object.entries(lock.packages).flatMap(([packageName, entry]) => {
    const start = `${packageName.replaceAll('-', '_')}-${entry.version}-`;
    const fileName = fileNames.find((name) => name.toLowerCase().startsWith(start));
    return fileName === undefined
      ? []
      : [{ packageName, fileName, sha256: sha256Of(readFileSync(join(folder, fileName))) }];
  });
}

/**
 * The lock file with the hosted wheels in place of Pyodide's. File names of hosted wheels stay relative to the lock
 * file; `elsewhere`, a URL with a slash at the end, goes before all others.
 */
export function rewriteLock(lock: Lockfile, hosted: readonly HostedWheel[], elsewhere: string): Lockfile {
  const byName = new Map(hosted.map((wheel) => [wheel.packageName, wheel]));
  const packages = Object.entries(lock.packages).map(([name, entry]) => {
    const wheel = byName.get(name);
    if (wheel === undefined) return [name, { ...entry, file_name: elsewhere + entry.file_name }];
    return [name, { ...entry, file_name: wheel.fileName, sha256: wheel.sha256 }];
  });
  return { ...lock, packages: Object.fromEntries(packages) };
}

/** Where Python packages come from under Node. */
export interface PackageSource {
  /** File names are relative to `folder` and to `from`. */
  readonly lock: Lockfile;
  readonly folder: string;
  /** A URL with a slash at the end. */
  readonly from: string;
}

/**
 * Sees to it that the wheels of `packages`, and of what they depend on, lie in the source's folder. Pyodide under Node
 * would fetch them by itself, but checks no checksum. Resolves to the packages that are there whole.
 */
export async function fetchWheels(source: PackageSource, packages: readonly string[]): Promise<string[]> {
  const present: string[] = [];
  for (const name of packages) {
    try {
      for (const needed of withDependencies(source.lock, name)) await fetchWheel(source, needed);
      present.push(name);
    } catch {
      // Offline, most likely. The candidate's `import` says so, in a sentence.
    }
  }
  return present;
}

async function fetchWheel({ lock, folder, from }: PackageSource, name: string): Promise<void> {
  const entry = lock.packages[name];
  if (entry === undefined) throw new Error(`Pyodide's lock file knows no package ${name}.`);
  const path = join(folder, entry.file_name);
  if (existsSync(path)) return;
  const response = await fetch(from + entry.file_name);
  if (!response.ok) throw new Error(`${entry.file_name} could not be downloaded (HTTP ${response.status}).`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (sha256Of(bytes) !== entry.sha256) throw new Error(`${entry.file_name} has the wrong checksum.`);
  mkdirSync(folder, { recursive: true });
  // Under a name of its own until it is whole: several threads may fetch it at once.
  const unfinished = `${path}.${randomUUID()}`;
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, path);
}

function withDependencies(lock: Lockfile, name: string): Set<string> {
  const found = new Set([name]);
  for (const each of found) for (const dependency of lock.packages[each]?.depends ?? []) found.add(dependency);
  return found;
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
