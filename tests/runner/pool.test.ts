import { describe, expect, test } from 'vitest';
import type { Interpreter } from '#runner/interpreter.ts';
import { createPool } from '#runner/pool.ts';
import type { InterpreterRole } from '#runner/protocol.ts';
import { settle } from '../fakes/fake-worker.ts';

interface FakeInterpreter extends Interpreter {
  readonly name: string;
  readonly role: InterpreterRole;
  disposed(): boolean;
}

interface Boot {
  readonly role: InterpreterRole;
  finish(): FakeInterpreter;
  fail(message: string): void;
}

/** A pool whose boots end when the test says so. */
function poolWithBoots() {
  const boots: Boot[] = [];
  const pool = createPool({
    boot: (role) =>
      new Promise((resolve, reject) => {
        const name = `${role} ${boots.length}`;
        boots.push({
          role,
          finish() {
            const interpreter = fakeInterpreter(name, role);
            resolve(interpreter);
            return interpreter;
          },
          fail: (message) => reject(new Error(message)),
        });
      }),
  });
  /** Ends the latest boot. */
  const finish = async (): Promise<FakeInterpreter> => {
    await settle();
    const interpreter = at(boots, -1).finish();
    await settle();
    return interpreter;
  };
  const fail = async (message = 'no'): Promise<void> => {
    await settle();
    at(boots, -1).fail(message);
    await settle();
  };
  return { pool, boots, finish, fail };
}

function fakeInterpreter(name: string, role: InterpreterRole): FakeInterpreter {
  let used = false;
  let disposed = false;
  return {
    name,
    role,
    version: '3.14.2',
    snapshot: undefined,
    module: undefined,
    missing: [],
    used: () => used,
    disposed: () => disposed,
    async run() {
      used = true;
      return { kind: 'finished' };
    },
    ask: () => Promise.reject(new Error('not asked in these tests')),
    dispose() {
      disposed = true;
    },
  };
}

function at<T>(items: readonly T[], index: number): T {
  const item = items.at(index);
  if (item === undefined) throw new RangeError(`no item ${index}`);
  return item;
}

const anyRun = { source: '', entry: 'f', calls: [], onCaseStarted: () => undefined, onOutcome: () => undefined };

describe('the pool', () => {
  test('boots nothing until it is asked', async () => {
    const { pool, boots, finish } = poolWithBoots();
    await settle();
    expect(boots).toHaveLength(0);
    const asked = pool.candidate(false);
    const first = await finish();
    expect(await asked).toBe(first);
    expect(boots.map(({ role }) => role)).toEqual(['candidate']);
  });

  test('keeps the next interpreter and one spare, however often it is asked to', async () => {
    const { pool, boots, finish } = poolWithBoots();
    pool.keepSpare();
    pool.keepSpare();
    const next = await finish();
    const spare = await finish();
    pool.keepSpare();
    await settle();
    expect(boots).toHaveLength(2);
    expect(await pool.candidate(true)).toBe(next);
    pool.discard(next);
    pool.keepSpare();
    await settle();
    expect(boots).toHaveLength(3);
    expect(await pool.candidate(true)).toBe(spare);
  });

  test('boots once for two who ask at the same time', async () => {
    const { pool, boots, finish } = poolWithBoots();
    const asked = [pool.candidate(false), pool.candidate(false)];
    const first = await finish();
    expect(await Promise.all(asked)).toEqual([first, first]);
    expect(boots).toHaveLength(1);
  });

  test('boots one after the other, whoever asks', async () => {
    const { pool, boots, finish } = poolWithBoots();
    void pool.candidate(false);
    void pool.trusted();
    pool.keepSpare();
    await settle();
    expect(boots).toHaveLength(1);
    await finish();
    expect(boots.map(({ role }) => role)).toEqual(['candidate', 'trusted']);
    await finish();
    expect(boots.map(({ role }) => role)).toEqual(['candidate', 'trusted', 'candidate']);
  });

  test('a boot that fails does not hold up the next one', async () => {
    const { pool, boots, finish, fail } = poolWithBoots();
    const candidate = pool.candidate(false);
    const trusted = pool.trusted();
    await fail('no wasm');
    await expect(candidate).rejects.toThrow('no wasm');
    expect(at(boots, -1).role).toBe('trusted');
    expect((await Promise.all([trusted, finish()]))[0].version).toBe('3.14.2');
  });

  test('promotes the spare when the candidate is discarded', async () => {
    const { pool, boots, finish } = poolWithBoots();
    void pool.candidate(false);
    const first = await finish();
    pool.keepSpare();
    const spare = await finish();
    pool.discard(first);
    expect(first.disposed()).toBe(true);
    expect(await pool.candidate(false)).toBe(spare);
    await settle();
    expect(boots).toHaveLength(2);
  });

  test('waits for a spare that is still booting instead of booting a third', async () => {
    const { pool, boots, finish } = poolWithBoots();
    void pool.candidate(false);
    const first = await finish();
    pool.keepSpare();
    pool.discard(first);
    const asked = pool.candidate(false);
    await settle();
    expect(boots).toHaveLength(2);
    const spare = await finish();
    expect(await asked).toBe(spare);
  });

  test('without a spare a discarded candidate is replaced when the next is asked for', async () => {
    const { pool, boots, finish } = poolWithBoots();
    void pool.candidate(false);
    pool.discard(await finish());
    await settle();
    expect(boots).toHaveLength(1);
    void pool.candidate(false);
    await settle();
    expect(boots).toHaveLength(2);
  });

  test('never gives a used interpreter to one who asks for a pristine one', async () => {
    const { pool, finish } = poolWithBoots();
    void pool.candidate(false);
    const first = await finish();
    pool.keepSpare();
    const spare = await finish();
    await first.run(anyRun);
    expect(await pool.candidate(false)).toBe(first);
    expect(await pool.candidate(true)).toBe(spare);
    expect(first.disposed()).toBe(true);
  });

  test('an interpreter that nobody has used is pristine', async () => {
    const { pool, finish } = poolWithBoots();
    void pool.candidate(false);
    const first = await finish();
    expect(await pool.candidate(true)).toBe(first);
    expect(first.disposed()).toBe(false);
  });

  test('the trusted interpreter never becomes a candidate, nor the other way round', async () => {
    const { pool, boots, finish } = poolWithBoots();
    const trusted = pool.trusted();
    const one = await finish();
    expect((await trusted) === one && one.role).toBe('trusted');
    for (let i = 0; i < 4; i += 1) {
      const asked = pool.candidate(true);
      await settle();
      if (boots.length === 2 + i) await finish();
      const candidate = await asked;
      expect(candidate).not.toBe(one);
      pool.discard(candidate);
      await settle();
      await finish();
    }
    expect(one.disposed()).toBe(false);
    expect(await pool.trusted()).toBe(one);
    expect(boots.filter(({ role }) => role === 'trusted')).toHaveLength(1);
  });

  test('boots the trusted one again after it failed', async () => {
    const { pool, boots, finish, fail } = poolWithBoots();
    const first = pool.trusted();
    await fail();
    await expect(first).rejects.toThrow('no');
    const second = pool.trusted();
    const booted = await finish();
    expect(await second).toBe(booted);
    expect(boots).toHaveLength(2);
  });

  test('boots the candidate again after it failed', async () => {
    const { pool, finish, fail } = poolWithBoots();
    const first = pool.candidate(false);
    await fail();
    await expect(first).rejects.toThrow('no');
    const second = pool.candidate(false);
    const booted = await finish();
    expect(await second).toBe(booted);
  });

  test('boots again when a spare fails after it was promoted', async () => {
    const { pool, finish, fail } = poolWithBoots();
    void pool.candidate(false);
    const first = await finish();
    pool.keepSpare();
    pool.discard(first);
    const promoted = pool.candidate(false);
    await fail('the network is gone');
    await expect(promoted).rejects.toThrow('the network is gone');
    const again = pool.candidate(false);
    const booted = await finish();
    expect(await again).toBe(booted);
  });

  test('a spare that fails while the candidate lives is tried again later', async () => {
    const { pool, boots, finish, fail } = poolWithBoots();
    void pool.candidate(false);
    const first = await finish();
    pool.keepSpare();
    await fail();
    expect(await pool.candidate(false)).toBe(first);
    pool.keepSpare();
    await settle();
    expect(boots).toHaveLength(3);
  });

  test('a late discard of an interpreter that was already replaced leaves its successor alone', async () => {
    const { pool, finish } = poolWithBoots();
    void pool.candidate(false);
    const first = await finish();
    pool.keepSpare();
    const spare = await finish();
    pool.discard(first);
    expect(await pool.candidate(false)).toBe(spare);
    pool.discard(first);
    expect(await pool.candidate(false)).toBe(spare);
  });

  test('disposing terminates every interpreter, those that are still booting included', async () => {
    const { pool, finish } = poolWithBoots();
    void pool.candidate(false);
    const first = await finish();
    pool.keepSpare();
    pool.dispose();
    pool.keepSpare();
    const spare = await finish();
    expect([first.disposed(), spare.disposed()]).toEqual([true, true]);
  });
});
