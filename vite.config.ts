import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { catalogPlugin } from './src/catalog/build/plugin.ts';
import { pyodidePlugin } from './src/runner/snapshot/plugin.node.ts';

const problemsDir = join(dirname(fileURLToPath(import.meta.url)), 'problems');

/** Cross-origin isolation gives the page SharedArrayBuffer, and with it interrupts that reach a busy Python. */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

export default defineConfig({
  // Relative, so that the build works from any path of any host.
  base: './',
  plugins: [react(), catalogPlugin({ problemsDir }), pyodidePlugin()],
  worker: { format: 'es', plugins: () => [catalogPlugin({ problemsDir }), pyodidePlugin()] },
  build: { target: 'es2023', chunkSizeWarningLimit: 6000, assetsInlineLimit: 0 },
  server: { headers },
  preview: { headers },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
