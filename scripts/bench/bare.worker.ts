/// <reference lib="webworker" />
/** Pyodide as anybody would use it: no snapshot, no harness. What Edgewise is measured against. */

import { folder } from 'virtual:pyodide-assets';
import { loadPyodide, type PyodideAPI } from 'pyodide';

declare const self: DedicatedWorkerGlobalScope;

export type BareRequest = { readonly base: string } | { readonly python: string };
export type BareAnswer = { readonly ms: number; readonly result: string };

let pyodide: PyodideAPI | null = null;

self.addEventListener('message', async ({ data }: MessageEvent<BareRequest>) => {
  const started = performance.now();
  if ('base' in data) pyodide = await loadPyodide({ indexURL: new URL(folder, data.base).href });
  const result = 'python' in data && pyodide !== null ? String(pyodide.runPython(data.python)) : 'ready';
  const answer: BareAnswer = { ms: performance.now() - started, result };
  self.postMessage(answer);
});
