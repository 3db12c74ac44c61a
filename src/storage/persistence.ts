import type { WriterHealth } from './event-writer.ts';

/** Where the log lives; `reason` is one or two sentences for the candidate. */
export type Persistence = { readonly kind: 'disk' } | { readonly kind: 'memory'; readonly reason: string };

export interface HealthReport {
  /** Takes the health of all writers, and tells the listeners. */
  report(health: readonly WriterHealth[]): void;
  /** The same object until it changes. */
  persistence(): Persistence;
  /** Calls `listener` after every report; returns the way to unsubscribe. */
  subscribe(listener: () => void): () => void;
}

/** `reason`: why there is no disk at all; null where there is one. */
export function createHealthReport(reason: string | null): HealthReport {
  const listeners = new Set<() => void>();
  let persistence: Persistence = reason === null ? { kind: 'disk' } : { kind: 'memory', reason };
  return {
    report(health) {
      const failing = health.find((one) => one.kind === 'failing');
      if (failing === undefined) {
        if (persistence.kind === 'memory') persistence = { kind: 'disk' };
      } else {
        const sentence = writeFailure(failing.error);
        if (persistence.kind === 'disk' || persistence.reason !== sentence) {
          persistence = { kind: 'memory', reason: sentence };
        }
      }
      // In a task of their own: a listener that throws must not look like a write that failed.
      for (const listener of listeners) queueMicrotask(listener);
    },
    persistence: () => persistence,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Why a write failed, for the candidate. */
export function writeFailure(error: unknown): string {
  if (errorNames(error).includes('QuotaExceededError')) {
    return 'The browser has no room left to save in. Your work is kept in this tab only until there is room again.';
  }
  return `The browser could not save (${describe(error)}). Your work is kept in this tab only while it keeps trying.`;
}

/** Why there is no database at all, for the candidate. */
export function openFailure(error: unknown): string {
  return `This browser does not let the page save (${describe(error)}). Your work is kept until this tab is closed.`;
}

/** An error's name and those of the errors it wraps: Dexie reports a full disk as an abort with the cause inside. */
export function errorNames(error: unknown): readonly string[] {
  const found: string[] = [];
  let current: unknown = error;
  while (typeof current === 'object' && current !== null && found.length < 8) {
    if ('name' in current && typeof current.name === 'string') found.push(current.name);
    current = 'inner' in current ? current.inner : undefined;
  }
  return found;
}

function describe(error: unknown): string {
  return errorNames(error).at(-1) ?? 'unknown error';
}
