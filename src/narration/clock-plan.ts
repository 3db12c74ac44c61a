import { PHASES, type Phase, type PhaseShares } from '#domain/phase.ts';

export interface ClockPlan {
  readonly lengthMs: number;
  /** They add up to 1. */
  readonly shares: PhaseShares;
}

export type PhaseMinutes = Readonly<Record<Phase, number>>;

/** Lengths to choose from, in minutes. */
export const LENGTHS = [15, 25, 35, 45, 60] as const;

export function planMinutes({ lengthMs }: ClockPlan): number {
  return Math.round(lengthMs / 60_000);
}

/** The plan's phases in whole minutes, which add up to its length: what rounding leaves over goes to those that lost most. */
export function minutesOf(plan: ClockPlan): PhaseMinutes {
  const length = planMinutes(plan);
  const exact = PHASES.map((phase) => ({ phase, minutes: plan.shares[phase] * length }));
  const left = length - exact.reduce((total, { minutes }) => total + Math.floor(minutes), 0);
  const losers = exact
    .toSorted((a, b) => (b.minutes % 1) - (a.minutes % 1))
    .slice(0, left)
    .map(({ phase }) => phase);
  return byPhase((phase) => Math.floor(plan.shares[phase] * length) + (losers.includes(phase) ? 1 : 0));
}

/** The plan that gives each phase so many minutes; null for none at all. */
export function planOf(minutes: PhaseMinutes): ClockPlan | null {
  const length = PHASES.reduce((total, phase) => total + minutes[phase], 0);
  return length > 0 ? { lengthMs: length * 60_000, shares: byPhase((phase) => minutes[phase] / length) } : null;
}

function byPhase(value: (phase: Phase) => number): Readonly<Record<Phase, number>> {
  return {
    clarify: value('clarify'),
    plan: value('plan'),
    code: value('code'),
    test: value('test'),
    discuss: value('discuss'),
  };
}
