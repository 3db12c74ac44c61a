import { DropdownMenu } from 'radix-ui';
import { PHASE_NAMES, PHASES, type Phase } from '#domain/phase.ts';
import { plannedPhase, type SessionClock } from '#domain/session-clock.ts';
import { formatClock } from '#ui/format.ts';
import { useClock, useClockState } from './clock-context.ts';

interface PhasesProps {
  readonly clock: SessionClock;
}

/** The phases side by side, as wide as their shares: where one is, how long one was in each, where one would be by the plan. */
export function ClockPhases({ clock }: PhasesProps) {
  const { goTo } = useClock();
  const planned = usePlanned(clock);
  const over = clock.state === 'ended';
  return (
    <fieldset className="phases" aria-label="Phases">
      {PHASES.map((phase) => (
        <button
          key={phase}
          type="button"
          className="phase"
          style={{ flexGrow: clock.shares[phase] * 100 }}
          aria-current={phase === clock.phase && !over ? 'step' : undefined}
          disabled={over}
          onClick={() => goTo(phase)}
        >
          <PhaseLabel clock={clock} phase={phase} />
          <PhaseTrack clock={clock} phase={phase} planned={planned} />
        </button>
      ))}
      {!clock.hidden && !over && <span className="visually-hidden">By the plan: {PHASE_NAMES[planned]}</span>}
    </fieldset>
  );
}

/** On a narrow screen: the current phase alone, and the others in a menu. */
export function CurrentPhase({ clock }: PhasesProps) {
  const { goTo } = useClock();
  const planned = usePlanned(clock);
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="phase phase--alone" disabled={clock.state === 'ended'} aria-current="step">
        <span className="visually-hidden">Phase: </span>
        <PhaseLabel clock={clock} phase={clock.phase} />
        <PhaseTrack clock={clock} phase={clock.phase} planned={planned} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="start" sideOffset={4}>
          <DropdownMenu.RadioGroup value={clock.phase}>
            {PHASES.map((phase) => (
              <DropdownMenu.RadioItem key={phase} value={phase} className="menu__item" onSelect={() => goTo(phase)}>
                <span className="phase__choice">{PHASE_NAMES[phase]}</span>
                {!clock.hidden && <PhaseTime clock={clock} phase={phase} />}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function PhaseLabel({ clock, phase }: PhasesProps & { readonly phase: Phase }) {
  const here = phase === clock.phase;
  return (
    <span className="phase__label">
      <span className="phase__name">{PHASE_NAMES[phase]}</span>
      {!clock.hidden && (here || clock.state === 'ended') && <PhaseTime clock={clock} phase={phase} />}
    </span>
  );
}

/** Minutes and seconds spent in the phase, of those that the plan gives it. */
function PhaseTime({ clock, phase }: PhasesProps & { readonly phase: Phase }) {
  const spent = useClockState(({ now }) => formatClock(clock.phaseMsAt(now)[phase]));
  return (
    <span className="phase__time">
      {spent} / {formatClock(clock.shares[phase] * clock.lengthMs)}
    </span>
  );
}

function PhaseTrack({ clock, phase, planned }: PhasesProps & { readonly phase: Phase; readonly planned: Phase }) {
  const suggestedMs = clock.shares[phase] * clock.lengthMs;
  const spentMs = useClockState(({ now }) => clock.phaseMsAt(now)[phase]);
  const elapsedMs = useClockState(({ now }) => clock.elapsedAt(now));
  if (clock.hidden) return <span className="phase__track" />;
  const before = PHASES.slice(0, PHASES.indexOf(phase)).reduce((total, one) => total + clock.shares[one], 0);
  const overrun = spentMs > suggestedMs;
  return (
    <span className="phase__track" data-over={overrun}>
      <span className="phase__fill" style={{ width: percent(spentMs, suggestedMs) }} />
      {phase === planned && clock.state !== 'ended' && (
        <span
          className="phase__plan"
          title="By the plan, you would be here"
          style={{ left: percent(elapsedMs - before * clock.lengthMs, suggestedMs) }}
        />
      )}
    </span>
  );
}

function usePlanned(clock: SessionClock): Phase {
  return useClockState(({ now }) => plannedPhase(clock, clock.elapsedAt(now)));
}

function percent(part: number, whole: number): string {
  return `${whole > 0 ? Math.min(100, Math.max(0, (100 * part) / whole)).toFixed(2) : part > 0 ? 100 : 0}%`;
}
