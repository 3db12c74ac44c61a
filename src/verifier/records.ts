/** What was found sound before, so that it need not be proved again while nothing that matters has changed. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Verification } from './verification.ts';

export interface Records {
  /** Changes with the problem's files and with everything that judges them. */
  keyOf(id: string): Promise<string>;
  /** What was kept under this key, or null. */
  find(id: string, key: string): Promise<Verification | null>;
  /** What was kept last, even if it is out of date; or null. */
  latest(id: string): Promise<Verification | null>;
  /** Keeps a sound verification; with null, forgets what was kept. */
  keep(id: string, key: string, verification: Verification | null): Promise<void>;
}

const source = dirname(dirname(fileURLToPath(import.meta.url)));
const root = dirname(source);
/** Everything that a verification depends on beside the problem itself. */
const DEPENDENCIES = ['domain', 'catalog', 'judge', 'runner', 'grading', 'verifier'].map((name) => join(source, name));

const OWN_FOLDER = join(root, 'node_modules', '.cache', 'edgewise', 'verified');

/** Opens the records; they are nobody's to commit. */
export async function openRecords(problemsDir: string, folder: string = OWN_FOLDER): Promise<Records> {
  const common = createHash('sha256');
  common.update(await readFile(join(root, 'package-lock.json')));
  common.update(await readFile(join(problemsDir, 'edge-classes.yaml')));
  for (const dependency of DEPENDENCIES) await addFolder(common, dependency);
  const base = common.digest('hex');
  const pathOf = (id: string): string => join(folder, `${id}.json`);
  const read = async (id: string): Promise<{ key: string; verification: Verification } | null> => {
    try {
      return JSON.parse(await readFile(pathOf(id), 'utf8'));
    } catch {
      return null; // none, or one that cannot be read: then it is proved anew
    }
  };
  return {
    async keyOf(id) {
      const hash = createHash('sha256').update(base);
      await addFolder(hash, join(problemsDir, id));
      return hash.digest('hex');
    },
    async find(id, key) {
      const record = await read(id);
      return record?.key === key ? record.verification : null;
    },
    latest: async (id) => (await read(id))?.verification ?? null,
    async keep(id, key, verification) {
      if (verification === null) return rm(pathOf(id), { force: true });
      await mkdir(folder, { recursive: true });
      await writeFile(pathOf(id), JSON.stringify({ key, verification }));
    },
  };
}

async function addFolder(hash: ReturnType<typeof createHash>, folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.filter((name) => !name.includes('__pycache__')).sort()) {
    hash
      .update(path.slice(root.length))
      .update('\0')
      .update(await readFile(path))
      .update('\0');
  }
}
