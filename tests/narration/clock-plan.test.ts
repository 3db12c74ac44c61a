import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PHASES } from '#domain/phase.ts';
import { SUGGESTED_SHARES } from '#domain/session-clock.ts';
import { LENGTHS, minutesOf, planMinutes, planOf } from '#narration/clock-plan.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('the plan of a session', () => {
  it('is told in whole minutes that add up to its length', () => {
    for (const length of LENGTHS) {
      const minutes = minutesOf({ lengthMs: length * 60_000, shares: SUGGESTED_SHARES });
      expect(sum(Object.values(minutes))).toBe(length);
    }
    expect(minutesOf({ lengthMs: 60 * 60_000, shares: SUGGESTED_SHARES })).toEqual({
      clarify: 6,
      plan: 9,
      code: 27,
      test: 12,
      discuss: 6,
    });
  });

  it('is what minutes were chosen for each phase, however they are spread', () => {
    const five = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40));
    fc.assert(
      fc.property(five, ([clarify, plan, code, test, discuss]) => {
        const minutes = { clarify, plan, code, test, discuss };
        const made = planOf(minutes);
        if (made === null) return expect(sum(Object.values(minutes))).toBe(0);
        expect(planMinutes(made)).toBe(sum(Object.values(minutes)));
        expect(sum(PHASES.map((phase) => made.shares[phase]))).toBeCloseTo(1, 9);
        expect(minutesOf(made)).toEqual(minutes);
      }),
    );
  });
});
