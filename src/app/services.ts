import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { Plan } from '#domain/plan.ts';
import type { Problem, ProblemSummary, WrongSolution } from '#domain/problem.ts';
import type { RubricItem } from '#domain/rubric.ts';
import type { Explainer } from '#grading/explainer.ts';
import type { Grader } from '#grading/grader.ts';
import type { Catcher } from '#grading/known-wrong.ts';
import type { ReviewQueue } from '#review/queue.ts';
import type { Runner } from '#runner/runner.ts';
import type { AttemptLog } from '#storage/attempt-log.ts';
import type { PreferenceKey, Preferences, PreferenceValues } from '#storage/preferences.ts';
import type { Command } from '#ui/command.ts';

export interface Catalog {
  readonly problems: readonly ProblemSummary[];
  /** One general sentence for each edge class. */
  readonly edgeClasses: Readonly<Record<string, string>>;
  /** What interviewers listen for. */
  readonly rubric: readonly RubricItem[];
  loadProblem(id: string): Promise<Problem>;
  /** The problem's own solutions that are known to be wrong. */
  loadWrongSolutions(id: string): Promise<readonly WrongSolution[]>;
}

/** What the pages are given. */
export interface Services {
  readonly catalog: Catalog;
  readonly plans: readonly Plan[];
  readonly runner: Runner;
  readonly grader: Grader;
  /** Own inputs, smallest failing inputs, the reference. */
  readonly explainer: Explainer;
  readonly catcher: Catcher;
  /** The log opens while the page already shows. */
  readonly log: Promise<AttemptLog>;
  /** Cases that were failed, and when they are to be gone over. */
  readonly review: ReviewQueue;
  readonly preferences: Preferences;
  /** Commands that the open page adds to the palette. */
  readonly commands: StoreApi<readonly Command[]>;
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = use(ServicesContext);
  if (services === null) throw new Error('A page was rendered without its services.');
  return services;
}

export function usePreference<K extends PreferenceKey>(key: K): PreferenceValues[K] {
  const { preferences } = useServices();
  return useSyncExternalStore(preferences.subscribe, () => preferences.get(key));
}

/** The log, or null until it is open. */
export function useLog(): AttemptLog | null {
  const { log } = useServices();
  const [opened, setOpened] = useState<AttemptLog | null>(null);
  useEffect(() => {
    let gone = false;
    void log.then((value) => {
      if (!gone) setOpened(value);
    });
    return () => {
      gone = true;
    };
  }, [log]);
  return opened;
}
