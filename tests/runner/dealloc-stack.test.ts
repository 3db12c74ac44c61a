import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { withDeallocStack } from '#runner/snapshot/dealloc-stack.node.ts';

const wasm = new Uint8Array(readFileSync(createRequire(import.meta.url).resolve('pyodide/pyodide.asm.wasm')));

describe('the stack that freeing an object takes', () => {
  test('is added to the Pyodide that is installed, and the result is valid WebAssembly with the same exports', async () => {
    const changed = new Uint8Array(withDeallocStack(wasm));
    expect(changed.length).toBeGreaterThan(wasm.length);
    expect(changed.length).toBeLessThan(wasm.length + 32);
    const [before, after] = await Promise.all([WebAssembly.compile(wasm), WebAssembly.compile(changed)]);
    expect(WebAssembly.Module.exports(after)).toEqual(WebAssembly.Module.exports(before));
  });

  test('is added to nothing else: the build fails with the place to look', () => {
    const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
    expect(() => withDeallocStack(empty)).toThrow(/dealloc-stack/);
  });
});
