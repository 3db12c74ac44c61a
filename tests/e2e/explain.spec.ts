/** A failed case explained: made small, tried as an input of one's own, drawn, reported. */
import {
  casePanel,
  expect,
  type Locator,
  openProblem,
  type Page,
  reference,
  results,
  run,
  setCode,
  submission,
  submit,
  test,
} from './workbench.ts';

function ownInput(page: Page): Locator {
  return results(page).getByRole('region', { name: 'Your own input' });
}

async function tryOut(page: Page, args: string): Promise<void> {
  await ownInput(page).getByRole('textbox').fill(args);
  await ownInput(page).getByRole('button', { name: 'Run this input' }).click();
}

test('a failing input of thousands of elements is made as small as it gets, and can be tried from there', async ({
  page,
}) => {
  await openProblem(page, 'roc-auc');
  expect(await submit(page, submission('roc-auc', 'wrong_answer', 'step_per_item'))).toMatch(/^Wrong Answer/);

  await test.step('a failed case says where else its class occurs, and is drawn with its ties', async () => {
    await page
      .getByRole('option', { name: /^ties: .*, Wrong Answer$/ })
      .first()
      .click();
    await expect(casePanel(page)).toContainText(/It also occurs in .+/);
    await expect(casePanel(page).getByRole('figure', { name: /ROC curve/ })).toContainText('Dashed: tied, one step.');
  });

  await page
    .getByRole('option', { name: /^large: .*, Wrong Answer$/ })
    .first()
    .click();
  await test.step('the reference says what it returns', async () => {
    await casePanel(page).getByRole('button', { name: 'Ask the reference' }).click();
    await expect(casePanel(page).getByRole('definition')).toHaveCount(3);
  });

  await test.step('what is left still fails: a handful of predictions, two of them tied', async () => {
    await casePanel(page).getByRole('button', { name: 'Find the smallest failing input' }).click();
    const smallest = casePanel(page).getByRole('region', { name: 'Smallest failing input' });
    const said = smallest.getByRole('status');
    await expect(said).toHaveText(/^Still fails in the same way: [\d,]+ → \d+ elements, \d+ tries/, {
      timeout: 60_000,
    });
    const left = Number(/→ (\d+) elements/.exec((await said.textContent()) ?? '')?.[1]);
    expect(left).toBeLessThanOrEqual(10);
    await expect(smallest.getByRole('figure', { name: 'Smallest call' })).toHaveText(/^auc\(\[\(.*\)\]\)$/);
    await expect(smallest.getByRole('definition')).toHaveCount(2);
    await smallest.getByRole('button', { name: 'Open as your own input' }).click();
  });

  await test.step('it fails there, passes with the right code, and is there after a reload', async () => {
    await ownInput(page).getByRole('button', { name: 'Run this input' }).click();
    const entry = ownInput(page).getByRole('listitem').first();
    await expect(entry).toContainText('Wrong Answer');
    await setCode(page, reference('roc-auc'));
    await expect(entry).toContainText('Code changed since');
    await entry.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(entry).toContainText('Accepted');
    await page.reload();
    await page.getByRole('button', { name: 'Your own input (1)' }).click();
    await expect(ownInput(page).getByRole('figure', { name: 'Call' })).toHaveText(/^auc\(\[\(/);
    await expect(ownInput(page)).not.toContainText('Accepted');
  });
});

test('an input of one’s own is checked, judged, and never the code of whoever knows the answers', async ({ page }) => {
  await openProblem(page, 'roc-auc');
  await setCode(page, reference('roc-auc'));
  await page.getByRole('button', { name: 'Your own input' }).click();
  const box = ownInput(page).getByRole('textbox');
  const alert = ownInput(page).getByRole('alert');

  await test.step('what is not valid is refused in a sentence, and stays in the box', async () => {
    await tryOut(page, '"abc"');
    await expect(alert).toHaveText('predictions must be a list of (score, label) tuples.');
    await tryOut(page, '[(0.5, 1)');
    await expect(alert).toHaveText(/not a Python argument list/);
    await expect(box).toHaveValue('[(0.5, 1)');
  });

  await test.step('an expression that never ends is stopped', async () => {
    await tryOut(page, '[i for i in iter(int, 1)]');
    await ownInput(page).getByRole('button', { name: 'Stop' }).click();
    await ownInput(page).getByRole('button', { name: 'Remove this input' }).click();
  });

  await test.step('code finds no answers', async () => {
    await tryOut(page, '__import__("edgewise.trusted")');
    await expect(alert).toHaveText(/ModuleNotFoundError/);
  });

  await test.step('the keys run it; an expression is as good as a literal; the contract’s exception is an answer', async () => {
    await box.fill('[(i / 2, i % 2) for i in range(4)]');
    await box.press('ControlOrMeta+Enter');
    await expect(ownInput(page).getByRole('listitem').first()).toContainText('Accepted');
    await expect(ownInput(page).getByRole('definition').first()).toHaveText('0.75');
    await box.fill('[(0.5, 1)]');
    await ownInput(page).getByRole('button', { name: 'Ask the reference' }).first().click();
    await expect(ownInput(page).getByRole('listitem').first()).toContainText('raises ValueError');
  });
});

test('a case that seems wrong can be reported with everything that is needed', async ({ page }) => {
  await openProblem(page, 'sliding-window-features');
  await run(page, 'def window_features(timestamps, values, window):\n    return []\n');
  const panel = casePanel(page);
  await expect(panel.getByRole('figure', { name: 'The window on the time axis' })).toBeVisible();
  await panel.getByRole('button', { name: 'Wrong case? Copy a report' }).click();
  await expect(panel.getByRole('button', { name: 'Copied' })).toBeVisible();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  for (const line of [
    'Problem: sliding-window-features',
    'Case: ',
    'Call: window_features(',
    'Expected: ',
    'Got: ',
    'sha256 ',
  ])
    expect(report).toContain(line);
});
