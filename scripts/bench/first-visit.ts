/** First visits with the real app: navigation to first verdict on a cold profile, and the page's longest task. */
import type { Browser, Page } from '@playwright/test';

/** ms from navigation to the first verdict of a sample, everything cold; the starter is run as it stands. */
export async function firstVerdict(browser: Browser, base: string): Promise<number> {
  return onNewPage(browser, async (page) => {
    await page.goto(`${base}#/problems/roc-auc`);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page
      .getByText(/Runtime Error/)
      .first()
      .waitFor({ timeout: 120_000 });
    return page.evaluate(() => performance.now());
  });
}

/** The same for a page that only loads Pyodide in a worker and runs the same call. */
export async function firstBareResult(browser: Browser, bareBase: string): Promise<number> {
  return onNewPage(browser, async (page) => {
    await page.goto(bareBase);
    await page.evaluate(() => window.bench.bootBare());
    return page.evaluate(() => performance.now());
  });
}

/** The longest tasks of the main thread, in ms. Browsers tell of tasks from 50 ms on; 0 is none. */
export interface LongestTasks {
  /** From navigation until the editor stands, on a cold profile. */
  readonly opening: number;
  /** From then on: Python boots, a program is pasted, run, and prints 2,000 lines. */
  readonly running: number;
}

export async function longestTasks(browser: Browser, base: string): Promise<LongestTasks> {
  return onNewPage(browser, async (page) => {
    await page.addInitScript(() => {
      const durations: number[] = [];
      Object.assign(window, { longTasks: durations });
      new PerformanceObserver((list) => durations.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: 'longtask',
        buffered: true,
      });
    });
    const take = () =>
      page.evaluate(() => Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks.splice(0)));
    await page.goto(`${base}#/problems/roc-auc`);
    await page.locator('.editor[data-ready="true"]').waitFor({ state: 'attached' });
    await page.waitForTimeout(300);
    const opening = await take();
    const editor = page.locator('.monaco-editor').getByRole('textbox', { name: /code/i });
    await editor.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(
      'def auc(predictions):\n    for i in range(2000):\n        print("line", i)\n    return 0.5\n',
    );
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page
      .getByText(/Wrong Answer/)
      .first()
      .waitFor({ timeout: 120_000 });
    await page.waitForTimeout(500);
    return { opening, running: await take() };
  });
}

async function onNewPage<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}
