/** The review queue and the history, from a failed case to its next due day. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createEmptyCard, fsrs, type Grade } from 'ts-fsrs';
import { anAttempt, aYear, casesOf, type SeededAttempt, seed } from './a-year.ts';
import {
  editor,
  editorReady,
  expect,
  expectCode,
  openProblem,
  type Page,
  pressSubmit,
  reference,
  runEnd,
  setCode,
  submission,
  TITLES,
  test,
} from './workbench.ts';

const DAY = 86_400_000;
const TIES = submission('roc-auc', 'wrong_answer', 'step_per_item');
/** A case that this code fails. */
const TIED = casesOf('roc-auc').find(({ edge }) => edge === 'ties')?.name ?? '';

const main = (page: Page) => page.getByRole('main');
const nav = (page: Page, name: string | RegExp) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name });
const answer = (page: Page) => page.getByRole('textbox', { name: 'What does your code return?' });
const grades = (page: Page) => page.getByRole('group', { name: 'How well did it go?' }).getByRole('button');
const cardRow = (page: Page, name: string) =>
  page
    .getByRole('region', { name: 'All cards' })
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name, exact: true }) });

/** Opens the app with these attempts in its log, at a page of it. */
async function openWith(page: Page, attempts: readonly SeededAttempt[], hash: string): Promise<void> {
  await page.goto('./');
  await seed(page, attempts);
  await page.goto('about:blank');
  await page.goto(`./${hash}`);
}

/** One attempt of `daysAgo` days ago that failed the one case of the name. */
function failedOnce(daysAgo: number, name = TIED): SeededAttempt {
  return anAttempt('roc-auc', Date.now() - daysAgo * DAY, TIES, (item) =>
    item.name === name ? 'Wrong Answer' : 'Accepted',
  );
}

test('a case that fails becomes a card; gone over and mended, it comes back when FSRS says', async ({ page }) => {
  await page.goto('./#/review');
  await expect(main(page)).toContainText('No cards yet');

  await openProblem(page, 'roc-auc');
  await setCode(page, TIES);
  await pressSubmit(page);
  expect(await runEnd(page)).toMatch(/^Wrong Answer/);
  await nav(page, /^Review/).click();
  await expect(page).toHaveTitle(/^\(\d+\) Review/);
  await expect(page.getByRole('table', { name: /^Failed cases/ })).toContainText('ties');

  await main(page).getByRole('link', { name: 'Start' }).click();
  await editorReady(page);
  const name = (await page.getByRole('region', { name: /^Case / }).getAttribute('aria-label')) ?? '';

  await test.step('nothing has run, and neither side of the answer shows', async () => {
    await expect(main(page)).not.toContainText('Expected');
    await editor(page).focus();
    await page.keyboard.type('x');
    await expectCode(page, TIES);
  });

  await test.step('a wrong guess, the truth, a repair', async () => {
    await answer(page).fill('no idea');
    await page.getByRole('textbox', { name: 'Why is that wrong?' }).fill('tied items are counted one by one');
    await page.keyboard.press('ControlOrMeta+Enter');
    const shown = page.getByRole('region', { name: 'What it does' });
    await expect(shown).toContainText('Expected', { timeout: 60_000 });
    await expect(shown.getByRole('checkbox', { name: 'My answer was right' })).not.toBeChecked();
    await expect(grades(page).filter({ hasText: 'suggested' })).toContainText('Again');

    await setCode(page, reference('roc-auc'));
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(main(page)).toContainText('Mended: all of them pass', { timeout: 60_000 });
    await expect(grades(page).filter({ hasText: 'suggested' })).toContainText('Hard');
    await shown.getByRole('checkbox', { name: 'My answer was right' }).check();
    await expect(grades(page).filter({ hasText: 'suggested' })).toContainText('Good');
  });

  await test.step('graded with a key: the learning step of ts-fsrs, in the log with the answer', async () => {
    await grades(page).filter({ hasText: 'suggested' }).focus();
    const before = Date.now();
    await page.keyboard.press('3');
    await expect(page.getByRole('status').filter({ hasText: '1 done' })).toBeVisible();
    const [review] = await reviewsOf(page);
    expect(review).toMatchObject({
      grade: 3,
      answer: { returns: 'no idea', why: 'tied items are counted one by one' },
    });
    expect(`Case ${review?.case}`).toBe(name);
    const due = fsrs()
      .next(createEmptyCard(new Date(before)), new Date(before), 3 as Grade)
      .card.due.getTime();
    expect(due - before).toBe(10 * 60_000);
    await page.goto('./#/review');
    await expect(cardRow(page, review?.case ?? '')).toContainText(/at \d\d:\d\d|tomorrow/);
  });
});

test('a card of weeks ago: days as ts-fsrs counts them, put away, taken out again', async ({ page }) => {
  const first = failedOnce(40);
  const failedAt = first.events.find((event) => event.type === 'case-finished' && event.name === TIED)?.at ?? 0;
  const reviews = [38, 37, 30].map((daysAgo) => Date.now() - daysAgo * DAY);
  let card = createEmptyCard(new Date(failedAt));
  for (const at of reviews) card = fsrs().next(card, new Date(at), 3).card;
  const reviewed = reviews.map((at) => ({ type: 'reviewed', case: TIED, grade: 3, at, session: 'later' }) as const);
  await openWith(page, [{ ...first, events: [...first.events, ...reviewed] }], '#/review');

  const row = cardRow(page, TIED);
  const overdue = card.due.getTime() <= Date.now();
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(card.due);
  await expect(row).toContainText(overdue ? 'now' : day);

  await row.getByRole('button', { name: /^Put away/ }).click();
  await expect(row).toContainText('put away');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toContainText(overdue ? 'now' : day);
  await row.getByRole('button', { name: /^Put away/ }).click();
  await page.reload();
  await expect(row).toContainText('put away');
  await expect(main(page)).toContainText('Nothing is due');

  await test.step('a case that is wrong is reported as a text to copy', async () => {
    await row.getByRole('link').click();
    await page.getByRole('button', { name: 'This case is wrong: copy a report' }).click();
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`Case: ${TIED} (ties)`);
  });
});

test('attempts side by side, two submissions compared, and a solution only once it is solved', async ({ page }) => {
  const now = Date.now();
  const failed = anAttempt('roc-auc', now - 9 * DAY, TIES, ({ edge }) =>
    edge === 'ties' ? 'Wrong Answer' : 'Accepted',
  );
  await openWith(page, [failed, failedOnce(5)], '#/problems/roc-auc/history');
  await expect(main(page).getByRole('table').first().getByRole('row')).toHaveCount(3);
  await expect(main(page).getByRole('table').first()).toContainText('ties');
  const chooser = main(page).getByRole('combobox', { name: 'with' });
  await expect(chooser.getByRole('option')).toHaveCount(2);
  await expect(main(page)).toContainText('The two are the same.');

  await seed(page, [anAttempt('roc-auc', now - DAY, reference('roc-auc'), () => 'Accepted')]);
  await page.reload();
  await expect(chooser.getByRole('option')).toHaveCount(4);
  await expect(page.locator('.diff[data-ready="true"]')).toContainText('def auc');
  await chooser.selectOption('An accepted solution');
  await expect(page.locator('.diff[data-ready="true"]')).toBeVisible();

  await nav(page, 'Problems').click();
  await main(page).getByRole('link', { name: 'History' }).click();
  await expect(main(page).getByRole('heading', { name: 'By the week' })).toBeVisible();
  await expect(main(page).getByRole('link', { name: TITLES['roc-auc'] })).toHaveCount(3);
});

test('a year of a thousand attempts opens', async ({ page }) => {
  test.slow();
  const problems = readdirSync(fileURLToPath(new URL('../../problems/', import.meta.url)), { withFileTypes: true });
  const ids = problems.filter((entry) => entry.isDirectory() && entry.name !== 'plans').map(({ name }) => name);
  await page.goto('./');
  await seed(page, aYear(ids, 1000, Date.now()));
  const opened = async (hash: string, what: () => Promise<void>): Promise<void> => {
    await page.goto('about:blank');
    const begun = Date.now();
    await page.goto(`./${hash}`);
    await what();
    test.info().annotations.push({ type: `${hash} opened in`, description: `${Date.now() - begun} ms` });
  };
  const cell = page.getByRole('table', { name: /^Failed cases/ });
  // Summaries are made at the first opening, and kept.
  await opened('#/review', () => expect(cell).toBeVisible({ timeout: 120_000 }));
  await opened('#/review', () => expect(cell).toBeVisible());
  await opened('#/history', () => expect(main(page)).toContainText('1,000 attempts'));
  await opened('#/problems/roc-auc/history', () => expect(main(page).getByRole('table').first()).toBeVisible());
  await opened('#/', () => expect(main(page).getByRole('link', { name: /due for review$/ })).toBeVisible());
  await expect(page).toHaveTitle(/^\(\d+\) Edgewise/);
});

interface Reviewed {
  readonly type: string;
  readonly case: string;
  readonly grade: number;
  readonly answer?: { readonly returns: string; readonly why: string };
}

/** The reviews in the log, as they stand on disk. */
function reviewsOf(page: Page): Promise<readonly Reviewed[]> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('edgewise');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('events').objectStore('events').getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result.map(({ event }) => event).filter(({ type }) => type === 'reviewed'));
          };
        };
      }),
  );
}
