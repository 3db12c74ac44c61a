import { describe, expect, test } from 'vitest';
import { createSteadyClock } from '#storage/steady-clock.ts';

/** A machine whose two clocks are moved by hand. */
function machine() {
  let wall = 1_000_000;
  let monotonic = 50;
  const now = createSteadyClock({ wall: () => wall, monotonic: () => monotonic });
  return {
    now,
    pass(ms: number) {
      wall += ms;
      monotonic += ms;
    },
    setWall(by: number) {
      wall += by;
    },
  };
}

describe('the steady clock', () => {
  test('starts with the wall clock and goes on with the time that passes', () => {
    const { now, pass } = machine();
    expect(now()).toBe(1_000_000);
    pass(1500.25);
    expect(now()).toBe(1_001_500.25);
  });

  test('knows nothing of a wall clock that is set back', () => {
    const { now, pass, setWall } = machine();
    setWall(-3_600_000);
    expect(now()).toBe(1_000_000);
    pass(1000);
    expect(now()).toBe(1_001_000);
  });

  test('knows nothing of a wall clock that is set forward by up to two seconds', () => {
    const { now, pass, setWall } = machine();
    setWall(2000);
    expect(now()).toBe(1_000_000);
    pass(10);
    expect(now()).toBe(1_000_010);
  });

  test('counts the time that the machine slept, once', () => {
    const { now, pass, setWall } = machine();
    now();
    setWall(600_000);
    expect(now()).toBe(1_600_000);
    expect(now()).toBe(1_600_000);
    pass(10);
    expect(now()).toBe(1_600_010);
  });

  test('never goes back, whatever happens to the wall clock', () => {
    const { now, pass, setWall } = machine();
    let last = now();
    for (const by of [5000, -9000, 100, 70_000, -70_000, 1999, 2001]) {
      setWall(by);
      pass(1);
      expect(now()).toBeGreaterThan(last);
      last = now();
    }
  });
});
