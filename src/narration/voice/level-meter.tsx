import { useEffect, useRef } from 'react';
import { useVoice } from './voice-context.ts';

/** What is quieter than this, in dB below the loudest that there is, shows as nothing. */
const FLOOR_DB = -54;

/** How fast the bar falls back, as a share of its length for each block of sound. */
const FALL = 0.12;

/** How loud the microphone is. It says nothing that the words beside it do not, so it is hidden from screen readers. */
export function LevelMeter() {
  const { onLevel } = useVoice();
  const bar = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let shown = 0;
    return onLevel((peak) => {
      const db = 20 * Math.log10(Math.max(peak, 1e-6));
      shown = Math.max(Math.min(1, 1 - db / FLOOR_DB), shown - FALL, 0);
      if (bar.current !== null) bar.current.style.transform = `scaleX(${shown})`;
    });
  }, [onLevel]);
  return (
    <span className="level" aria-hidden>
      <span className="level__bar" ref={bar} />
    </span>
  );
}
