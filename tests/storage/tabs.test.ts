import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type AttemptEntry, applyChanges, draftOf, type TextChange } from '#domain/attempt.ts';
import { type AttemptSession, openAttemptLog } from '#storage/attempt-log.ts';
import { createFakeBrowser } from '../fakes/fake-locks.ts';

const STARTER = 'def f():\n    pass\n';
let databases = 0;
const newName = (): string => {
  databases += 1;
  return `tabs-${databases}`;
};

const insert = (text: string): AttemptEntry => ({
  type: 'edited',
  changes: [{ rangeOffset: 0, rangeLength: 0, text }],
});

describe('two tabs on one problem', () => {
  test('one writes; the other reads, and what it appends is nowhere', async () => {
    const databaseName = newName();
    const browser = createFakeBrowser();
    const first = await (await openAttemptLog({ databaseName, tabs: browser.tab() })).open('auc', STARTER);
    first.append(insert('x'));
    await first.flush();
    const log = await openAttemptLog({ databaseName, tabs: browser.tab() });
    const second = await log.open('auc', STARTER);
    expect(first.access()).toEqual({ kind: 'writing' });
    expect(second.access()).toEqual({ kind: 'reading', because: 'elsewhere' });
    expect(second.draft).toBe(`x${STARTER}`);
    const before = await log.history(second.attemptId);
    second.append(insert('y'));
    await second.flush();
    expect(second.events).toEqual(before);
    expect(await log.history(second.attemptId)).toEqual(before);
    await log.annotate(second.attemptId, { type: 'commented', commentId: 'c', about: 1, text: 'why?' });
    expect(await log.history(second.attemptId)).toHaveLength(before.length + 1);
  });

  test('the other takes over, and opens with the latest draft', async () => {
    const databaseName = newName();
    const browser = createFakeBrowser();
    const first = await (await openAttemptLog({ databaseName, tabs: browser.tab() })).open('auc', STARTER);
    const log = await openAttemptLog({ databaseName, tabs: browser.tab() });
    const second = await log.open('auc', STARTER);
    const told = vi.fn();
    second.subscribeAccess(told);
    first.append(insert('not written yet '));
    await second.takeOver();
    expect(second.access()).toEqual({ kind: 'outdated' });
    expect(told).toHaveBeenCalled();
    expect(first.access()).toEqual({ kind: 'reading', because: 'taken-over' });
    second.append(insert('lost'));
    await second.close();
    const third = await log.open('auc', STARTER);
    expect(third.access()).toEqual({ kind: 'writing' });
    expect(third.draft).toBe(`not written yet ${STARTER}`);
    third.append(insert('y'));
    first.append(insert('z'));
    await Promise.all([first.flush(), third.flush()]);
    expect(draftOf(await log.history(third.attemptId))).toBe(`ynot written yet ${STARTER}`);
  });
});

/** An editor as far as texts go: whole texts behind it for undo, changes as Monaco reports them. */
class Editor {
  private readonly before: string[] = [];
  constructor(
    private readonly session: AttemptSession,
    public text: string,
  ) {}

  change(changes: readonly TextChange[]): void {
    const next = applyChanges(this.text, changes);
    if (next === null || next === this.text) return;
    this.before.push(this.text);
    this.text = next;
    this.session.append({ type: 'edited', changes });
  }

  /** As Monaco does it: one change that takes the whole text back. */
  undo(): void {
    const text = this.before.pop();
    if (text === undefined || text === this.text) return;
    this.session.append({ type: 'edited', changes: [{ rangeOffset: 0, rangeLength: this.text.length, text }] });
    this.text = text;
  }
}

describe('the text folded from the log', () => {
  const offset = fc.nat({ max: 40 });
  const typed = fc.record({ rangeOffset: offset, rangeLength: fc.nat({ max: 6 }), text: fc.string({ maxLength: 3 }) });
  const pasted = fc.record({
    rangeOffset: offset,
    rangeLength: fc.nat({ max: 40 }),
    text: fc.string({ unit: 'binary', maxLength: 60 }),
  });
  const step = fc.record({
    tab: fc.nat({ max: 1 }),
    does: fc.oneof(
      { weight: 5, arbitrary: typed.map((change) => [change]) },
      { weight: 1, arbitrary: pasted.map((change) => [change]) },
      { weight: 1, arbitrary: fc.array(typed, { minLength: 2, maxLength: 4 }) },
      { weight: 2, arbitrary: fc.constant<'undo'>('undo') },
      { weight: 1, arbitrary: fc.constant<'reopen'>('reopen') },
      { weight: 1, arbitrary: fc.record({ start: offset, end: offset }) },
    ),
  });

  test('is that of the editor that was touched last, for any edits, undo, paste, and two open tabs', async () => {
    const databaseName = newName();
    let problems = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        problems += 1;
        const problem = `problem ${problems}`;
        const logs = await Promise.all([0, 1].map(() => openAttemptLog({ databaseName, checkpointEvery: 4 })));
        const open = async (tab: number) => {
          await Promise.all(logs.map((log) => log.states()));
          const session = await logs[tab]?.open(problem, STARTER);
          if (session === undefined) throw new Error('no such tab');
          return { session, editor: new Editor(session, session.draft) };
        };
        const tabs = [await open(0), await open(1)];
        let last = tabs[1];
        for (const { tab, does } of steps) {
          if (does === 'reopen') tabs[tab] = await open(tab);
          const { session, editor } = tabs[tab] ?? (await open(tab));
          const before = editor.text;
          if (does === 'undo') editor.undo();
          else if (does === 'reopen') last = tabs[tab];
          else if (Array.isArray(does)) editor.change(does);
          else session.append({ type: 'selected', ...does });
          await session.flush();
          if (editor.text !== before) last = tabs[tab];
        }
        const found = await (await openAttemptLog({ databaseName })).open(problem, 'not this');
        expect(found.draft).toBe(last?.editor.text);
        expect(draftOf(await (await openAttemptLog({ databaseName })).history(found.attemptId))).toBe(found.draft);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
