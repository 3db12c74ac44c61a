import { describe, expect, it } from 'vitest';
import { counted, formatClock, formatMegabytes, formatMs } from '#ui/format.ts';

describe('numbers for people', () => {
  it('give times at a readable precision', () => {
    expect(formatMs(0.44)).toBe('0.4 ms');
    expect(formatMs(31.4)).toBe('31 ms');
    expect(formatMs(312)).toBe('0.31 s');
    expect(formatMs(99.7)).toBe('100 ms');
  });

  it('give bytes in decimal megabytes', () => {
    expect(formatMegabytes(6_437_000)).toBe('6.4');
  });

  it('give times as a clock does, in whole seconds', () => {
    expect(formatClock(0)).toBe('00:00');
    expect(formatClock(247_999)).toBe('04:07');
    expect(formatClock(3_600_000 + 65_000)).toBe('1:01:05');
    expect(formatClock(-5)).toBe('00:00');
  });

  it('count one and many', () => {
    expect(counted(1, 'case')).toBe('1 case');
    expect(counted(1200, 'case')).toBe('1,200 cases');
  });
});
