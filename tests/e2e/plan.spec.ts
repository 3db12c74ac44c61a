/** Choosing what to solve: study plans, and the list with its filters. */
import { editorReady, expect, type Locator, type Page, reference, submit, TITLES, test } from './workbench.ts';

const week = (page: Page, title: string | RegExp): Locator => page.getByRole('region', { name: title });
const row = (within: Page | Locator, title: string): Locator =>
  within.getByRole('row').filter({ has: within.getByRole('rowheader', { name: title }) });
const mainLink = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name });
const problemRows = (page: Page): Locator => page.getByRole('rowheader');
const choose = (page: Page, label: string, value: string) =>
  page.getByRole('combobox', { name: label }).selectOption(value);
/** The list, as it is at first. */
async function openList(page: Page): Promise<void> {
  await page.goto('./');
  await expect(problemRows(page).first()).toBeVisible();
}
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('a plan is started, a problem of it solved, and every plan that has the problem knows', async ({ page }) => {
  await page.goto('./');
  await mainLink(page, 'Plan').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Four weeks' })).toBeVisible();
  await expect(mainLink(page, 'Plan')).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('progressbar', { name: 'The whole plan' })).toHaveAttribute('value', '0');
  await expect(page.getByRole('link', { name: /^Start: / })).toBeVisible();

  await page.getByRole('navigation', { name: 'Plans' }).getByRole('link', { name: 'One week' }).click();
  const start = page.getByRole('link', { name: `Start: ${TITLES['roc-auc']}` });
  await start.click();
  await editorReady(page);
  expect(await submit(page, reference('roc-auc'))).toMatch(/^Accepted/);
  // In the catalogue another problem of metrics would follow; in this plan it is one of heaps.
  await expect(page.getByRole('link', { name: new RegExp(TITLES['heap-top-k']) })).toBeVisible();

  await page.goBack();
  await expect(page.getByText('1 of 9 solved').first()).toBeVisible();
  const [first, second] = [row(page, TITLES['roc-auc']), row(page, TITLES['heap-top-k'])];
  await expect(first).toContainText('Solved');
  await expect(second).toContainText('New');
  await expect(second).toHaveAttribute('aria-current', 'step');
  await page.getByRole('link', { name: `Continue: ${TITLES['heap-top-k']}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITLES['heap-top-k'] })).toBeVisible();

  await mainLink(page, 'Plan').click();
  await expect(week(page, /^Week one/).getByText('1 of 7 solved')).toBeVisible();
  await expect(week(page, /^Week two/).getByText('0 of 6 solved')).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'The whole plan' })).toHaveAttribute('value', '1');
  await page.reload();
  await expect(week(page, /^Week one/).getByText('1 of 7 solved')).toBeVisible();
});

test('an edge class of a week leads to every problem that has it', async ({ page }) => {
  await page.goto('./#/plan/metrics');
  const chip = week(page, /^Week one/).getByRole('link', { name: /^ties/ });
  const inWeek = Number(/\d+$/.exec((await chip.textContent()) ?? '')?.[0]);
  await chip.click();
  await expect(page.getByRole('combobox', { name: 'Edge class' })).toHaveValue('ties');
  await expect(row(page, TITLES['roc-auc'])).toBeVisible();
  await expect(row(page, TITLES['heap-top-k'])).toBeVisible();
  expect(await problemRows(page).count()).toBeGreaterThan(inWeek);
});

test('plans by keys alone: the palette opens one, arrows walk its problems', async ({ page }) => {
  await openList(page);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('plan metrics');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Metrics from scratch' })).toBeVisible();
  const titles = page.getByRole('rowheader').getByRole('link');
  await titles.first().focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowDown');
  // Five problems are in its first week: the sixth is in the second.
  await expect(titles.nth(5)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/problems\/[a-z-]+\?plan=metrics$/);
});

test('360 pixels are enough for a plan, and an unknown plan is said to be none', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const address of ['./#/plan', './#/?edge=ties']) {
    await page.goto(address);
    await expect(problemRows(page).first()).toBeVisible();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
  await choose(page, 'Sort', 'title descending');
  const titles = await problemRows(page).allTextContents();
  expect(titles).toEqual(titles.toSorted((a, b) => b.localeCompare(a, 'en')));
  await page.goto('./#/plan/five-weeks');
  await expect(page.getByRole('heading', { name: 'Nothing here' })).toBeVisible();
});

test('the list is filtered by edge class and the rest together, and found again as it was left', async ({ page }) => {
  await openList(page);
  const all = await problemRows(page).count();
  const clear = page.getByRole('button', { name: 'Clear filters' });
  await expect(clear).toBeHidden();

  const option = page.getByRole('combobox', { name: 'Edge class' }).locator('option[value="ties"]');
  const promised = Number(/\((\d+)\)$/.exec((await option.textContent()) ?? '')?.[1]);
  await choose(page, 'Edge class', 'ties');
  await expect(problemRows(page)).toHaveCount(promised);
  await choose(page, 'Topic', 'heap');
  await page.getByRole('searchbox', { name: 'Filter problems' }).fill('top-k');
  await expect(problemRows(page)).toHaveText([TITLES['heap-top-k']]);
  await expect(page).toHaveURL(/#\/\?q=top-k&topic=heap&edge=ties$/);

  await test.step('after a problem, by Back and by the header', async () => {
    for (const goBack of [() => page.goBack(), () => mainLink(page, 'Problems').click()]) {
      await page.getByRole('link', { name: TITLES['heap-top-k'] }).click();
      await expect(page.getByRole('heading', { level: 1, name: TITLES['heap-top-k'] })).toBeVisible();
      await goBack();
      await expect(problemRows(page)).toHaveText([TITLES['heap-top-k']]);
      await expect(page.getByRole('searchbox', { name: 'Filter problems' })).toHaveValue('top-k');
    }
  });

  await test.step('after a reload', async () => {
    await page.reload();
    await expect(problemRows(page)).toHaveText([TITLES['heap-top-k']]);
  });

  await test.step('until it is cleared', async () => {
    await choose(page, 'State', 'solved');
    await expect(page.getByText('No problem matches.')).toBeVisible();
    await clear.click();
    await expect(problemRows(page)).toHaveCount(all);
    await expect(page.getByRole('searchbox', { name: 'Filter problems' })).toBeFocused();
    await expect(clear).toBeHidden();
    await expect(page).toHaveURL(/#\/$/);
  });
});

test('the list is sorted by its headers: up, down, and as it was', async ({ page }) => {
  await openList(page);
  const header = page.getByRole('columnheader', { name: 'Cases' });
  const cases = async () =>
    (await page.getByRole('row').locator('td:nth-child(5)').allTextContents()).map((text) => Number(text));
  await expect(header).not.toHaveAttribute('aria-sort');
  const original = await cases();

  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  expect(await cases()).toEqual(original.toSorted((a, b) => a - b));
  await page.keyboard.press('Enter');
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  expect(await cases()).toEqual(original.toSorted((a, b) => b - a));

  await page.getByRole('columnheader', { name: 'Title' }).getByRole('button').click();
  await expect(header).not.toHaveAttribute('aria-sort');
  await expect(page).toHaveURL(/sort=title/);
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'Title' })).toHaveAttribute('aria-sort', 'ascending');

  for (const _ of ['down', 'as it was']) {
    await page.getByRole('columnheader', { name: 'Title' }).getByRole('button').click();
  }
  await expect(page.locator('[aria-sort]')).toHaveCount(0);
  expect(await cases()).toEqual(original);
});
