/** The path that everything is for: a wrong solution, an explanation that is enough, an accepted one. */
import {
  board,
  casePanel,
  codeIn,
  editor,
  editorReady,
  expect,
  openProblem,
  type ProblemId,
  panelText,
  pressSubmit,
  reference,
  results,
  runEnd,
  setCode,
  squares,
  status,
  submission,
  submit,
  TITLES,
  test,
} from './workbench.ts';

/** The classes whose cases tell an AUC with ties from one without; `large` has tied inputs too. */
const TIE_CLASSES = ['ties', 'negative-zero'];

test('an AUC that ignores ties fails in the tie classes, is explained, is repaired, and the list says Solved', async ({
  page,
}) => {
  await page.goto('./');
  const row = page.getByRole('row', { name: new RegExp(TITLES['roc-auc']) });
  await expect(row).toContainText('New');
  await row.getByRole('link', { name: TITLES['roc-auc'] }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITLES['roc-auc'] })).toBeVisible();
  await editorReady(page);

  await test.step('before the first submission only samples show', async () => {
    expect((await board(page)).every(({ edge }) => edge === 'basic')).toBe(true);
    await expect(results(page)).toContainText(/\d+ more cases on Submit/);
  });

  const line = await submit(page, submission('roc-auc', 'wrong_answer', 'step_per_item'));
  expect(line).toMatch(/^Wrong Answer: \d+ of \d+ cases fail: ties/);

  await test.step('every tie class has a wrong square, and no other class but that of large inputs has one', async () => {
    const shown = await board(page);
    const wrong = shown.filter(({ verdict }) => verdict !== 'Accepted');
    expect(new Set(wrong.map(({ verdict }) => verdict))).toEqual(new Set(['Wrong Answer']));
    expect(new Set(wrong.map(({ edge }) => edge))).toEqual(new Set([...TIE_CLASSES, 'large']));
    expect(wrong.filter(({ edge }) => edge === 'large').map(({ name }) => name)).toEqual(
      shown.map(({ name }) => name).filter((name) => /a thousand distinct scores|items, two scores/.test(name)),
    );
  });

  await test.step('the first failing case is open and says everything', async () => {
    const panel = casePanel(page);
    const shown = squares(page).and(page.locator('[aria-selected="true"]'));
    await expect(shown).toHaveAccessibleName(/^ties: .*, Wrong Answer$/);
    await expect(panel.getByRole('heading', { level: 3 })).toHaveText(/tied/);
    await expect(panel).toContainText('ties');
    await expect(panel).toContainText('Wrong Answer');
    await expect(panelText(page, 'Call')).toHaveText(/^auc\(\[\(.*\)\]\)$/);
  });

  await test.step('a square that is clicked shows its own case', async () => {
    await page.getByRole('option', { name: /^ties: seven items, one score/ }).click();
    const panel = casePanel(page, 'seven items, one score');
    await expect(panel).toContainText('ties: all-tied');
    await expect(panel.locator('p').first()).toHaveText(/\w{3,}.*\.$/);
    await expect(panel.getByRole('definition').first()).toHaveText('0.5');
    await expect(panel.getByRole('definition').nth(1)).toHaveText(/^[01]\./);
    await expect(panel).toContainText(/off by \d/);
  });

  expect(await submit(page, reference('roc-auc'))).toMatch(/^Accepted (\d+)\/\1, /);
  expect(new Set((await board(page)).map(({ verdict }) => verdict))).toEqual(new Set(['Accepted']));
  await expect(page.getByRole('region', { name: 'What next' })).toContainText('An interviewer would ask next');

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Problems' }).click();
  await expect(row).toContainText('Solved');
  await expect(page.getByText(/1 of \d+ solved/)).toBeVisible();
});

test('an exception shows its traceback, points at the line, and the line is marked in the editor', async ({ page }) => {
  await openProblem(page, 'roc-auc');
  const code = submission('roc-auc', 'run_time_error', 'divides_by_an_absent_class');
  const blamed = code.split('\n').findIndex((text) => text.includes('return area / (p * n)')) + 1;
  expect(await submit(page, code)).toMatch(/^Runtime Error: \d+ of \d+ cases fail: single-class/);
  const wrong = (await board(page)).filter(({ verdict }) => verdict !== 'Accepted');
  expect(new Set(wrong.map(({ edge }) => edge))).toEqual(new Set(['single-class', 'empty']));

  const panel = casePanel(page);
  await expect(panel).toContainText('ZeroDivisionError: division by zero (expected ValueError)');
  await expect(panelText(page, 'Traceback')).toContainText(`File "solution.py", line ${blamed}, in auc`);
  await expect(panelText(page, 'Traceback')).not.toContainText('edgewise');
  await panel.getByRole('button', { name: `Go to line ${blamed}` }).click();
  await expect(editor(page)).toBeFocused();

  // Monaco draws marks in a layer of its own: the marked line is the one at the height of the blamed line's number.
  const mark = page.locator('.editor__marked-line');
  await expect(mark).toHaveCount(1);
  const number = page.locator('.line-numbers').getByText(String(blamed), { exact: true });
  const [markBox, numberBox] = [await mark.boundingBox(), await number.boundingBox()];
  expect(Math.abs((markBox?.y ?? 0) - (numberBox?.y ?? -100))).toBeLessThan(4);
});

const PATHS: readonly { problem: ProblemId; wrong: string; edge: string; got: RegExp; message: RegExp }[] = [
  {
    problem: 'sliding-window-features',
    wrong: 'empty_window_is_zero',
    edge: 'nulls',
    got: /0\.0/,
    message: /^result\[\d+\]\[0\] /,
  },
  { problem: 'heap-top-k', wrong: 'most_common', edge: 'ties', got: /\('/, message: /^result\[\d+\]/ },
];

for (const { problem, wrong, edge, got, message } of PATHS) {
  test(`${problem}: wrong, explained, accepted`, async ({ page }) => {
    await openProblem(page, problem);
    const code = submission(problem, 'wrong_answer', wrong);
    expect(await submit(page, code)).toMatch(/^Wrong Answer: \d+ of \d+ cases fail: /);
    const failing = (await board(page)).filter(({ verdict }) => verdict !== 'Accepted');
    expect(failing.map((square) => square.edge)).toContain(edge);

    await page
      .getByRole('option', { name: new RegExp(`^${edge}: .*, Wrong Answer$`) })
      .first()
      .click();
    const panel = casePanel(page);
    await expect(panel.getByRole('definition').nth(1)).toHaveText(got);
    await expect(panel.locator('mark').first()).toBeVisible();
    await expect(panel.getByText(message)).toBeVisible();

    await test.step('only this case runs again when asked, and the rest keeps its verdict', async () => {
      await panel.getByRole('button', { name: 'Run only this case' }).click();
      await expect(status(page)).toHaveText('This case: Wrong Answer');
      expect((await board(page)).filter(({ verdict }) => verdict !== 'Accepted')).toEqual(failing);
    });

    await test.step('it can be taken along as Python', async () => {
      await panel.getByRole('button', { name: 'Copy as Python' }).click();
      await expect(panel.getByRole('button', { name: 'Copied' })).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`# ${edge}: `);
    });

    expect(await codeIn(page)).toBe(code);
    await setCode(page, reference(problem));
    await expect(results(page)).toContainText('Code changed since this run');
    await pressSubmit(page);
    expect(await runEnd(page)).toMatch(/^Accepted (\d+)\/\1, /);
  });
}
