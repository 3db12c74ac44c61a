import { describe, expect, it } from 'vitest';
import { counted, formatMegabytes, formatMs } from '#ui/format.ts';

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

  it('count one and many', () => {
    expect(counted(1, 'case')).toBe('1 case');
    expect(counted(1200, 'case')).toBe('1,200 cases');
  });
});
