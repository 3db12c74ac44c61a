import { Eye, EyeOff, Pause, Play, TimerOff } from 'lucide-react';
import type { SessionClock } from '#domain/session-clock.ts';
import { Button } from '#ui/button.tsx';
import { formatClock } from '#ui/format.ts';
import { useClock, useClockState } from './clock-context.ts';
import { CLOCK_KEYS } from './keymap.ts';

interface ClockFaceProps {
  readonly clock: SessionClock;
  readonly shows: 'left' | 'elapsed';
  readonly onToggle: () => void;
}

/** The time, and what can be done to it. */
export function ClockFace({ clock, shows, onToggle }: ClockFaceProps) {
  const { pause, resume, toggleHidden, remove } = useClock();
  const { state, hidden } = clock;
  return (
    <fieldset className="clock" aria-label="Clock">
      {state === 'paused' && <span className="clock__state">Paused</span>}
      {!hidden && <Time clock={clock} shows={shows} onToggle={onToggle} />}
      {state === 'running' && (
        <Button
          tone="quiet"
          icon={<Pause size={14} aria-hidden />}
          aria-label="Pause"
          tip="Pause the clock"
          chord={CLOCK_KEYS.clock}
          onClick={pause}
        />
      )}
      {state === 'paused' && (
        <Button
          tone="primary"
          icon={<Play size={14} aria-hidden />}
          tip="Let the clock run on"
          chord={CLOCK_KEYS.clock}
          onClick={resume}
        >
          Resume
        </Button>
      )}
      {state !== 'ended' && (
        <>
          <Button
            tone="quiet"
            icon={hidden ? <Eye size={15} aria-hidden /> : <EyeOff size={15} aria-hidden />}
            aria-label={hidden ? 'Show the clock' : 'Hide the clock'}
            chord={CLOCK_KEYS.hide}
            className="clock__extra"
            onClick={toggleHidden}
          />
          <Button
            tone="quiet"
            icon={<TimerOff size={15} aria-hidden />}
            aria-label="Take the clock away"
            tip="Go on without a clock"
            className="clock__extra"
            onClick={remove}
          />
        </>
      )}
    </fieldset>
  );
}

function Time({ clock, shows, onToggle }: ClockFaceProps) {
  // In whole seconds, so that both ways to count change at the same moment and add up to the length.
  const elapsed = useClockState(({ now }) => Math.floor(clock.elapsedAt(now) / 1000));
  const left = Math.round(clock.lengthMs / 1000) - elapsed;
  if (clock.state === 'ended') {
    return (
      <span className="clock__time">
        {formatClock(elapsed * 1000)} <small>in all</small>
      </span>
    );
  }
  const over = left < 0;
  const other = shows === 'left' ? 'elapsed' : 'left';
  return (
    <button type="button" className="clock__time" data-over={over} title={`Show the time ${other}`} onClick={onToggle}>
      {shows === 'elapsed' && formatClock(elapsed * 1000)}
      {shows === 'left' && !over && formatClock(left * 1000)}
      {over && shows === 'left' && `+${formatClock(-left * 1000)}`} <small>{over ? 'over time' : shows}</small>
    </button>
  );
}
