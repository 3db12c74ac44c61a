import { useSyncExternalStore } from 'react';
import type { Preferences, PreferenceValues } from '#storage/preferences.ts';
import { usePreference } from './services.ts';

export type Theme = 'light' | 'dark';
export type ThemeChoice = PreferenceValues['theme'];

const SYSTEM_DARK = '(prefers-color-scheme: dark)';
/** The header's colour in each theme, for the browser's own frame. */
const FRAME_COLOURS: Readonly<Record<Theme, string>> = { light: '#f7f7f5', dark: '#16171a' };

export function resolveTheme(choice: ThemeChoice, systemIsDark: boolean): Theme {
  if (choice === 'system') return systemIsDark ? 'dark' : 'light';
  return choice;
}

/** Keeps `data-theme` of the document in step with the setting and the system. */
export function followTheme(preferences: Preferences): void {
  const system = window.matchMedia(SYSTEM_DARK);
  const apply = () => {
    const theme = resolveTheme(preferences.get('theme'), system.matches);
    document.documentElement.dataset.theme = theme;
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      meta.setAttribute('content', FRAME_COLOURS[theme]);
    }
  };
  preferences.subscribe(apply);
  system.addEventListener('change', apply);
  apply();
}

export function useTheme(): Theme {
  const choice = usePreference('theme');
  const systemIsDark = useSyncExternalStore(subscribeToSystem, () => window.matchMedia(SYSTEM_DARK).matches);
  return resolveTheme(choice, systemIsDark);
}

function subscribeToSystem(listener: () => void): () => void {
  const system = window.matchMedia(SYSTEM_DARK);
  system.addEventListener('change', listener);
  return () => system.removeEventListener('change', listener);
}
