import { PHASES, type PhaseShares } from '#domain/phase.ts';
import { SUGGESTED_SHARES } from '#domain/session-clock.ts';

/** Sizes of the panels of one group, in percent, by panel id. */
export type PaneLayout = Readonly<Record<string, number>>;

/** How the page looks to this person. Nothing here is work: losing it is a nuisance, no more. */
export interface PreferenceValues {
  readonly theme: 'system' | 'light' | 'dark';
  /** Of the editor, in CSS pixels. */
  readonly fontSize: number;
  /** By the id of the group. */
  readonly panes: Readonly<Record<string, PaneLayout>>;
  /** What the last clock was started with: its length, and what share of it each phase gets. */
  readonly clock: { readonly lengthMs: number; readonly shares: PhaseShares };
  /** Whether the clock counts down or up. */
  readonly clockShows: 'left' | 'elapsed';
  readonly voice: VoicePreferences;
}

export interface VoicePreferences {
  /** The device's id; empty for the system's choice. */
  readonly microphone: string;
  /** After how long a silence a hint comes, in ms; 0 for never. */
  readonly nudgeMs: number;
  /** Whether what is said is written down, and who may listen: this machine only, or the browser's vendor too. */
  readonly transcript: 'off' | 'local' | 'cloud';
  /** Whether it has been said what becomes of the voice. */
  readonly told: boolean;
}

export type PreferenceKey = keyof PreferenceValues;

export interface Preferences {
  /** The same object until it changes; the default where nothing valid is stored. */
  get<K extends PreferenceKey>(key: K): PreferenceValues[K];
  /** Values that are not valid are ignored. Never throws: without storage, values last as long as the page. */
  set<K extends PreferenceKey>(key: K, value: PreferenceValues[K]): void;
  /** Calls `listener` after every change, also by another tab; returns the way to unsubscribe. */
  subscribe(listener: () => void): () => void;
}

export const FONT_SIZES = { min: 10, max: 28 } as const;

/** Lengths of a session against the clock, in minutes. */
export const CLOCK_MINUTES = { min: 1, max: 240 } as const;

const DEFAULTS: PreferenceValues = {
  theme: 'system',
  fontSize: 14,
  panes: {},
  clock: { lengthMs: 45 * 60_000, shares: SUGGESTED_SHARES },
  clockShows: 'left',
  voice: { microphone: '', nudgeMs: 45_000, transcript: 'off', told: false },
};

const VALID: { readonly [K in PreferenceKey]: (value: unknown) => value is PreferenceValues[K] } = {
  theme: (value) => value === 'system' || value === 'light' || value === 'dark',
  fontSize: (value): value is number => typeof value === 'number' && value >= FONT_SIZES.min && value <= FONT_SIZES.max,
  panes: (value): value is PreferenceValues['panes'] => isRecord(value) && Object.values(value).every(isPaneLayout),
  clock: (value): value is PreferenceValues['clock'] =>
    isRecord(value) && isClockLength(value.lengthMs) && isPhaseShares(value.shares),
  clockShows: (value) => value === 'left' || value === 'elapsed',
  voice: (value): value is VoicePreferences =>
    isRecord(value) &&
    typeof value.microphone === 'string' &&
    typeof value.nudgeMs === 'number' &&
    value.nudgeMs >= 0 &&
    (value.transcript === 'off' || value.transcript === 'local' || value.transcript === 'cloud') &&
    typeof value.told === 'boolean',
};

/** The localStorage key of a preference; its value is JSON. */
export function preferenceKey(key: PreferenceKey): string {
  return `edgewise.${key}`;
}

export interface PreferencesOptions {
  /** Null: memory only. By default the page's localStorage, where it may be used. */
  readonly storage?: Pick<Storage, 'getItem' | 'setItem'> | null;
  /** Where `storage` events of other tabs arrive. */
  readonly page?: Pick<EventTarget, 'addEventListener'> | null;
}

export function createPreferences(options: PreferencesOptions = {}): Preferences {
  const storage = options.storage === undefined ? pageStorage() : options.storage;
  const page = options.page === undefined ? (typeof window === 'undefined' ? null : window) : options.page;
  const listeners = new Set<() => void>();
  const current: { -readonly [K in PreferenceKey]: PreferenceValues[K] } = {
    theme: read(storage, 'theme'),
    fontSize: read(storage, 'fontSize'),
    panes: read(storage, 'panes'),
    clock: read(storage, 'clock'),
    clockShows: read(storage, 'clockShows'),
    voice: read(storage, 'voice'),
  };
  const notify = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const reload = <K extends PreferenceKey>(key: K): void => {
    current[key] = read(storage, key);
  };

  page?.addEventListener('storage', (event) => {
    const changed = 'key' in event ? event.key : null;
    // A null key says that everything was cleared.
    const keys = PREFERENCE_KEYS.filter((key) => changed === null || changed === preferenceKey(key));
    for (const key of keys) reload(key);
    if (keys.length > 0) notify();
  });

  return {
    get: (key) => current[key],
    set(key, value) {
      if (!VALID[key](value) || Object.is(current[key], value)) return;
      current[key] = value;
      try {
        storage?.setItem(preferenceKey(key), JSON.stringify(value));
      } catch {
        // Full or forbidden: the value holds for this page.
      }
      notify();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const PREFERENCE_KEYS = [
  'theme',
  'fontSize',
  'panes',
  'clock',
  'clockShows',
  'voice',
] as const satisfies readonly PreferenceKey[];

function read<K extends PreferenceKey>(storage: Pick<Storage, 'getItem'> | null, key: K): PreferenceValues[K] {
  try {
    const value: unknown = JSON.parse(storage?.getItem(preferenceKey(key)) ?? 'null');
    return VALID[key](value) ? value : DEFAULTS[key];
  } catch {
    return DEFAULTS[key];
  }
}

/** Even naming `localStorage` throws where cookies are blocked. */
function pageStorage(): Storage | null {
  try {
    return typeof window === 'undefined' ? null : window.localStorage;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPaneLayout(value: unknown): value is PaneLayout {
  return isRecord(value) && Object.values(value).every((size) => typeof size === 'number' && size >= 0 && size <= 100);
}

function isClockLength(value: unknown): value is number {
  return typeof value === 'number' && value >= CLOCK_MINUTES.min * 60_000 && value <= CLOCK_MINUTES.max * 60_000;
}

/** None negative, and together the whole, as exactly as numbers go. */
function isPhaseShares(value: unknown): value is PhaseShares {
  if (!isRecord(value)) return false;
  const shares = PHASES.map((phase) => value[phase]).filter((share) => typeof share === 'number' && share >= 0);
  const sum = shares.reduce<number>((total, share) => total + Number(share), 0);
  return shares.length === PHASES.length && Math.abs(sum - 1) < 1e-6;
}
