/** Edge cases are foreseen before coding, and what interviewers listen for is ticked off. */
import {
  editorReady,
  expect,
  type Locator,
  openProblem,
  type Page,
  pressSubmit,
  reference,
  results,
  runEnd,
  setCode,
  submission,
  test,
} from './workbench.ts';

const tab = (page: Page, name: RegExp): Locator => page.getByRole('tab', { name });
const edgeClass = (page: Page): Locator => page.getByRole('combobox', { name: 'Edge class' });
const input = (page: Page): Locator => page.getByRole('textbox', { name: 'Input, if you like' });
const predictions = (page: Page): Locator => page.getByRole('list', { name: 'Your predictions' }).locator('> li');

/** By keys alone: the class is typed and taken from the list, then the input, if any. */
async function predict(page: Page, edge: string, args = ''): Promise<void> {
  await edgeClass(page).fill(edge);
  await expect(page.getByRole('option', { name: new RegExp(`^${edge}\\b`) }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(input(page)).toBeFocused();
  await input(page).fill(args);
  await page.keyboard.press('Enter');
}

test('what was foreseen, and what the own inputs catch, shows after submitting', async ({ page }) => {
  await openProblem(page, 'roc-auc');
  await page.keyboard.press('Alt+4');
  await expect(page.getByText('Before you code, list what could break a solution.')).toBeVisible();
  await edgeClass(page).click();
  // Classes of all problems are offered: a shorter list would give the suite away.
  await expect(page.getByRole('option', { name: /^cycle/ }).first()).toBeAttached();
  await predict(page, 'ties', '[(0.5, 1), (0.5, 0)]');
  await expect(predictions(page)).toHaveCount(1);
  await predict(page, 'empty', '[]');
  await expect(predictions(page)).toHaveCount(2);
  await expect(edgeClass(page)).toBeFocused();

  await test.step('an input that the contract does not allow is refused with a reason, and kept to be mended', async () => {
    await predict(page, 'nan', '[(0.5, 1), 3]');
    await expect(page.getByRole('form').getByRole('alert')).toHaveText('Item 1 must be a (score, label) tuple.');
    await expect(input(page)).toHaveValue('[(0.5, 1), 3]');
    await input(page).fill('[(nan, 1), (0.5, 0)]');
    await page.keyboard.press('Enter');
    await expect(predictions(page)).toHaveCount(3);
  });

  await test.step('an expression that never ends does not hang the page, and can be given up', async () => {
    await predict(page, 'negative', 'sum(range(10**12))');
    await expect(page.getByText('Checking the input')).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await input(page).fill('');
    await page.keyboard.press('Enter');
    await expect(predictions(page)).toHaveCount(4);
  });

  await test.step('the expected value shows only when it is asked for', async () => {
    const ties = predictions(page).filter({ hasText: '(0.5, 1), (0.5, 0)' }).first();
    await expect(ties).not.toContainText(/0\.5$/);
    await ties.getByRole('button', { name: /show the expected value/ }).click();
    await expect(ties.getByRole('status')).toHaveText('0.5');
  });

  await test.step('a removed prediction comes back, and all of them outlive a reload', async () => {
    await page.getByRole('button', { name: 'Remove negative' }).click();
    await expect(predictions(page)).toHaveCount(3);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(predictions(page)).toHaveCount(4);
    await page.getByRole('button', { name: 'Remove negative' }).click();
    await page.reload();
    await editorReady(page);
    await expect(tab(page, /^Edge cases/)).toContainText('3');
  });

  await test.step('a submission tells what was foreseen, what not, and counts the wrong solutions', async () => {
    await setCode(page, submission('roc-auc', 'wrong_answer', 'step_per_item'));
    await pressSubmit(page);
    await runEnd(page);
    const summary = results(page).getByRole('group', { name: 'Edge cases foreseen' });
    await expect(summary).toContainText(/You foresaw [23] of \d+ edge classes/);
    await expect(summary).toContainText(/Your 3 inputs catch [1-9]\d* of \d+ known wrong solutions\./);
    await page.keyboard.press('Alt+4');
    const report = page.getByRole('region', { name: 'Edge cases foreseen' });
    await expect(report.getByRole('list', { name: 'Foreseen', exact: true })).toContainText(/ties\d+ failing/);
    await expect(report.getByRole('list', { name: /^Not foreseen/ })).toContainText('single-class');
    await expect(report.getByText('What is wrong with them shows when you have solved')).toBeVisible();
    await expect(report.getByText('Breaks ties')).toHaveCount(0);
  });

  await test.step('a new visit knows it all, and runs nothing before it is asked to', async () => {
    await page.reload();
    await editorReady(page);
    await page.keyboard.press('Alt+4');
    const report = page.getByRole('region', { name: 'Edge cases foreseen' });
    await expect(report.getByRole('list', { name: 'Foreseen', exact: true })).toContainText(/ties\d+ failing/);
    await expect(report.getByRole('button', { name: 'Try your inputs on the known wrong solutions' })).toBeVisible();
  });

  await test.step('once it is solved, the wrong solutions are named', async () => {
    await setCode(page, reference('roc-auc'));
    await pressSubmit(page);
    expect(await runEnd(page)).toContain('Accepted');
    const report = page.getByRole('region', { name: 'Edge cases foreseen' });
    await report.getByText(/^Caught: \d+$/).click();
    await expect(report.getByRole('list', { name: 'Caught', exact: true }).getByRole('listitem').first()).toBeVisible();
    await expect(report.getByText(/^Not caught: \d+$/)).toBeVisible();
  });
});

test('what interviewers listen for is ticked off with keys while one types, and kept', async ({ page }) => {
  await openProblem(page, 'heap-top-k');
  await setCode(page, '# thinking');
  await page.keyboard.press('Alt+Shift+2');
  await expect(page.getByText(/^Asked about degenerate input: ticked at \d\d:\d\d\.$/)).toBeVisible();
  await page.keyboard.press('Alt+Shift+4');
  await expect(tab(page, /^Interview/)).toContainText('2/7');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(tab(page, /^Interview/)).toContainText('1/7');
  await page.keyboard.press('Alt+5');
  const degenerate = page.getByRole('checkbox', { name: 'Asked about degenerate input' });
  await expect(degenerate).toBeChecked();
  await page.getByRole('checkbox', { name: 'Restated the problem' }).check();
  await page.reload();
  await editorReady(page);
  await page.keyboard.press('Alt+5');
  await expect(degenerate).toBeChecked();
  await degenerate.uncheck();
  await expect(page.getByText('1 of 7 ticked.')).toBeVisible();
});

/** Adds to the log what a recogniser of speech would have heard, `from` ms after the attempt was opened. */
async function say(page: Page, texts: readonly { readonly from: number; readonly text: string }[]): Promise<void> {
  await page.evaluate(async (said) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('edgewise'));
    const events = database.transaction('events', 'readwrite').objectStore('events');
    const [{ attemptId, problemId, event: opened }] = await done(events.getAll());
    const { at, session } = opened;
    const add = (event: object) => done(events.add({ attemptId, problemId, event: { ...event, at, session } }));
    await add({ type: 'recording-started', recordingId: 'spoken', mimeType: 'audio/webm' });
    for (const { from, text } of said) {
      await add({ type: 'transcribed', from: at + from, to: at + from + 3000, text });
    }
    database.close();
  }, texts);
}

test('what was said on an earlier visit suggests what to tick, and a key takes a suggestion', async ({ page }) => {
  await openProblem(page, 'heap-top-k');
  await setCode(page, '# thinking');
  await page.reload();
  await editorReady(page);
  await say(page, [
    { from: 30_000, text: 'I will keep a heap of size k while I go along' },
    { from: 192_000, text: 'this is O of n log k because of the heap' },
  ]);
  await page.reload();
  await editorReady(page);
  await page.keyboard.press('Alt+5');
  await expect(page.getByText('At 03:1')).toContainText('“this is O of n log k because of the heap”');
  await expect(page.getByText('0 of 7 ticked.')).toBeVisible();
  await page.keyboard.press('Alt+Shift+0');
  await expect(page.getByRole('checkbox', { name: 'Named the approach before coding' })).toBeChecked();
  await page.getByRole('button', { name: /^Tick Said the complexity at 03:1/ }).click();
  await expect(page.getByText('2 of 7 ticked.')).toBeVisible();
});
