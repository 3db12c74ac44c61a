/** Two tabs on one problem: one writes, the other says so and can take over. Nothing is lost, nothing is doubled. */
import {
  codeIn,
  editor,
  editorReady,
  expect,
  expectCode,
  type Locator,
  openProblem,
  type Page,
  test,
  toolbar,
  typeCode,
} from './workbench.ts';

function note(page: Page, text: RegExp): Locator {
  return page.getByRole('status').filter({ hasText: text });
}

const ELSEWHERE = /open in another tab/;
const TAKEN = /Another tab has taken over/;

interface LoggedEvent {
  readonly type: string;
  readonly session: string;
}

/** Every event on disk, in the order of the log. */
async function eventsOnDisk(page: Page): Promise<readonly LoggedEvent[]> {
  return page.evaluate(
    () =>
      new Promise<readonly LoggedEvent[]>((resolve, reject) => {
        const opening = indexedDB.open('edgewise');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction('events').objectStore('events').getAll();
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result.map(({ event }) => event));
          };
        };
      }),
  );
}

async function takeOver(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Take over' }).click();
  await expect(page.getByRole('button', { name: 'Take over' })).toHaveCount(0);
  await editorReady(page);
}

test('the second tab reads, takes over with the latest draft, and gives back', async ({ page, context }) => {
  await openProblem(page, 'roc-auc');
  await typeCode(page, ['first = 1']);
  const other = await context.newPage();
  await openProblem(other, 'roc-auc');

  await test.step('the second says so and changes nothing', async () => {
    await expect(note(other, ELSEWHERE)).toBeVisible();
    await expectCode(other, 'first = 1');
    const before = await eventsOnDisk(other);
    await editor(other).focus();
    await other.keyboard.type('not here');
    await other.keyboard.press('ControlOrMeta+Enter');
    await expect(toolbar(other).getByRole('button', { name: 'Submit' })).toHaveAttribute('aria-disabled', 'true');
    expect(await codeIn(other)).toBe('first = 1');
    expect(await eventsOnDisk(other)).toEqual(before);
  });

  await test.step('it takes over, and the first turns to reading', async () => {
    await editor(page).focus();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('  # and more');
    await takeOver(other);
    await expectCode(other, 'first = 1  # and more');
    await expect(note(page, TAKEN)).toBeVisible();
    await editor(page).focus();
    await page.keyboard.type('not here');
    expect(await codeIn(page)).toBe('first = 1  # and more');
    await typeCode(other, ['second = 2']);
  });

  await test.step('and back again', async () => {
    await takeOver(page);
    await expectCode(page, 'second = 2');
    await expect(note(other, TAKEN)).toBeVisible();
    await typeCode(page, ['third = 3']);
    await page.reload();
    await editorReady(page);
    await expectCode(page, 'third = 3');
  });
});

test('when the tab that writes is closed, the one that is looked at goes on', async ({ page, context }) => {
  await openProblem(page, 'roc-auc');
  await typeCode(page, ['kept = True']);
  const other = await context.newPage();
  await openProblem(other, 'roc-auc');
  await expect(note(other, ELSEWHERE)).toBeVisible();
  await page.close({ runBeforeUnload: true });
  await expect(note(other, /tab/)).toHaveCount(0);
  await editorReady(other);
  await expectCode(other, 'kept = True');
  await typeCode(other, ['goes = "on"']);
  await expectCode(other, 'goes = "on"');
});

test('a tab that does not answer is not waited for', async ({ page, context }) => {
  await openProblem(page, 'roc-auc');
  await typeCode(page, ['before = 1']);
  const other = await context.newPage();
  await openProblem(other, 'roc-auc');
  await expectCode(other, 'before = 1');
  // Deaf: the page cannot tell what a message says.
  await page.evaluate(() => {
    Object.defineProperty(MessageEvent.prototype, 'data', { get: () => null });
  });
  await takeOver(other);
  await expectCode(other, 'before = 1');
  await expect(note(page, TAKEN)).toBeVisible();
});

test('another problem is no matter of another tab', async ({ page, context }) => {
  await openProblem(page, 'roc-auc');
  const other = await context.newPage();
  await openProblem(other, 'heap-top-k');
  await typeCode(other, ['mine = 1']);
  await expectCode(other, 'mine = 1');
  await expect(note(other, ELSEWHERE)).toHaveCount(0);
});
