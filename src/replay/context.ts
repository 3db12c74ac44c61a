import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { PlayerState } from './player.ts';
import type { Replay, ReplayState } from './store.ts';
import type { BreakState } from './when-did-it-break.ts';

export const ReplayContext = createContext<Replay | null>(null);

export function useReplay(): Replay {
  const replay = use(ReplayContext);
  if (replay === null) throw new Error('A part of the replay was rendered without one.');
  return replay;
}

export function usePlayerState<T>(select: (state: PlayerState) => T): T {
  return useStore(useReplay().player.store, select);
}

export function useReplayState<T>(select: (state: ReplayState) => T): T {
  return useStore(useReplay().store, select);
}

export function useBreakState<T>(select: (state: BreakState) => T): T {
  return useStore(useReplay().breaks.store, select);
}
