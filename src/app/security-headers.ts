/**
 * The headers that the site wants of every response. Cross-origin isolation gives the page SharedArrayBuffer, and with
 * it interrupts that reach a busy Python; the policy lets no script in but our own, and no request out but for the
 * Python packages that are not served from here.
 */
export function securityHeaders(policy: string = contentSecurityPolicy()): Readonly<Record<string, string>> {
  return {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Content-Security-Policy': policy,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}

/** `development` allows what Vite's dev server needs: its inline preamble and its socket. */
export function contentSecurityPolicy(mode: 'production' | 'development' = 'production'): string {
  const development = mode === 'development';
  const directives = [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval'${development ? " 'unsafe-inline'" : ''}`,
    // Monaco and KaTeX set styles on elements.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    // Pyodide's distribution: numpy comes from there when code imports it, with the hash that Pyodide's lock file names. A
    // path keeps the rest of that host out.
    `connect-src 'self' https://cdn.jsdelivr.net/pyodide/${development ? ' ws:' : ''}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "media-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return directives.join('; ');
}
