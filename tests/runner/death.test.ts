import { describe, expect, test } from 'vitest';
import { outcomeOfDeath } from '#runner/death.ts';

const died = { message: 'unreachable', ms: 12, outOfMemory: false, compiling: false };

describe('what killed an interpreter', () => {
  test('past the cap of its memory is a Memory Limit Exceeded, whatever the engine said', () => {
    expect(outcomeOfDeath({ ...died, outOfMemory: true })).toMatchObject({ kind: 'memory-limit', ms: 12 });
  });

  test.each(['Maximum call stack size exceeded', 'InternalError: too much recursion', 'memory access out of bounds'])(
    'by a stack that overflowed (%s) says how to do without',
    (message) => {
      expect(outcomeOfDeath({ ...died, message })).toMatchObject({
        kind: 'crashed',
        message: expect.stringMatching(/recursion went through C.*nested very deeply.*Use a loop/),
      });
    },
  );

  test('while the code was compiled says that it is nested too deeply', () => {
    expect(outcomeOfDeath({ ...died, compiling: true })).toMatchObject({
      message: expect.stringMatching(/cannot be compiled/),
    });
  });

  test('otherwise is told as the engine told it, a Python traceback by its last line', () => {
    const message = 'Traceback (most recent call last):\n  File "x"\nSystemError: bad call\n';
    expect(outcomeOfDeath({ ...died, message })).toMatchObject({
      message: expect.stringContaining('(SystemError: bad call)'),
    });
    expect(outcomeOfDeath({ ...died, message: 'unreachable\n at wasm' })).toMatchObject({
      message: expect.stringContaining('(unreachable)'),
    });
  });
});
