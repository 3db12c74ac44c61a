import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { version } from 'pyodide';
import type { Plugin } from 'vite';
import { DISTRIBUTION_URL, hostedWheels, packagesFolder, readLock, rewriteLock } from '../packages.node.ts';
import { withDeallocStack } from './dealloc-stack.node.ts';
import { ensureSnapshot, PYODIDE_FOLDER } from './snapshot.node.ts';

/** In the path, so that no cache ever mixes two versions. */
const FOLDER = `pyodide/${version}`;
const LOCK = 'pyodide-lock.json';
const WASM = 'pyodide.asm.wasm';
const FILES = ['pyodide.asm.mjs', WASM, 'python_stdlib.zip', LOCK];
// Not `.gz`: some hosts would unpack that on the way.
const SNAPSHOT = 'python.snapshot';
const WHEELS_FOLDER = packagesFolder(PYODIDE_FOLDER);
const ID = 'virtual:pyodide-assets';
const TYPES: Readonly<Record<string, string>> = {
  mjs: 'text/javascript',
  wasm: 'application/wasm',
  json: 'application/json',
  zip: 'application/zip',
  whl: 'application/zip',
  snapshot: 'application/octet-stream',
};

/**
 * Serves Pyodide's files, the memory snapshot and the Python packages that set-up has fetched below `pyodide/` beside the
 * app, in dev as in the build. Other packages come from Pyodide's distribution, when code imports them.
 */
export function pyodidePlugin(): Plugin {
  return {
    name: 'edgewise-pyodide',
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    async load(id) {
      if (id !== `\0${ID}`) return null;
      const files = FILES.map((name) => ({ name, bytes: readOurs(name).length }));
      const { packed, sha256, unpacked } = await packedSnapshot();
      const snapshot = { name: `${SNAPSHOT}?${sha256.slice(0, 16)}`, bytes: packed.length, sha256, unpacked };
      const exported = { folder: `${FOLDER}/`, files, snapshot };
      return Object.entries(exported)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
        .join('');
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const path = request.url?.split('?')[0] ?? '';
        if (!path.includes(`/${FOLDER}/`)) return next();
        const name = [...FILES, SNAPSHOT, ...wheelNames()].find((file) => path.endsWith(`/${FOLDER}/${file}`));
        if (name === undefined) return next();
        const content = await contentOf(name);
        response.setHeader('Content-Type', TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
        // Workers that boot from a server without Content-Length have been seen to hang.
        response.setHeader('Content-Length', content.length);
        response.end(content);
      });
    },
    async generateBundle() {
      for (const name of [...FILES, SNAPSHOT, ...wheelNames()]) {
        this.emitFile({ type: 'asset', fileName: `${FOLDER}/${name}`, source: await contentOf(name) });
      }
    },
  };
}

async function contentOf(name: string): Promise<Uint8Array> {
  return name === SNAPSHOT ? (await packedSnapshot()).packed : readOurs(name);
}

let changedWasm: Uint8Array | null = null;

function readOurs(name: string): Uint8Array {
  if (name === WASM) {
    changedWasm ??= withDeallocStack(readFileSync(join(PYODIDE_FOLDER, name)));
    return changedWasm;
  }
  if (name === LOCK) {
    const lock = readLock(PYODIDE_FOLDER);
    return Buffer.from(JSON.stringify(rewriteLock(lock, hostedWheels(lock, WHEELS_FOLDER), DISTRIBUTION_URL)));
  }
  return readFileSync(join(name.endsWith('.whl') ? WHEELS_FOLDER : PYODIDE_FOLDER, name));
}

function wheelNames(): string[] {
  return hostedWheels(readLock(PYODIDE_FOLDER), WHEELS_FOLDER).map(({ fileName }) => fileName);
}

async function packedSnapshot(): Promise<{ packed: Uint8Array; sha256: string; unpacked: { sha256: string } }> {
  const path = await ensureSnapshot();
  const packedPath = `${path}.gz`;
  if (!existsSync(packedPath)) {
    const unfinished = `${packedPath}.${process.pid}`;
    writeFileSync(unfinished, gzipSync(readFileSync(path), { level: 9 }));
    renameSync(unfinished, packedPath);
  }
  const packed = readFileSync(packedPath);
  return { packed, sha256: checksum(packed), unpacked: { sha256: checksum(readFileSync(path)) } };
}

function checksum(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
