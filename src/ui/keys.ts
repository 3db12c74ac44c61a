/** A key combination as written in the code: modifiers then key, such as `Mod+Shift+Enter`; `Mod` is Cmd on a Mac, else Ctrl. */
export type Chord = string;

/** What of a keyboard event decides whether it is a chord. */
export interface KeyStroke {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

/** Where on the keyboard a symbol is, for chords with Alt. */
const PLACES: Readonly<Record<string, string>> = { '.': 'Period', ',': 'Comma' };

/**
 * Whether a key stroke is the chord. Letters, digits, and point and comma with Alt, are matched by their place on the
 * keyboard as well, since Alt and Shift turn them into other characters on some layouts.
 */
export function matchesChord(stroke: KeyStroke, chord: Chord, mac: boolean = isMac): boolean {
  const parts = chord.split('+');
  const key = parts.at(-1) ?? '';
  const has = (modifier: string) => parts.slice(0, -1).includes(modifier);
  const ctrl = has('Ctrl') || (has('Mod') && !mac);
  const meta = has('Mod') && mac;
  if (stroke.ctrlKey !== ctrl || stroke.metaKey !== meta || stroke.altKey !== has('Alt')) return false;
  // A character such as '?' needs Shift on some layouts and not on others.
  const isSymbol = key.length === 1 && !/[a-z0-9]/i.test(key);
  if (!isSymbol && stroke.shiftKey !== has('Shift')) return false;
  if (stroke.key.toLowerCase() === key.toLowerCase()) return true;
  if (stroke.altKey && !stroke.shiftKey && PLACES[key] === stroke.code) return true;
  return /^\d$/.test(key) ? stroke.code === `Digit${key}` : /^[A-Z]$/.test(key) && stroke.code === `Key${key}`;
}

const MAC_SIGNS: Readonly<Record<string, string>> = { Mod: '\u2318', Ctrl: '\u2303', Shift: '\u21e7', Alt: '\u2325' };
const KEY_NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: '\u2190',
  ArrowRight: '\u2192',
  ArrowUp: '\u2191',
  ArrowDown: '\u2193',
  Escape: 'Esc',
};

/** The keys of a chord as the user's keyboard names them. */
export function chordKeys(chord: Chord, mac: boolean = isMac): readonly string[] {
  return chord.split('+').map((part) => {
    if (mac && MAC_SIGNS[part] !== undefined) return MAC_SIGNS[part];
    return part === 'Mod' ? 'Ctrl' : (KEY_NAMES[part] ?? part);
  });
}

export function chordText(chord: Chord, mac: boolean = isMac): string {
  return chordKeys(chord, mac).join(mac ? '' : '+');
}

/** Whether typed characters go into this element, so that single-key shortcuts must keep still. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    target.closest('.monaco-editor') !== null
  );
}
