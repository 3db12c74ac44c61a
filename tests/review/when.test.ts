import { describe, expect, it } from 'vitest';
import { formatDue, formatInterval } from '#review/when.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('an interval', () => {
  it('is as short as it can be said', () => {
    expect([MINUTE, 10 * MINUTE, 90 * MINUTE].map(formatInterval)).toEqual(['1 min', '10 min', '2 h']);
    expect([DAY, 12 * DAY, 90 * DAY, 800 * DAY].map(formatInterval)).toEqual(['1 d', '12 d', '3 months', '2.2 years']);
  });

  it('is never nothing', () => {
    expect(formatInterval(-5)).toBe('1 min');
  });
});

describe('when something is due', () => {
  const now = new Date(2026, 2, 2, 12, 0).getTime();
  it('is told from where one is', () => {
    expect(formatDue(now, now)).toBe('now');
    expect(formatDue(new Date(2026, 2, 2, 18, 5).getTime(), now)).toBe('at 18:05');
    expect(formatDue(new Date(2026, 2, 3, 0, 1).getTime(), now)).toBe('tomorrow');
    expect(formatDue(new Date(2026, 3, 3).getTime(), now)).toBe('on 3 Apr 2026');
  });
});
