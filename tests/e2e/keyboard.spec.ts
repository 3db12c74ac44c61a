/** The whole job without a mouse. */
import {
  board,
  casePanel,
  codeIn,
  editor,
  editorReady,
  expect,
  openProblem,
  type Page,
  reference,
  runEnd,
  squares,
  status,
  submission,
  TITLES,
  test,
} from './workbench.ts';

const STEP_PER_ITEM: readonly string[] = [
  'def auc(predictions):',
  'tp = area = 0',
  'for score, label in sorted(predictions, reverse=True):',
  'if label == 1:',
  'tp += 1',
  '<else:',
  'area += tp',
  '<<return area / (tp * (len(predictions) - tp))',
];

/** By its key; the focus follows a frame later, sooner than a person's next key but not than a test's. */
async function enterEditor(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+e');
  await expect(editor(page)).toBeFocused();
}

test('a problem is found, solved and submitted with keys alone', async ({ page }) => {
  const key = (name: string) => page.keyboard.press(name);
  await page.goto('./');
  await expect(page.getByRole('heading', { name: 'Problems' })).toBeVisible();

  await test.step('the list is filtered and walked', async () => {
    await key('/');
    await expect(page.getByRole('searchbox', { name: 'Filter problems' })).toBeFocused();
    await page.keyboard.type('roc auc from');
    await expect(page.getByRole('row')).toHaveCount(2);
    await key('ArrowDown');
    await expect(page.getByRole('link', { name: TITLES['roc-auc'] })).toBeFocused();
    await key('Enter');
    await editorReady(page);
  });

  await test.step('code is typed, a line that starts with "<" one level further out', async () => {
    await enterEditor(page);
    await key('ControlOrMeta+a');
    await key('Delete');
    for (const [index, line] of STEP_PER_ITEM.entries()) {
      // At the pace of quick fingers, not of a machine that is busy with something else.
      if (index > 0) await page.keyboard.press('Enter', { delay: 30 });
      const text = line.replace(/^<*/, '');
      for (let level = text.length; level < line.length; level++) await key('Shift+Tab');
      await page.keyboard.type(text, { delay: 10 });
    }
    expect(await codeIn(page)).toBe(
      [
        'def auc(predictions):',
        '    tp = area = 0',
        '    for score, label in sorted(predictions, reverse=True):',
        '        if label == 1:',
        '            tp += 1',
        '        else:',
        '            area += tp',
        '    return area / (tp * (len(predictions) - tp))',
      ].join('\n'),
    );
  });

  await test.step('Run', async () => {
    await key('ControlOrMeta+Enter');
    expect(await runEnd(page)).toMatch(/^Samples: Accepted/);
  });

  await test.step('Submit, and from failure to failure', async () => {
    await key('ControlOrMeta+Shift+Enter');
    await expect(status(page)).not.toHaveText(/^Samples/);
    expect(await runEnd(page)).toMatch(/ cases fail: ties, /);
    const failing = (await board(page)).filter(({ verdict }) => verdict !== 'Accepted').map(({ name }) => name);
    await expect(casePanel(page, failing[0] ?? '')).toBeVisible();
    await key('F8');
    await expect(casePanel(page, failing[1] ?? '')).toBeVisible();
    await key('Shift+F8');
    await key('Shift+F8');
    await expect(casePanel(page, failing.at(-1) ?? '')).toBeVisible();
    await expect(editor(page)).toBeFocused();
  });

  await test.step('the squares are one stop, walked with arrows', async () => {
    await key('ControlOrMeta+Shift+l');
    const selected = squares(page).and(page.locator('[aria-selected="true"]'));
    await expect(selected).toBeFocused();
    await key('Home');
    await expect(squares(page).first()).toBeFocused();
    await key('ArrowRight');
    await expect(squares(page).nth(1)).toBeFocused();
    await expect(casePanel(page, (await board(page))[1]?.name ?? '')).toBeVisible();
    await key('ArrowLeft');
    await key('End');
    await expect(squares(page).last()).toBeFocused();
  });

  await test.step('repaired and accepted', async () => {
    await page.evaluate((text) => navigator.clipboard.writeText(text), reference('roc-auc'));
    await enterEditor(page);
    await key('ControlOrMeta+a');
    await key('ControlOrMeta+v');
    await key('ControlOrMeta+Shift+Enter');
    await expect(status(page)).not.toHaveText(/fail: ties/);
    expect(await runEnd(page)).toMatch(/^Accepted (\d+)\/\1, /);
  });
});

test('keys of the workbench: help, palette, tabs, leaving the editor, stopping', async ({ page }) => {
  const key = (name: string) => page.keyboard.press(name);
  await openProblem(page, 'roc-auc');

  await test.step('Escape and then Tab leave the editor without changing the text, and so does Shift+Tab', async () => {
    const before = await codeIn(page);
    await key('Escape');
    await key('Tab');
    await expect(editor(page)).not.toBeFocused();
    await expect(page.locator(':focus')).toHaveCount(1);
    await expect(page.locator('.editor :focus')).toHaveCount(0);
    await enterEditor(page);
    await key('Escape');
    await key('Shift+Tab');
    await expect(page.locator('.editor :focus')).toHaveCount(0);
    expect(await codeIn(page)).toBe(before);
  });

  await test.step('"?" is a character in the editor and the list of keys elsewhere', async () => {
    await enterEditor(page);
    await key('ControlOrMeta+Home');
    await key('?');
    expect(await codeIn(page)).toMatch(/^\?/);
    await key('ControlOrMeta+Home');
    await key('Delete');
    await key('Escape');
    await key('Tab');
    await key('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(dialog).toContainText('Leave the editor');
    await key('Tab');
    await expect(dialog.locator(':focus')).toHaveCount(1);
    await key('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('Alt and a digit choose what to read', async () => {
    await key('Alt+2');
    await expect(page.getByRole('tab', { name: /^Hints/ })).toHaveAttribute('aria-selected', 'true');
    await key('Alt+3');
    await expect(page.getByRole('tab', { name: 'Editorial' })).toHaveAttribute('aria-selected', 'true');
    await key('Alt+1');
    await expect(page.getByRole('tab', { name: 'Statement' })).toHaveAttribute('aria-selected', 'true');
  });

  for (const stop of ['ControlOrMeta+.', 'Escape']) {
    await test.step(`${stop} stops a run from inside the editor`, async () => {
      await page.evaluate((text) => navigator.clipboard.writeText(text), 'def auc(p):\n    while True:\n        p\n');
      await enterEditor(page);
      await key('ControlOrMeta+a');
      await key('ControlOrMeta+v');
      await key('ControlOrMeta+Enter');
      await expect(status(page)).toHaveText('Running, 0 of 3 cases');
      await key(stop);
      await expect(status(page)).toHaveText(/^Stopped after \d of 3 cases, at line [23]$/);
    });
  }

  await test.step('the palette performs commands and opens problems', async () => {
    const finder = page.getByRole('combobox', { name: 'Find a problem or a command' });
    await key('ControlOrMeta+k');
    await expect(finder).toBeFocused();
    await page.keyboard.type('reset');
    await expect(page.getByRole('option', { name: /^Reset the code/ })).toHaveAttribute('aria-selected', 'true');
    await key('Enter');
    await expect(finder).toBeHidden();
    await expect(page.getByText('The code is the starter again.')).toBeVisible();
    await key('ControlOrMeta+k');
    await page.keyboard.type('no such thing');
    await expect(page.getByText('Nothing is called that.')).toBeVisible();
    await key('Escape');
    await key('ControlOrMeta+k');
    await page.keyboard.type('top-k frequent');
    await key('Enter');
    await expect(page.getByRole('heading', { level: 1, name: TITLES['heap-top-k'] })).toBeVisible();
    await expect(page).toHaveTitle(new RegExp(TITLES['heap-top-k']));
  });
});

test('a traceback can be followed, and the case run again, with keys alone', async ({ page }) => {
  const key = (name: string) => page.keyboard.press(name);
  await openProblem(page, 'roc-auc');
  await page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    submission('roc-auc', 'run_time_error', 'divides_by_an_absent_class'),
  );
  await enterEditor(page);
  await key('ControlOrMeta+a');
  await key('ControlOrMeta+v');
  await key('ControlOrMeta+Shift+Enter');
  expect(await runEnd(page)).toMatch(/^Runtime Error/);

  await key('ControlOrMeta+Shift+l');
  await expect(squares(page).and(page.locator(':focus'))).toHaveCount(1);
  await key('Tab');
  await expect(casePanel(page).getByRole('button', { name: 'Run only this case' })).toBeFocused();
  await key('Enter');
  await expect(status(page)).toHaveText('This case: Runtime Error');
  const goTo = casePanel(page).getByRole('button', { name: /^Go to line \d+$/ });
  for (let presses = 0; presses < 5 && !(await goTo.evaluate((button) => button.matches(':focus'))); presses++) {
    await key('Tab');
  }
  await expect(goTo).toBeFocused();
  await key('Enter');
  await expect(editor(page)).toBeFocused();
});
