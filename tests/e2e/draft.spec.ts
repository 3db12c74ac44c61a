/** Nothing that was typed is lost, and nothing that was kept runs by itself. */
import {
  board,
  editor,
  editorReady,
  expect,
  expectCode,
  openProblem,
  type Page,
  pressRun,
  runEnd,
  setCode,
  starter,
  status,
  test,
  toolbar,
  typeCode,
} from './workbench.ts';

const LOUD = `raise SystemExit("this ran by itself")\n`;

async function expectNothingRan(page: Page): Promise<void> {
  await expect(toolbar(page)).toContainText(/Python 3\.\d+\.\d+ ready/);
  await expect(status(page)).toHaveText('Not run yet');
  expect((await board(page)).every(({ verdict }) => verdict === 'not run')).toBe(true);
}

test('a draft survives a reload at once after the last key, and does not run by itself', async ({ page }) => {
  await openProblem(page, 'roc-auc');
  await typeCode(page, ['def auc(predictions):', 'return 0.25  # typed just before the reload']);
  await page.reload();
  await editorReady(page);
  await expectCode(page, 'def auc(predictions):\n    return 0.25  # typed just before the reload');
  await expectNothingRan(page);

  await test.step('nor does code that ran before', async () => {
    await setCode(page, LOUD);
    await pressRun(page);
    await runEnd(page);
    await page.reload();
    await editorReady(page);
    await expectCode(page, LOUD);
    await expectNothingRan(page);
  });
});

test('a draft survives closing the tab at once after the last key', async ({ page, context }) => {
  await openProblem(page, 'roc-auc');
  await setCode(page, '# pasted\n');
  await page.keyboard.type('typed = 1');
  await page.close({ runBeforeUnload: true });
  const next = await context.newPage();
  await openProblem(next, 'roc-auc');
  await expectCode(next, '# pasted\ntyped = 1');
});

test('what was typed into the plain text area, before the full editor had loaded, is kept', async ({ page }) => {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/monaco-host*.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto('./#/problems/roc-auc');
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('x = 1');
  await expect(editor(page)).toHaveValue('x = 1');
  release();
  await editorReady(page);
  await expect(editor(page)).toBeFocused();
  await page.keyboard.type('2');
  await expectCode(page, 'x = 12');
  await page.reload();
  await editorReady(page);
  await expectCode(page, 'x = 12');
});

test('Reset brings the starter back, and Undo the code', async ({ page }) => {
  await openProblem(page, 'roc-auc');
  const reset = toolbar(page).getByRole('button', { name: 'Reset to starter' });
  await expect(reset).toBeDisabled();
  await setCode(page, '# mine\n');
  await reset.click();
  await expectCode(page, starter('roc-auc'));
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectCode(page, '# mine\n');
  await reset.click();
  await page.reload();
  await editorReady(page);
  await expectCode(page, starter('roc-auc'));
});

test('each problem has a draft of its own', async ({ page }) => {
  await openProblem(page, 'roc-auc');
  await setCode(page, '# of the curve\n');
  await openProblem(page, 'heap-top-k');
  await expectCode(page, starter('heap-top-k'));
  await setCode(page, '# of the heap\n');
  await openProblem(page, 'roc-auc');
  await expectCode(page, '# of the curve\n');
  await page.goBack();
  await editorReady(page);
  await expectCode(page, '# of the heap\n');
});
