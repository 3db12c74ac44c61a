import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import type { ReviewQueue } from '#review/queue.ts';
import { useServices } from './services.ts';

/** How many cases are due for review; 0 until the log has been read. */
export function useDueCount(): number {
  return useStore(useServices().review.store, (state) => (state.kind === 'ready' ? state.due.length : 0));
}

/** The queue, for the pages that show it: read at once, not when there is time. */
export function useReviewQueue(): ReviewQueue {
  const { review } = useServices();
  useEffect(review.keepFresh, [review]);
  return review;
}

/** How often the queue looks at the clock, in ms. */
const TICK_MS = 30_000;

/** Keeps the queue true: what happened on the page that is left, in another tab, and by the hour. */
export function useFreshQueue(): void {
  const { review } = useServices();
  const [location] = useLocation();
  const left = useRef(location);
  useEffect(() => {
    const { current } = left;
    left.current = location;
    // There an attempt may have begun, or attempts come and gone by the hundred, without an event of this page's.
    const mayHaveChanged = /^\/(problems|data)\b/.test(current);
    return whenIdle(mayHaveChanged ? () => void review.refresh() : review.keepFresh);
  }, [review, location]);
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === 'visible') void review.refresh();
    };
    document.addEventListener('visibilitychange', refresh);
    const timer = setInterval(review.tick, TICK_MS);
    return () => {
      document.removeEventListener('visibilitychange', refresh);
      clearInterval(timer);
    };
  }, [review]);
}

/** After the page has been painted; returns the way to call it off. */
function whenIdle(action: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(action, 50);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(action, { timeout: 500 });
  return () => cancelIdleCallback(handle);
}
