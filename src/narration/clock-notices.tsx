import { X } from 'lucide-react';
import { PHASE_NAMES, type Phase } from '#domain/phase.ts';
import type { PhaseSign } from '#domain/session-clock.ts';
import { Button } from '#ui/button.tsx';
import { formatClock } from '#ui/format.ts';
import { Toast } from '#ui/toast.tsx';
import { useClock, useClockState } from './clock-context.ts';

const REASONS: Readonly<Record<PhaseSign, string>> = {
  edit: 'since you write code',
  run: 'since you run it',
  accepted: 'since it is accepted',
};

/** Not longer: it lies over the results, and the phase can be changed in the bar at any time. */
const MOVE_SHOWN_MS = 6000;

/** What the clock says of its own accord: a phase that it moved to, a clock taken away, an absence. */
export function ClockNotices() {
  const clock = useClock();
  const moved = useClockState((state) => state.moved);
  const removed = useClockState((state) => state.removed);
  const awayMs = useClockState((state) => state.awayMs);
  return (
    <>
      <PhaseAnnouncement />
      {moved !== null && (
        <div className="session-toast">
          <Toast
            key={moved.to}
            text={`Phase: ${PHASE_NAMES[moved.to]}, ${REASONS[moved.sign]}.`}
            action={{ label: `Back to ${PHASE_NAMES[moved.from]}`, perform: clock.undoMove }}
            onDismiss={clock.forgetMove}
            duration={MOVE_SHOWN_MS}
          />
        </div>
      )}
      {removed && (
        <div className="session-toast">
          <Toast
            text="The clock is taken away."
            action={{ label: 'Undo', perform: clock.undoRemove }}
            onDismiss={clock.forgetRemove}
          />
        </div>
      )}
      {awayMs !== null && (
        <div className="session-notice" role="status">
          <span>You were away for {formatClock(awayMs)}. It counts.</span>
          <Button onClick={clock.leaveOut}>Leave it out</Button>
          <Button tone="quiet" icon={<X size={14} aria-hidden />} aria-label="Dismiss" onClick={clock.forgetAbsence} />
        </div>
      )}
    </>
  );
}

/** For screen readers: the phase that the candidate chose; the others announce themselves. */
function PhaseAnnouncement() {
  const phase = useClockState(({ clock }): Phase | null => (clock?.by === 'candidate' ? clock.phase : null));
  return (
    <p className="visually-hidden" role="status">
      {phase !== null && `Phase: ${PHASE_NAMES[phase]}`}
    </p>
  );
}
