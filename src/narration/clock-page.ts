/** What the clock asks of the page it is on. */
export interface Page {
  isVisible(): boolean;
  /** Calls `listener` when the page is shown or hidden; returns the way to stop. */
  onVisibility(listener: () => void): () => void;
}

export function browserPage(): Page {
  return {
    isVisible: () => document.visibilityState === 'visible',
    onVisibility(listener) {
      document.addEventListener('visibilitychange', listener);
      return () => document.removeEventListener('visibilitychange', listener);
    },
  };
}
