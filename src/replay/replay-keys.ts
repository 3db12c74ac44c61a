import { useEffect } from 'react';
import { takesText } from '#ui/keys.ts';
import type { Replay } from './store.ts';

const STEP_MS = 5000;

/**
 * The keys of a player, wherever the focus is, but not where it has a use of its own for them: in texts and choices, and on
 * buttons for Space.
 */
export function useReplayKeys(replay: Replay): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return;
      const { target } = event;
      if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null) return;
      if (target instanceof Element && target.closest('[role="tablist"], [role="separator"]') !== null) return;
      const action = actionOf(event, replay, target);
      if (action === null) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [replay]);
}

function actionOf({ key, shiftKey }: KeyboardEvent, replay: Replay, target: EventTarget | null): (() => void) | null {
  const { player, goToLandmark } = replay;
  const by = (ms: number) => () => player.seek(player.store.getState().t + ms);
  const onSlider = target instanceof Element && target.closest('[role="slider"]') !== null;
  const onButton = target instanceof Element && target.closest('button, a, [role="button"]') !== null;
  switch (key) {
    case ' ':
      return onButton ? null : player.toggle;
    case 'ArrowLeft':
      return shiftKey ? () => goToLandmark(-1) : by(-STEP_MS);
    case 'ArrowRight':
      return shiftKey ? () => goToLandmark(1) : by(STEP_MS);
    // Elsewhere these scroll.
    case 'ArrowUp':
      return onSlider ? () => goToLandmark(-1) : null;
    case 'ArrowDown':
      return onSlider ? () => goToLandmark(1) : null;
    case 'Home':
      return onSlider ? () => player.seek(0) : null;
    case 'End':
      return onSlider ? () => player.seek(player.durationMs) : null;
    default:
      return null;
  }
}
