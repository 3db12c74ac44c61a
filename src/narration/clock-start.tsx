import { Timer } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type FormEvent, useId, useRef, useState } from 'react';
import { PHASE_NAMES, PHASES } from '#domain/phase.ts';
import { SUGGESTED_SHARES } from '#domain/session-clock.ts';
import { CLOCK_MINUTES } from '#storage/preferences.ts';
import { Button, Tip } from '#ui/button.tsx';
import { type ClockPlan, LENGTHS, minutesOf, planMinutes, planOf } from './clock-plan.ts';
import { CLOCK_KEYS } from './keymap.ts';

interface StartClockProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** The plan of last time. */
  readonly plan: ClockPlan;
  readonly onStart: (plan: ClockPlan) => void;
}

/** The button that starts a session against the clock, and what it asks first. */
export function StartClock({ open, onOpenChange, plan, onStart }: StartClockProps) {
  // Opened by a key, and gone once the clock runs, the button is no place for the focus to come back to.
  const before = useRef<HTMLElement | null>(null);
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Tip text="Practise against the clock" chord={CLOCK_KEYS.clock}>
        <Popover.Trigger className="button button--quiet">
          <Timer size={15} aria-hidden />
          <span>Start the clock</span>
        </Popover.Trigger>
      </Tip>
      <Popover.Portal>
        <Popover.Content
          className="popover"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label="Start the clock"
          onOpenAutoFocus={() => {
            before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            const { current } = before;
            (current?.isConnected ? current : document.querySelector<HTMLElement>('.session-bar button'))?.focus();
          }}
        >
          <PlanForm first={plan} onStart={onStart} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function PlanForm({ first, onStart }: { readonly first: ClockPlan; readonly onStart: (plan: ClockPlan) => void }) {
  const [plan, setPlan] = useState(first);
  const minutes = minutesOf(plan);
  const length = planMinutes(plan);
  const setLength = (value: number) => setPlan({ ...plan, lengthMs: bounded(value) * 60_000 });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onStart(plan);
  };
  return (
    <form className="plan-form" onSubmit={submit}>
      <fieldset className="plan-form__lengths">
        <legend>Length in minutes</legend>
        {LENGTHS.map((value) => (
          <Button key={value} aria-pressed={value === length} onClick={() => setLength(value)}>
            {value}
          </Button>
        ))}
        <MinutesInput label="Another length" value={length} onChange={setLength} />
      </fieldset>
      <fieldset className="plan-form__phases">
        <legend>Minutes for each phase</legend>
        {PHASES.map((phase) => (
          <MinutesInput
            key={phase}
            label={PHASE_NAMES[phase]}
            value={minutes[phase]}
            onChange={(value) => {
              const next = planOf({ ...minutes, [phase]: value });
              if (next !== null && planMinutes(next) <= CLOCK_MINUTES.max) setPlan(next);
            }}
          />
        ))}
      </fieldset>
      <div className="plan-form__end">
        <button type="button" className="link-button" onClick={() => setPlan({ ...plan, shares: SUGGESTED_SHARES })}>
          Suggested shares
        </button>
        <Button tone="primary" type="submit" autoFocus>
          Start {length} minutes
        </Button>
      </div>
    </form>
  );
}

interface MinutesInputProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function MinutesInput({ label, value, onChange }: MinutesInputProps) {
  const [text, setText] = useState<string | null>(null);
  const id = useId();
  return (
    <span className="minutes">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="minutes__field"
        type="number"
        min={0}
        max={CLOCK_MINUTES.max}
        // While it is being typed in, it may be empty.
        value={text ?? value}
        onChange={(event) => {
          setText(event.target.value);
          const typed = event.target.valueAsNumber;
          if (typed >= 0 && typed <= CLOCK_MINUTES.max) onChange(Math.round(typed));
        }}
        onBlur={() => setText(null)}
      />
    </span>
  );
}

function bounded(minutes: number): number {
  return Math.min(CLOCK_MINUTES.max, Math.max(CLOCK_MINUTES.min, minutes));
}
