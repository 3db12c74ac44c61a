import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cancelRun,
  createControl,
  interruptBuffer,
  isCancelled,
  requestInterrupt,
  takeInterrupt,
} from '#runner/control.ts';

const SIGINT = 2;

function newControl(): SharedArrayBuffer {
  const control = createControl();
  if (control === undefined) throw new Error('this platform has no shared memory');
  return control;
}

describe('the control block', () => {
  test('a fresh one asks for nothing', () => {
    const control = newControl();
    expect(interruptBuffer(control)[0]).toBe(0);
    expect(takeInterrupt(control, 1)).toBe('none');
    expect(isCancelled(control, 1)).toBe(false);
  });

  test('an interrupt is what Pyodide watches for, and is meant for one ticket', () => {
    const control = newControl();
    requestInterrupt(control, 7);
    expect(interruptBuffer(control)[0]).toBe(SIGINT);
    expect(takeInterrupt(control, 7)).toBe('this');
  });

  test('an interrupt for the case before is recognised and taken back', () => {
    const control = newControl();
    requestInterrupt(control, 7);
    expect(takeInterrupt(control, 8)).toBe('before');
    expect(interruptBuffer(control)[0]).toBe(0);
  });

  test('an interrupt that Pyodide has already consumed is still recognised', () => {
    const control = newControl();
    requestInterrupt(control, 7);
    interruptBuffer(control)[0] = 0;
    expect(takeInterrupt(control, 7)).toBe('this');
  });

  test('cancelling a run touches neither interrupts nor other runs', () => {
    const control = newControl();
    cancelRun(control, 3);
    expect([isCancelled(control, 3), isCancelled(control, 4)]).toEqual([true, false]);
    expect(interruptBuffer(control)[0]).toBe(0);
    requestInterrupt(control, 3);
    expect(isCancelled(control, 3)).toBe(true);
  });

  test('of any sequence of interrupts only the latest counts, for its own ticket alone', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 2 ** 31 - 1 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 2 ** 31 - 1 }),
        (tickets, asked) => {
          const control = newControl();
          for (const ticket of tickets) requestInterrupt(control, ticket);
          const latest = tickets.at(-1) ?? 0;
          expect(takeInterrupt(control, asked)).toBe(
            asked === latest ? 'this' : asked === latest + 1 ? 'before' : 'none',
          );
          expect(interruptBuffer(control)[0]).toBe(0);
        },
      ),
    );
  });
});
