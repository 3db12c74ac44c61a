import { useEffect, useRef } from 'react';
import { type Chord, matchesChord, takesText } from './keys.ts';

export interface Shortcut {
  readonly chord: Chord;
  /** Returning false lets the key stroke go on to whoever else wants it. */
  readonly action: () => unknown;
}

/**
 * Listens in the capture phase, so that a shortcut works wherever the focus is, the code editor (which has meanings of its
 * own for some of these keys) included. Keys without a modifier are left alone where text is typed, and everything
 * is left alone while a dialog is open.
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return;
      for (const { chord, action } of latest.current) {
        if (!matchesChord(event, chord)) continue;
        if (chord.length === 1 && takesText(event.target)) continue;
        if (action() === false) continue;
        event.preventDefault();
        event.stopPropagation();
        return;
      }
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}
