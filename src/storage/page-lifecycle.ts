/**
 * Calls `listener` when the page may be about to go: on `pagehide`, and whenever it becomes hidden, which on phones is the
 * last thing that a page is told. Returns the way to stop. Outside a page it does nothing.
 */
export function onPageLeaving(listener: () => void): () => void {
  if (typeof window === 'undefined' || typeof document === 'undefined') return () => {};
  const onVisibility = (): void => {
    if (document.visibilityState === 'hidden') listener();
  };
  window.addEventListener('pagehide', listener);
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    window.removeEventListener('pagehide', listener);
    document.removeEventListener('visibilitychange', onVisibility);
  };
}
