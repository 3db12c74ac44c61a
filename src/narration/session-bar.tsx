import './narration.css';
import { type ReactNode, useSyncExternalStore } from 'react';
import type { Preferences } from '#storage/preferences.ts';
import { Button } from '#ui/button.tsx';
import { useMediaQuery } from '#ui/use-media-query.ts';
import { useShortcuts } from '#ui/use-shortcuts.ts';
import type { Clock, EndReason } from './clock.ts';
import { ClockContext, useClock, useClockState } from './clock-context.ts';
import { ClockFace } from './clock-face.tsx';
import { type AttemptControls, type AttemptLink, AttemptMenu } from './clock-menu.tsx';
import { ClockNotices } from './clock-notices.tsx';
import { ClockPhases, CurrentPhase } from './clock-phases.tsx';
import { StartClock } from './clock-start.tsx';
import { CLOCK_KEYS } from './keymap.ts';

interface SessionBarProps {
  readonly clock: Clock;
  readonly preferences: Preferences;
  readonly attempt: AttemptControls;
  /** Another tab keeps the attempt: nothing can be done to it here. */
  readonly readOnly: boolean;
  /** Where the attempt's menu leads. */
  readonly links: readonly AttemptLink[];
  /** Further controls, at the end of the bar: the voice. */
  readonly children?: ReactNode;
}

/** The bar above the panes: phases, clock, voice, and what can be done with the attempt. */
export function SessionBar({ clock, preferences, attempt, readOnly, links, children }: SessionBarProps) {
  return (
    <ClockContext value={clock}>
      {!readOnly && <ClockShortcuts />}
      <section className="session-bar" aria-label="Session" inert={readOnly}>
        <ClockArea preferences={preferences} />
        <ClockEnd startAnew={attempt.startAnew} />
        {children}
        <AttemptMenu attempt={attempt} links={links} />
      </section>
      {!readOnly && <ClockNotices />}
    </ClockContext>
  );
}

function ClockArea({ preferences }: Pick<SessionBarProps, 'preferences'>) {
  const { choose, start } = useClock();
  const choosing = useClockState((state) => state.choosing);
  const clock = useClockState((state) => state.clock);
  const ended = useClockState((state) => state.ended);
  const shows = useSyncExternalStore(preferences.subscribe, () => preferences.get('clockShows'));
  const narrow = useMediaQuery('(max-width: 899px)');
  if (clock === null) {
    return (
      <div className="session-bar__clock">
        {ended === null && (
          <StartClock
            open={choosing}
            onOpenChange={choose}
            plan={preferences.get('clock')}
            onStart={(plan) => {
              preferences.set('clock', plan);
              start(plan);
            }}
          />
        )}
      </div>
    );
  }
  return (
    <div className="session-bar__clock" data-state={clock.state}>
      {narrow ? <CurrentPhase clock={clock} /> : <ClockPhases clock={clock} />}
      <ClockFace
        clock={clock}
        shows={shows}
        onToggle={() => preferences.set('clockShows', shows === 'left' ? 'elapsed' : 'left')}
      />
    </div>
  );
}

const ENDINGS: Readonly<Record<EndReason, string>> = {
  solved: 'Finished',
  'given-up': 'Given up',
  'new-attempt': 'Ended',
};

function ClockEnd({ startAnew }: { readonly startAnew: () => void }) {
  const ended = useClockState((state) => state.ended);
  if (ended === null) return null;
  return (
    <div className="session-bar__end">
      <span className="clock__state">{ENDINGS[ended]}</span>
      <Button onClick={startAnew}>New attempt</Button>
    </div>
  );
}

function ClockShortcuts() {
  const clock = useClock();
  useShortcuts([
    { chord: CLOCK_KEYS.clock, action: clock.startOrPause },
    { chord: CLOCK_KEYS.hide, action: clock.toggleHidden },
    { chord: CLOCK_KEYS.nextPhase, action: () => clock.step(1) },
    { chord: CLOCK_KEYS.previousPhase, action: () => clock.step(-1) },
  ]);
  return null;
}
