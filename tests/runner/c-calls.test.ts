import type { PyodideAPI } from 'pyodide';
import { expect, test } from 'vitest';
import { type CPython, type CreateModule, keepTrampoline } from '#runner/worker/c-calls.ts';

/** The runtime begins at byte 16, its trampoline lies 8 bytes in, and byte 4 tells so. */
function aModule(trampoline: number): CPython {
  const HEAP32 = new Int32Array([0, 8, 0, 0, 0, 0, trampoline, 0]);
  return { HEAP32, __PyRuntime: 16, __PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET: 4 };
}

const makes = (module: CPython): CreateModule => (async () => module) as unknown as CreateModule;
const settings = {} as Parameters<CreateModule>[0];
const around = (module: CPython): PyodideAPI => ({ _module: module }) as unknown as PyodideAPI;

/** The trampoline after an engine with `own` has restored a snapshot with `snapshots`. */
async function restored({ own, snapshots }: { readonly own: number; readonly snapshots: number }) {
  const module = aModule(own);
  const { createModule, putBack } = keepTrampoline(makes(module));
  await createModule(settings);
  module.HEAP32.set(aModule(snapshots).HEAP32);
  putBack(around(module));
  return module.HEAP32[6];
}

test('the trampoline that the engine had entered survives a snapshot that knows none', async () => {
  expect(await restored({ own: 14_174, snapshots: 0 })).toBe(14_174);
});

test('where the engine has no trampoline, that of the snapshot is not used', async () => {
  expect(await restored({ own: 0, snapshots: 14_174 })).toBe(0);
});

test('memory that has grown since is written to, not the memory of before', async () => {
  const module = aModule(7);
  const { createModule, putBack } = keepTrampoline(makes(module));
  await createModule(settings);
  const grown = aModule(0);
  putBack(around(grown));
  expect(grown.HEAP32[6]).toBe(7);
});
