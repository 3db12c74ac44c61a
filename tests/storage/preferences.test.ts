import { describe, expect, test, vi } from 'vitest';
import { createPreferences } from '#storage/preferences.ts';

function fakeStorage(content: Record<string, string> = {}) {
  const map = new Map(Object.entries(content));
  return {
    map,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
  };
}

describe('preferences', () => {
  test('are remembered', () => {
    const storage = fakeStorage();
    const preferences = createPreferences({ storage });
    preferences.set('theme', 'dark');
    preferences.set('panes', { workbench: { statement: 40, editor: 60 } });
    const again = createPreferences({ storage });
    expect(again.get('theme')).toBe('dark');
    expect(again.get('panes')).toEqual({ workbench: { statement: 40, editor: 60 } });
    expect(again.get('fontSize')).toBe(14);
  });

  test.each([
    ['edgewise.theme', '"purple"'],
    ['edgewise.theme', 'not json'],
    ['edgewise.fontSize', '"14"'],
    ['edgewise.fontSize', '4000'],
    ['edgewise.panes', '{"workbench": {"statement": "wide"}}'],
    ['edgewise.panes', '[1]'],
    ['edgewise.clock', '{"lengthMs": 0, "shares": {"clarify": 1, "plan": 0, "code": 0, "test": 0, "discuss": 0}}'],
    ['edgewise.clock', '{"lengthMs": 60000, "shares": {"clarify": 1, "plan": 1, "code": 0, "test": 0, "discuss": 0}}'],
    ['edgewise.clock', '{"lengthMs": 60000, "shares": {"code": 1}}'],
    ['edgewise.clockShows', '"both"'],
  ])('fall back to their defaults when %s holds %s', (key, text) => {
    const preferences = createPreferences({ storage: fakeStorage({ [key]: text }) });
    expect(preferences.get('theme')).toBe('system');
    expect(preferences.get('fontSize')).toBe(14);
    expect(preferences.get('panes')).toEqual({});
    expect(preferences.get('clock').lengthMs).toBe(45 * 60_000);
    expect(preferences.get('clockShows')).toBe('left');
  });

  test('refuse a size that could not be read', () => {
    const preferences = createPreferences({ storage: null });
    preferences.set('fontSize', 1);
    preferences.set('fontSize', Number.NaN);
    expect(preferences.get('fontSize')).toBe(14);
  });

  test('hold for the page when storage throws', () => {
    const storage = {
      getItem: (): string => {
        throw new DOMException('', 'SecurityError');
      },
      setItem: (): void => {
        throw new DOMException('', 'QuotaExceededError');
      },
    };
    const preferences = createPreferences({ storage });
    preferences.set('theme', 'light');
    expect(preferences.get('theme')).toBe('light');
  });

  test('keep the same object until it changes, and tell of changes once', () => {
    const preferences = createPreferences({ storage: null });
    const listener = vi.fn();
    const unsubscribe = preferences.subscribe(listener);
    const panes = { workbench: { statement: 50 } };
    preferences.set('panes', panes);
    preferences.set('panes', panes);
    expect(preferences.get('panes')).toBe(preferences.get('panes'));
    expect(listener).toHaveBeenCalledTimes(1);
    unsubscribe();
    preferences.set('theme', 'dark');
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test('follow another tab', () => {
    const storage = fakeStorage();
    const page = new EventTarget();
    const preferences = createPreferences({ storage, page });
    const listener = vi.fn();
    preferences.subscribe(listener);
    storage.map.set('edgewise.theme', '"dark"');
    page.dispatchEvent(Object.assign(new Event('storage'), { key: 'someone else' }));
    expect(listener).not.toHaveBeenCalled();
    page.dispatchEvent(Object.assign(new Event('storage'), { key: 'edgewise.theme' }));
    expect(preferences.get('theme')).toBe('dark');
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
