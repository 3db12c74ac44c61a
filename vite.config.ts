import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { contentSecurityPolicy, securityHeaders } from './src/app/security-headers.ts';
import { catalogPlugin } from './src/catalog/build/plugin.ts';
import { pyodidePlugin } from './src/runner/snapshot/plugin.node.ts';

const root = dirname(fileURLToPath(import.meta.url));
const problemsDir = join(root, 'problems');

/** Hosts that send no headers get the policy from the page itself. */
function policyInPage(): Plugin {
  return {
    name: 'edgewise-policy-in-page',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy() },
        injectTo: 'head-prepend',
      },
    ],
  };
}

export default defineConfig({
  // Relative, so that the build works from any path of any host.
  base: './',
  plugins: [react(), catalogPlugin({ problemsDir }), pyodidePlugin(), policyInPage()],
  worker: { format: 'es', plugins: () => [catalogPlugin({ problemsDir }), pyodidePlugin()] },
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 6000,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: join(root, 'index.html'), 'service-worker': join(root, 'src/app/service.worker.ts') },
      output: {
        // The service worker must lie at the root of what it serves, under a name that never changes.
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { headers: { ...securityHeaders(contentSecurityPolicy('development')) } },
  preview: { headers: { ...securityHeaders() } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    environment: 'node',
    retry: process.env.CI ? 1 : 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
