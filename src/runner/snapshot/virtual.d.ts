/** Pyodide's files as they are served, put together by `plugin.node.ts`. Sizes in bytes. */
declare module 'virtual:pyodide-assets' {
  /** Relative to the page, with a slash at the end. */
  export const folder: string;
  export const files: readonly { readonly name: string; readonly bytes: number }[];
  /** Packed with gzip; `sha256` is that of the packed bytes, and `unpacked.sha256` that of what is in them. */
  export const snapshot: {
    readonly name: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly unpacked: { readonly sha256: string };
  };
}
