/** The phases of a coding round, in their usual order. */
export const PHASES = ['clarify', 'plan', 'code', 'test', 'discuss'] as const;

export type Phase = (typeof PHASES)[number];

export const PHASE_NAMES: Readonly<Record<Phase, string>> = {
  clarify: 'Clarify',
  plan: 'Plan',
  code: 'Code',
  test: 'Test',
  discuss: 'Discuss',
};

/** Shares of the session's length; they add up to 1. */
export type PhaseShares = Readonly<Record<Phase, number>>;
