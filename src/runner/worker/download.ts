/// <reference lib="webworker" />
import { files, snapshot } from 'virtual:pyodide-assets';
import { loadPyodide } from 'pyodide';
import type { BootRequest } from '../protocol.ts';
import type { PyodideFiles } from './boot.ts';
import { type CreateModule, keepTrampoline } from './c-calls.ts';
import { findKeptSnapshot } from './kept-snapshot.ts';
import { sha256 } from './sha256.ts';

declare const self: DedicatedWorkerGlobalScope;

/** What of Pyodide is fetched; the rest of `files` is its script, which is imported. */
const WASM = 'pyodide.asm.wasm';
const SCRIPT = 'pyodide.asm.mjs';

/**
 * Begins to fetch everything that Python starts from, all at once: the WebAssembly is compiled while the memory snapshot is
 * still being unpacked. Pyodide is then served from what has been fetched here, since its own fetches tell no progress.
 */
export function obtainPyodide(request: BootRequest, onProgress: (loaded: number, total: number) => void): PyodideFiles {
  const { indexUrl } = request;
  const known = request.snapshot;
  const kept = known === undefined ? findKeptSnapshot(indexUrl) : Promise.resolve({ read: async () => copyOf(known) });
  const count = counter(onProgress);
  /** Someone who has been here before has the files in the cache: nothing worth counting arrives. */
  const read = async (name: string): Promise<Response> => {
    const [before, response] = await Promise.all([kept, fetch(indexUrl + name).catch(unreachable(name))]);
    if (!response.ok || response.body === null)
      throw new Error(`${name} could not be downloaded (HTTP ${response.status}).`);
    return before === null ? new Response(response.body.pipeThrough(count()), { headers: headersOf(name) }) : response;
  };
  const memory = kept
    .then((before) => before?.read() ?? null)
    .then(async (bytes) => bytes ?? unpack(await (await read(snapshot.name)).blob()));
  const module = request.module === undefined ? read(WASM).then(compile) : Promise.resolve(request.module);
  const script: Promise<{ readonly default: CreateModule }> = import(/* @vite-ignore */ indexUrl + SCRIPT).catch(
    unreachable(SCRIPT),
  );
  const others = new Map(
    files
      .filter(({ name }) => name !== WASM && name !== SCRIPT)
      .map(({ name }) => [name, read(name).then((response) => response.arrayBuffer())] as const),
  );
  const arrived = Promise.all([module, script, ...others.values()]);
  for (const promise of [memory, arrived]) promise.catch(() => undefined);

  return {
    snapshot: memory,
    arrived,
    module,
    async load(options) {
      const { createModule, putBack } = keepTrampoline((await script).default);
      const { fetch } = self;
      const { instantiateStreaming } = WebAssembly;
      self.fetch = async (input, init) => {
        const url = String(input instanceof Request ? input.url : input);
        const name = url.startsWith(indexUrl) ? url.slice(indexUrl.length) : '';
        if (name === WASM) return new Response(null);
        const content = others.get(name);
        return content === undefined ? fetch(input, init) : new Response(await content);
      };
      const instantiate = async (_: unknown, imports?: WebAssembly.Imports) => {
        const compiled = await module;
        return { module: compiled, instance: await WebAssembly.instantiate(compiled, imports) };
      };
      Object.assign(WebAssembly, { instantiateStreaming: instantiate });
      try {
        const pyodide = await loadPyodide({ ...options, createPyodideModule: createModule });
        putBack(pyodide);
        return pyodide;
      } finally {
        self.fetch = fetch;
        Object.assign(WebAssembly, { instantiateStreaming });
      }
    },
  };
}

function unreachable(name: string): (reason: unknown) => never {
  return (reason) => {
    throw new Error(`${name} could not be downloaded. Check the connection and try again.`, { cause: reason });
  };
}

/** Pyodide decodes text from it, which browsers refuse to do from shared memory. */
function copyOf(shared: SharedArrayBuffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(shared).slice();
}

/** Not every host knows what to call WebAssembly, and browsers compile it while it streams only under its own name. */
function headersOf(name: string): Record<string, string> {
  return name === WASM ? { 'Content-Type': 'application/wasm' } : {};
}

async function compile(response: Response): Promise<WebAssembly.Module> {
  const type = response.headers.get('Content-Type') ?? '';
  if (type.startsWith('application/wasm')) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

function counter(
  onProgress: (loaded: number, total: number) => void,
): () => TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  const total = [...files.filter(({ name }) => name !== SCRIPT), snapshot].reduce((sum, { bytes }) => sum + bytes, 0);
  let loaded = 0;
  return () =>
    new TransformStream({
      transform(part, controller) {
        loaded += part.byteLength;
        onProgress(Math.min(loaded, total), total);
        controller.enqueue(part);
      },
    });
}

/** Checks the snapshot and unpacks it: a truncated or altered one must not become somebody's Python. */
async function unpack(packed: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const unpacked = new Response(packed.stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  const [bytes, digest] = await Promise.all([unpacked, packed.arrayBuffer().then(sha256)]);
  if (digest !== snapshot.sha256) throw new Error('The checksum of the memory snapshot is wrong.');
  return new Uint8Array(bytes);
}
