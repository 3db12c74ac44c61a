import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BATCH_MS, createEventWriter } from '#storage/event-writer.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A store that answers when it is told to. */
function controllable() {
  const written: number[] = [];
  const waiting: { rows: readonly number[]; resolve: () => void; reject: (error: unknown) => void }[] = [];
  const onAttempt = vi.fn();
  const writer = createEventWriter<number>({
    write: (rows) =>
      new Promise<void>((resolve, reject) => {
        waiting.push({ rows, resolve, reject });
      }),
    onAttempt,
  });
  const answer = async (error?: unknown): Promise<void> => {
    const one = waiting.shift();
    if (one === undefined) throw new Error('nothing is being written');
    if (error === undefined) {
      written.push(...one.rows);
      one.resolve();
    } else {
      one.reject(error);
    }
    await vi.advanceTimersByTimeAsync(0);
  };
  return { writer, written, waiting, answer, onAttempt };
}

describe('the event writer', () => {
  test('writes what came within one batch together, no later than its time', async () => {
    const { writer, written, waiting, answer } = controllable();
    writer.add(1);
    await vi.advanceTimersByTimeAsync(BATCH_MS - 1);
    writer.add(2);
    expect(waiting).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    await answer();
    expect(written).toEqual([1, 2]);
    expect(writer.pending()).toBe(0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(waiting).toHaveLength(0);
  });

  test('never has two writes under way, and writes what came meanwhile next', async () => {
    const { writer, written, waiting, answer } = controllable();
    writer.add(1);
    void writer.flush();
    writer.add(2);
    const all = Promise.all([writer.flush(), writer.flush()]);
    expect(waiting).toHaveLength(1);
    await answer();
    expect(waiting).toHaveLength(1);
    await answer();
    await all;
    expect(written).toEqual([1, 2]);
    expect(waiting).toHaveLength(0);
  });

  test('writes by itself what came while a write was under way', async () => {
    const { writer, written, answer } = controllable();
    writer.add(1);
    void writer.flush();
    writer.add(2);
    await answer();
    await vi.advanceTimersByTimeAsync(BATCH_MS);
    await answer();
    expect(written).toEqual([1, 2]);
  });

  test('keeps everything in order over failures, and tries again ever more rarely', async () => {
    const { writer, written, waiting, answer, onAttempt } = controllable();
    writer.add(1);
    const flushed = writer.flush();
    await answer(new Error('full'));
    await expect(flushed).resolves.toBeUndefined();
    expect(writer.health().kind).toBe('failing');
    expect(onAttempt).toHaveBeenCalledTimes(1);
    writer.add(2);
    await vi.advanceTimersByTimeAsync(999);
    expect(waiting).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    await answer(new Error('full'));
    await vi.advanceTimersByTimeAsync(1999);
    expect(waiting).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    writer.add(3);
    await answer();
    expect(writer.health().kind).toBe('healthy');
    await vi.advanceTimersByTimeAsync(BATCH_MS);
    await answer();
    expect(written).toEqual([1, 2, 3]);
  });

  test('leaves no timer behind when stopped', async () => {
    const { writer, waiting } = controllable();
    writer.add(1);
    writer.stop();
    writer.add(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(waiting).toHaveLength(0);
    expect(writer.pending()).toBe(2);
  });
});
