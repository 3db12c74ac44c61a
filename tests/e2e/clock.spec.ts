/** A session against the clock: phases, pauses, absences, and what ends an attempt. */
import {
  editor,
  editorReady,
  expect,
  expectCode,
  type Locator,
  openProblem,
  type Page,
  pressRun,
  reference,
  runEnd,
  setCode,
  starter,
  submit,
  test,
} from './workbench.ts';

function session(page: Page): Locator {
  return page.getByRole('region', { name: 'Session' });
}

function phases(page: Page): Locator {
  return page.getByRole('group', { name: 'Phases' });
}

async function startClock(page: Page): Promise<void> {
  await page.keyboard.press('Alt+p');
  await page.getByRole('button', { name: /^Start \d+ minutes$/ }).press('Enter');
  await expect(session(page).getByRole('button', { name: 'Pause' })).toBeVisible();
}

async function expectPhase(page: Page, name: string): Promise<void> {
  await expect(phases(page).locator('[aria-current="step"]')).toHaveText(new RegExp(`^${name}`));
}

interface Reading {
  readonly secondsLeft: number;
  readonly at: number;
}

/** What the clock shows, and when it was read. */
async function read(page: Page): Promise<Reading> {
  const text = await session(page)
    .getByRole('button', { name: /\d+:\d\d (left|over time)$/ })
    .textContent();
  const [, sign = '', minutes = '', seconds = ''] = /^(\+?)(\d+):(\d\d)/.exec(text ?? '') ?? [];
  const total = Number(minutes) * 60 + Number(seconds);
  return { secondsLeft: sign === '+' ? -total : total, at: Date.now() };
}

/** By how many seconds the clock has gone otherwise than the wall's, between two readings. */
function drift(earlier: Reading, later: Reading): number {
  return Math.abs(earlier.secondsLeft - later.secondsLeft - (later.at - earlier.at) / 1000);
}

test('phases follow what is done, and phase and time are right after a reload', async ({ page }) => {
  await openProblem(page, 'roc-auc');
  await startClock(page);
  await expectPhase(page, 'Clarify');
  const first = await read(page);
  await setCode(page, reference('roc-auc'));
  await expectPhase(page, 'Code');
  await pressRun(page);
  await runEnd(page);
  await expectPhase(page, 'Test');
  await page.reload();
  await editorReady(page);
  await expectPhase(page, 'Test');
  const second = await read(page);
  expect(drift(first, second)).toBeLessThan(1.5);

  await test.step('a pause holds the clock, also over a reload', async () => {
    await page.keyboard.press('Alt+p');
    await expect(session(page).getByText('Paused')).toBeVisible();
    const paused = await read(page);
    expect(drift(second, paused)).toBeLessThan(1.5);
    await page.reload();
    await editorReady(page);
    await expect(session(page).getByText('Paused')).toBeVisible();
    expect((await read(page)).secondsLeft).toBe(paused.secondsLeft);
    await session(page).getByRole('button', { name: 'Resume' }).click();
    await expect.poll(async () => (await read(page)).secondsLeft).toBeLessThan(paused.secondsLeft);
  });

  await test.step('an accepted submission leads to the discussion, and the attempt can be finished', async () => {
    await submit(page, reference('roc-auc'));
    await expectPhase(page, 'Discuss');
    await session(page).getByRole('button', { name: 'Attempt' }).click();
    await page.getByRole('menuitem', { name: 'Finish the attempt' }).click();
    await expect(session(page)).toContainText(/in all/);
  });
});

test('a phase that came by itself can be corrected, and then stays', async ({ page }) => {
  await openProblem(page, 'roc-auc');
  await startClock(page);
  await editor(page).focus();
  await page.keyboard.type('#');
  await page.getByRole('button', { name: 'Back to Clarify' }).click();
  await expectPhase(page, 'Clarify');
  await editor(page).focus();
  await page.keyboard.type(' mine');
  await page.keyboard.press('Alt+.');
  await expectPhase(page, 'Plan');
  await page.keyboard.press('Alt+.');
  await expectPhase(page, 'Code');
  await page.keyboard.press('Alt+,');
  await expectPhase(page, 'Plan');
  await phases(page).getByRole('button', { name: 'Discuss' }).click();
  await expectPhase(page, 'Discuss');
  await page.reload();
  await editorReady(page);
  await expectPhase(page, 'Discuss');
  await expectCode(page, `# mine${starter('roc-auc')}`);
});

test('the clock can be hidden, shown again, and taken away', async ({ page }) => {
  await openProblem(page, 'roc-auc');
  await page.keyboard.press('Alt+p');
  await page.getByRole('button', { name: '25', exact: true }).click();
  await page.getByRole('spinbutton', { name: 'Discuss' }).fill('5');
  await page.getByRole('button', { name: 'Start 28 minutes' }).click();
  const time = session(page).getByRole('button', { name: /^\d+:\d\d/ });
  await expect(time).toHaveText(/^2[78]:\d\d left$/);
  await time.click();
  await expect(time).toHaveText(/^00:\d\d elapsed$/);
  await page.keyboard.press('Alt+Shift+p');
  await expect(time).toBeHidden();
  await page.reload();
  await editorReady(page);
  await expectPhase(page, 'Clarify');
  await expect(time).toBeHidden();
  await session(page).getByRole('button', { name: 'Show the clock' }).click();
  await expect(time).toHaveText(/elapsed$/);

  await session(page).getByRole('button', { name: 'Take the clock away' }).click();
  await expect(phases(page)).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectPhase(page, 'Clarify');
  await session(page).getByRole('button', { name: 'Take the clock away' }).click();
  await page.reload();
  await editorReady(page);
  await page.keyboard.press('Alt+p');
  await expect(page.getByRole('button', { name: 'Start 28 minutes' })).toBeVisible();
});

test('an absence is told, counts into overtime, and can be left out', async ({ page }) => {
  await page.clock.install();
  await openProblem(page, 'roc-auc');
  await startClock(page);
  const before = await read(page);
  await page.clock.fastForward('50:00');
  const notice = page.getByRole('status').filter({ hasText: /You were away for 50:0\d\. It counts\./ });
  await expect(notice).toBeVisible();
  const asleep = await read(page);
  expect(Math.abs(drift(before, asleep) - 3000)).toBeLessThan(1.5);
  expect(asleep.secondsLeft).toBeLessThan(0);
  await notice.getByRole('button', { name: 'Leave it out' }).click();
  await expect(notice).toBeHidden();
  expect(drift(before, await read(page))).toBeLessThan(2);
});

test('giving up opens the editorial, and a new attempt begins with the starter', async ({ page }) => {
  await openProblem(page, 'roc-auc');
  await page.setViewportSize({ width: 420, height: 800 });
  await startClock(page);
  await page.getByRole('tab', { name: 'Code' }).click();
  await setCode(page, '# not much\n');
  const menu = session(page).getByRole('button', { name: 'Attempt' });
  await expect(session(page).getByRole('button', { name: /^Phase: Code/ })).toBeVisible();
  await menu.click();
  await page.getByRole('menuitem', { name: 'Give up' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Give up' }).click();
  await expect(session(page)).toContainText('Given up');
  await page.getByRole('tab', { name: 'Problem' }).click();
  await expect(page.getByRole('tab', { name: 'Editorial' })).toHaveAttribute('aria-selected', 'true');
  await session(page).getByRole('button', { name: 'New attempt' }).click();
  await expect(session(page)).not.toContainText('Given up');
  await page.getByRole('tab', { name: 'Code' }).click();
  await editorReady(page);
  await expectCode(page, starter('roc-auc'));
  await expect(session(page).getByRole('button', { name: 'Start the clock' })).toBeVisible();

  await test.step('an attempt that is under way is only left behind when asked', async () => {
    await setCode(page, '# another idea\n');
    await menu.click();
    await page.getByRole('menuitem', { name: 'New attempt' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Keep going' }).click();
    await expectCode(page, '# another idea\n');
    await menu.click();
    await page.getByRole('menuitem', { name: 'New attempt' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'New attempt' }).click();
    await page.getByRole('tab', { name: 'Code' }).click();
    await editorReady(page);
    await expectCode(page, starter('roc-auc'));
  });
});
