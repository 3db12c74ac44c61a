import { describe, expect, test, vi } from 'vitest';
import { type AttemptLock, createAttemptLocks } from '#storage/attempt-locks.ts';
import { createFakeBrowser, type FakeTab } from '../fakes/fake-locks.ts';

function lockIn(tab: FakeTab, problem = 'auc', flush = async () => {}): Promise<AttemptLock> {
  return createAttemptLocks({ tabs: tab, flush }).hold(problem);
}

const WRITING = { kind: 'writing' };

describe('the lock of an attempt', () => {
  test('is of the tab that came first', async () => {
    const browser = createFakeBrowser();
    const first = await lockIn(browser.tab());
    const second = await lockIn(browser.tab());
    expect(first.access()).toEqual(WRITING);
    expect(second.access()).toEqual({ kind: 'reading', because: 'elsewhere' });
    expect((await lockIn(browser.tab(), 'another problem')).access()).toEqual(WRITING);
  });

  test('is given to the tab that asks, when all has been written', async () => {
    const browser = createFakeBrowser();
    let written = (): void => {};
    const flush = vi.fn(() => new Promise<void>((resolve) => (written = resolve)));
    const first = await lockIn(browser.tab(), 'auc', flush);
    const second = await lockIn(browser.tab());
    const told = vi.fn();
    first.subscribe(told);
    const taken = second.takeOver();
    await vi.waitFor(() => expect(flush).toHaveBeenCalled());
    expect(first.access()).toEqual({ kind: 'reading', because: 'taken-over' });
    expect(told).toHaveBeenCalledTimes(1);
    expect(second.access().kind).toBe('reading');
    written();
    await taken;
    expect(second.access()).toEqual(WRITING);
    await first.takeOver();
    expect(first.access()).toEqual(WRITING);
    expect(second.access()).toEqual({ kind: 'reading', because: 'taken-over' });
  });

  test('is stolen from a tab that does not answer', async () => {
    const browser = createFakeBrowser();
    const first = await lockIn(browser.tab({ deaf: true }));
    const second = await lockIn(browser.tab());
    await second.takeOver();
    expect(second.access()).toEqual(WRITING);
    await vi.waitFor(() => expect(first.access()).toEqual({ kind: 'reading', because: 'taken-over' }));
  });

  test('is free when its tab is closed, and taken only by whoever asks then', async () => {
    const browser = createFakeBrowser();
    const tab = browser.tab();
    await lockIn(tab);
    const second = await lockIn(browser.tab());
    const third = await lockIn(browser.tab());
    await second.takeIfFree();
    expect(second.access()).toEqual({ kind: 'reading', because: 'elsewhere' });
    tab.close();
    await vi.waitFor(() => expect(third.access()).toEqual({ kind: 'reading', because: 'left' }));
    expect(second.access()).toEqual({ kind: 'reading', because: 'left' });
    await second.takeIfFree();
    expect(second.access()).toEqual(WRITING);
    await vi.waitFor(() => expect(third.access()).toEqual({ kind: 'reading', because: 'elsewhere' }));
  });

  test('goes from one reader to another past a third, who notices nothing', async () => {
    const browser = createFakeBrowser();
    await lockIn(browser.tab());
    const third = await lockIn(browser.tab());
    const second = await lockIn(browser.tab());
    const seen: unknown[] = [];
    third.subscribe(() => seen.push(third.access()));
    await second.takeOver();
    await vi.waitFor(() => expect(second.access()).toEqual(WRITING));
    expect(seen).toEqual([]);
  });

  test('stays with the page that opens the same problem anew', async () => {
    const browser = createFakeBrowser();
    const locks = createAttemptLocks({ tabs: browser.tab(), flush: async () => {} });
    const before = await locks.hold('auc');
    before.release();
    const after = await locks.hold('auc');
    expect(after.access()).toEqual(WRITING);
    const other = await lockIn(browser.tab());
    expect(other.access().kind).toBe('reading');
    after.release();
    await vi.waitFor(() => expect(other.access()).toEqual({ kind: 'reading', because: 'left' }));
  });

  test('tells whether any problem is open in another tab', async () => {
    const browser = createFakeBrowser();
    const own = createAttemptLocks({ tabs: browser.tab(), flush: async () => {} });
    await own.hold('auc');
    expect(await own.isHeldElsewhere()).toBe(false);
    await lockIn(browser.tab(), 'another problem');
    expect(await own.isHeldElsewhere()).toBe(true);
  });

  test('is every tab’s where the browser has no locks', async () => {
    const locks = createAttemptLocks({ tabs: null, flush: async () => {} });
    expect((await locks.hold('auc')).access()).toEqual(WRITING);
    expect((await locks.hold('auc')).access()).toEqual(WRITING);
  });
});
