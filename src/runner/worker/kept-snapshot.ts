import { snapshot } from 'virtual:pyodide-assets';
import { sha256 } from './sha256.ts';

/**
 * The unpacked memory snapshot, kept in Cache Storage by its checksum, so that later visits need not unpack it: that takes
 * longer than all the rest of a boot.
 */
const CACHE = 'edgewise-python';

/** An address at which nothing is served. */
const keyFor = (indexUrl: string): string => `${indexUrl}unpacked-${snapshot.unpacked.sha256}`;

export interface KeptSnapshot {
  /** Null when it is not what it should be; then it is thrown away. Never rejects. */
  read(): Promise<Uint8Array<ArrayBuffer> | null>;
}

/** Null where none is kept. Never rejects. */
export async function findKeptSnapshot(indexUrl: string): Promise<KeptSnapshot | null> {
  try {
    const cache = await caches.open(CACHE);
    const response = await cache.match(keyFor(indexUrl));
    if (response === undefined) return null;
    return {
      async read() {
        try {
          const bytes = await response.arrayBuffer();
          if ((await sha256(bytes)) === snapshot.unpacked.sha256) return new Uint8Array(bytes);
        } catch {
          // Not readable: as good as damaged.
        }
        await cache.delete(keyFor(indexUrl)).catch(() => false);
        return null;
      },
    };
  } catch {
    // No Cache Storage on pages without TLS, or none to be had: then the snapshot is unpacked again.
    return null;
  }
}

/** Keeps the snapshot, and lets go of those of other versions. Never rejects. */
export async function keepSnapshot(indexUrl: string, bytes: Uint8Array): Promise<void> {
  try {
    const cache = await caches.open(CACHE);
    const known = (await cache.keys()).map(({ url }) => url);
    const key = keyFor(indexUrl);
    if (!known.includes(key)) await cache.put(key, new Response(new Blob([new Uint8Array(bytes)])));
    // Another copy of the app on this host keeps its own.
    const ours = new URL('..', indexUrl).href;
    for (const url of known) if (url !== key && url.startsWith(ours)) await cache.delete(url);
  } catch {
    // A full disk: the next visit unpacks it again.
  }
}
