import { createContext, use, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { RunnerState } from '#runner/runner.ts';
import type { Workbench, WorkbenchState } from './store.ts';

export const WorkbenchContext = createContext<Workbench | null>(null);

export function useWorkbench(): Workbench {
  const workbench = use(WorkbenchContext);
  if (workbench === null) throw new Error('A part of the workbench was rendered outside of it.');
  return workbench;
}

export function useWorkbenchState<T>(selector: (state: WorkbenchState) => T): T {
  return useStore(useWorkbench().store, selector);
}

export function useRunnerState(): RunnerState {
  const { runner } = useWorkbench();
  return useSyncExternalStore(runner.subscribe, runner.state);
}
