const RELOADED = 'edgewise.reloaded-for-isolation';

/**
 * Sees to it that the page is cross-origin isolated: where the host sends no headers, a service worker adds them from
 * the next load on, and the page loads once more. Where that cannot be, everything works without, more coarsely.
 */
export async function ensureIsolation(): Promise<void> {
  if (window.crossOriginIsolated || !window.isSecureContext || !('serviceWorker' in navigator)) return;
  if (import.meta.env.DEV || wasReloaded()) return;
  try {
    await navigator.serviceWorker.register(new URL('service-worker.js', document.baseURI));
    await navigator.serviceWorker.ready;
    sessionStorage.setItem(RELOADED, 'yes');
    window.location.reload();
  } catch (error) {
    console.warn('The page is not cross-origin isolated; Stop will replace Python instead of interrupting it.', error);
  }
}

function wasReloaded(): boolean {
  try {
    return sessionStorage.getItem(RELOADED) !== null;
  } catch {
    return true; // without storage there is no telling, and a loop of reloads would be worse
  }
}
