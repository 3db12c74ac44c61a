import type { Runner, RunnerState } from '#runner/runner.ts';

export interface FakeRunner extends Runner {
  become(state: RunnerState): void;
  readonly boots: () => number;
}

/** A runner that boots when told to and runs nothing. */
export function createFakeRunner(): FakeRunner {
  let state: RunnerState = { kind: 'booting', stage: 'download', loaded: 0, total: 0 };
  let boots = 0;
  const listeners = new Set<() => void>();
  const refuse = () => Promise.reject(new Error('The fake runner runs nothing.'));
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    boot: () => void boots++,
    boots: () => boots,
    become(next) {
      state = next;
      for (const listener of listeners) listener();
    },
    run: refuse,
    expect: refuse,
    generate: refuse,
    validate: refuse,
    examine: refuse,
    evaluate: refuse,
    mutate: refuse,
    dispose: () => {},
  };
}
