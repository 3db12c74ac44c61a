/**
 * Where one is, kept behind `#` so that the built site works from any path of any host: `#/plan`, or `#/?topic=heap` with
 * a query of its own. (The router's own hash location would move the query in front of the `#`.)
 */
import { useSyncExternalStore } from 'react';

interface NavigateOptions {
  /** Puts the address in the place of the present one, so that Back does not lead there. */
  readonly replace?: boolean;
}

/** Path and query of an address such as `https://host/#/plan?x=1`; the query has no `?`. */
export function splitHash(hash: string): { readonly path: string; readonly query: string } {
  const [path = '', ...query] = hash.replace(/^#?\/?/, '').split('?');
  return { path: `/${path}`, query: query.join('?') };
}

/** Goes to a path, with or without a query. Everyone who shows the address is told. */
export function navigate(to: string, { replace = false }: NavigateOptions = {}): void {
  const { path, query } = splitHash(to);
  const oldURL = location.href;
  const address = `#${path}${query === '' ? '' : `?${query}`}`;
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL: location.href }));
}

/** For the router: the path, without the query. */
export function useHashPath(): [string, typeof navigate] {
  return [useSyncExternalStore(subscribe, () => splitHash(location.hash).path), navigate];
}
useHashPath.hrefs = (href: string): string => `#${href}`;

/** What stands behind the `?`. */
export function useHashQuery(): string {
  return useSyncExternalStore(subscribe, () => splitHash(location.hash).query);
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}
