/** How the page looks and behaves as a page: themes, narrow windows, names, where it may be served from. */
import { serve } from './serve.ts';
import {
  casePanel,
  codeIn,
  expect,
  openProblem,
  type Page,
  pressRun,
  pressStop,
  reference,
  run,
  runEnd,
  setCode,
  status,
  submission,
  submit,
  test,
  toolbar,
} from './workbench.ts';

const ROLES =
  'button|link|textbox|searchbox|combobox|listbox|option|tab|tablist|checkbox|radio|slider|separator|progressbar|toolbar|dialog|menuitem|menuitemradio|region|navigation';

/** Elements that have a role but no name, as the accessibility tree has them. */
async function unnamed(page: Page): Promise<readonly string[]> {
  const tree = await page.locator('body').ariaSnapshot();
  return tree.split('\n').filter((line) => new RegExp(`^\\s*- (${ROLES})( \\[[^\\]]*\\])*:?$`).test(line));
}

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test('dark and light are chosen, remembered, and follow the system until then', async ({ page }) => {
  const root = page.locator('html');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('./');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  const dark = await background(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(root).toHaveAttribute('data-theme', 'light');
  expect(await background(page)).not.toBe(dark);

  await page.getByRole('button', { name: 'Theme: system' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await openProblem(page, 'roc-auc');
  await page.reload();
  await expect(root).toHaveAttribute('data-theme', 'dark');
  expect(await background(page)).toBe(dark);
  await expect(page.locator('.monaco-editor.vs-dark')).toHaveCount(1);

  await page.getByRole('button', { name: 'Theme: dark' }).click();
  await page.getByRole('menuitemradio', { name: 'Light' }).click();
  await expect(root).toHaveAttribute('data-theme', 'light');
  await expect(page.locator('.monaco-editor.vs-dark')).toHaveCount(0);
});

test('360 pixels are enough: panes become tabs and nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('./');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);

  await page.goto('./#/problems/roc-auc');
  const pane = (name: string) => page.getByRole('tablist', { name: 'Panes' }).getByRole('tab', { name });
  await expect(pane('Problem')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);

  await pane('Code').click();
  await expect(page.locator('.editor').getByText('NotImplementedError')).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  const wrong = submission('roc-auc', 'wrong_answer', 'step_per_item');
  expect(await submit(page, wrong)).toMatch(/^Wrong Answer/);

  // The run has brought its results to the front.
  await expect(pane('Results')).toHaveAttribute('aria-selected', 'true');
  await expect(casePanel(page)).toBeVisible();
  await expect(casePanel(page)).toBeInViewport();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(await unnamed(page)).toEqual([]);

  await pane('Code').click();
  expect(await codeIn(page)).toBe(wrong);
  await page.setViewportSize({ width: 1200, height: 800 });
  await expect(page.getByRole('tablist', { name: 'Panes' })).toHaveCount(0);
  await expect(page.locator('.editor[data-ready="true"]')).toBeAttached();
  expect(await codeIn(page)).toBe(wrong);
});

test('while a problem is being solved nothing leaves the origin, and nothing is reported as an error', async ({
  page,
  context,
  baseURL,
}) => {
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  const origin = new URL(baseURL ?? '').origin;
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && !['blob:', 'data:'].includes(url.protocol)) elsewhere.push(url.href);
  });
  context.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  context.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });

  await page.goto('./');
  expect(await unnamed(page)).toEqual([]);
  await page.getByRole('row').nth(1).getByRole('link').click();
  await openProblem(page, 'roc-auc');
  expect(await submit(page, submission('roc-auc', 'wrong_answer', 'step_per_item'))).toMatch(/^Wrong Answer/);
  expect(await unnamed(page)).toEqual([]);
  for (const name of [/^Hints/, 'Editorial', 'Statement']) {
    await page.getByRole('tab', { name }).click();
    expect(await unnamed(page)).toEqual([]);
  }
  expect(await submit(page, reference('roc-auc'))).toMatch(/^Accepted/);
  expect(await unnamed(page)).toEqual([]);
  await page.getByRole('button', { name: 'Read the editorial' }).click();
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  expect(await unnamed(page)).toEqual([]);
  await page.keyboard.press('Escape');

  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
});

test('an address that leads nowhere says so and helps on', async ({ page }) => {
  await page.goto('./#/problems/roc-curve');
  await expect(page.getByRole('heading', { name: 'No such problem' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'ROC AUC from scratch' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'ROC AUC from scratch' })).toBeVisible();
  await page.goto('./#/nowhere');
  await expect(page.getByRole('heading', { name: 'Nothing here' })).toBeVisible();
});

const ENDLESS = 'def auc(predictions):\n    while True:\n        pass\n';

test('a host of static files is enough, from below any path: the page sees to its isolation itself', async ({
  page,
  baseURL,
}) => {
  const site = await serve({ from: baseURL ?? '', below: '/some/where/' });
  try {
    await page.goto(site.url);
    // A service worker adds the headers, and the page loads once more: in between there is nobody to ask.
    await expect.poll(() => page.evaluate(() => crossOriginIsolated).catch(() => false)).toBe(true);
    await openProblem(page, 'roc-auc', site.url);
    expect(await run(page, reference('roc-auc'))).toMatch(/^Samples: Accepted/);
    await setCode(page, ENDLESS);
    await pressRun(page);
    await expect(status(page)).toHaveText('Running, 0 of 3 cases');
    await pressStop(page);
    await expect(status(page)).toHaveText(/^Stopped after \d of 3 cases, at line [23]$/);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Problems' }).click();
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    expect(page.url().startsWith(site.url)).toBe(true);
  } finally {
    await site.close();
  }
});

test.describe('where service workers are not to be had', () => {
  test.use({ serviceWorkers: 'block' });

  test('it works without isolation: Run runs, and Stop ends a loop by replacing Python', async ({ page, baseURL }) => {
    const site = await serve({ from: baseURL ?? '', below: '/' });
    try {
      await openProblem(page, 'roc-auc', site.url);
      expect(await run(page, reference('roc-auc'))).toMatch(/^Samples: Accepted/);
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
      await setCode(page, ENDLESS);
      await pressRun(page);
      await expect(status(page)).toHaveText('Running, 0 of 3 cases');
      await pressStop(page);
      // On a slow machine the first case may run out of time before the button is pressed.
      await expect(status(page)).toHaveText(/^Stopped after [01] of 3 cases$/);
      await setCode(page, reference('roc-auc'));
      await pressRun(page);
      expect(await runEnd(page)).toMatch(/^Samples: Accepted/);
      await expect(toolbar(page)).toContainText(/Python 3\.\d+\.\d+ ready/);
    } finally {
      await site.close();
    }
  });
});
