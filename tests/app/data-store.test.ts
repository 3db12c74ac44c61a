import { describe, expect, test, vi } from 'vitest';
import { createDataActions, importSentence } from '#app/data-store.ts';
import type { Archive } from '#storage/attempt-log.ts';

const NOTHING = { attempts: 0, recordings: 0, recordedMs: 0 };

function actionsWith(archive: Partial<Archive>, storage = {}) {
  return createDataActions({ archive: { holdings: async () => NOTHING, ...archive } as Archive }, storage);
}

describe('the page on the candidate’s data', () => {
  test('says what an import did', () => {
    expect(importSentence({ added: 2, completed: 1, unchanged: 1 })).toBe(
      'Imported: 2 attempts added, 1 attempt completed, 1 attempt already here.',
    );
    expect(importSentence({ added: 0, completed: 0, unchanged: 0 })).toBe('There is no attempt in this file.');
  });

  test('says why a file was refused, and that nothing was changed', async () => {
    const actions = actionsWith({ importFile: () => Promise.reject(new Error('This file is damaged.')) });
    await actions.importFile(new Blob());
    expect(actions.store.getState().job).toEqual({
      kind: 'failed',
      sentence: 'This file is damaged. Nothing was changed.',
    });
  });

  test('does one thing at a time, and shows how far it is', async () => {
    let finish = (): void => {};
    const deleteEverything = vi.fn(async () => {});
    const actions = actionsWith({
      importFile: (_, onProgress) =>
        new Promise((resolve) => {
          onProgress?.(0.5);
          finish = () => resolve({ added: 1, completed: 0, unchanged: 0 });
        }),
      deleteEverything,
    });
    const importing = actions.importFile(new Blob());
    expect(actions.store.getState().job).toEqual({ kind: 'working', what: 'Importing', share: 0.5 });
    await actions.deleteEverything();
    expect(deleteEverything).not.toHaveBeenCalled();
    finish();
    await importing;
    expect(actions.store.getState().job).toEqual({ kind: 'done', sentence: 'Imported: 1 attempt added.' });
  });

  test('shows what the browser tells, and no more', async () => {
    const silent = actionsWith({});
    await silent.look();
    expect(silent.store.getState()).toMatchObject({ holdings: NOTHING, space: null, kept: null });
    let kept = false;
    const actions = actionsWith(
      {},
      {
        estimate: async () => ({ usage: 5, quota: 10 }),
        persisted: async () => kept,
        persist: async () => {
          kept = true;
          return true;
        },
      },
    );
    await actions.look();
    expect(actions.store.getState()).toMatchObject({ space: { used: 5, quota: 10 }, kept: false });
    await actions.askToKeep();
    expect(actions.store.getState()).toMatchObject({ kept: true, job: { kind: 'idle' } });
  });

  test('says so when the browser does not promise to keep it', async () => {
    const actions = actionsWith({}, { persisted: async () => false, persist: async () => false });
    await actions.askToKeep();
    expect(actions.store.getState().job).toMatchObject({ kind: 'failed', sentence: expect.stringMatching(/Export/) });
  });
});
