import type { Command } from '#ui/command.ts';
import type { Clock } from './clock.ts';
import { CLOCK_KEYS } from './keymap.ts';

/** What the command palette offers for the clock while a problem is open. */
export function clockCommands(clock: Clock): readonly Command[] {
  return [
    { id: 'clock', title: 'Start, pause or resume the clock', chord: CLOCK_KEYS.clock, perform: clock.startOrPause },
    { id: 'next-phase', title: 'Next phase', chord: CLOCK_KEYS.nextPhase, perform: () => clock.step(1) },
    { id: 'previous-phase', title: 'Previous phase', chord: CLOCK_KEYS.previousPhase, perform: () => clock.step(-1) },
    {
      id: 'hide-clock',
      title: 'Hide or show the clock',
      chord: CLOCK_KEYS.hide,
      perform: clock.toggleHidden,
    },
    { id: 'no-clock', title: 'Go on without a clock', perform: clock.remove },
  ];
}
