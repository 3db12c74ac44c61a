import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Clock, ClockState } from './clock.ts';

export const ClockContext = createContext<Clock | null>(null);

export function useClock(): Clock {
  const clock = use(ClockContext);
  if (clock === null) throw new Error('A part of the clock was rendered outside of the session bar.');
  return clock;
}

export function useClockState<T>(selector: (state: ClockState) => T): T {
  return useStore(useClock().store, selector);
}
