/** Everything as one file, away with it, and back: the same log. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, expectCode, openProblem, type Page, reference, run, setCode, submit, test } from './workbench.ts';

async function openData(page: Page): Promise<void> {
  await page.goto('./#/data');
  await expect(page.getByRole('heading', { name: 'Your data' })).toBeVisible();
}

async function exportFrom(page: Page): Promise<string> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export everything' }).click();
  const file = await (await downloading).path();
  await expect(outcome(page)).toHaveText(/^Exported as edgewise-\d{4}-\d\d-\d\d\.zip\.$/);
  return file;
}

function outcome(page: Page) {
  return page.locator('.data__job');
}

/** Texts of the files of an export, but for the manifest, which holds its time. */
function content(file: string | Uint8Array): Readonly<Record<string, string>> {
  const files = Object.entries(unzipSync(typeof file === 'string' ? readFileSync(file) : file));
  return Object.fromEntries(
    files.filter(([name]) => name !== 'edgewise.json').map(([name, bytes]) => [name, strFromU8(bytes, true)]),
  );
}

async function importFile(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) {
  await page.getByLabel('File to import').setInputFiles(file);
}

async function deleteEverything(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).click();
  await expect(outcome(page)).toHaveText('Deleted every attempt and recording.');
}

/** A recording of the attempt at hand, as the microphone would leave it. */
async function putRecording(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('edgewise');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction(['attempts', 'audio'], 'readwrite');
          const reading = transaction.objectStore('attempts').getAll();
          reading.onsuccess = () => {
            for (let index = 0; index < 120; index += 1) {
              const bytes = crypto.getRandomValues(new Uint8Array(4000)).buffer;
              const levels = crypto.getRandomValues(new Uint8Array(20));
              const attemptId = reading.result[0].id;
              transaction
                .objectStore('audio')
                .put({ attemptId, recordingId: 'voice', index, at: 1000 * index + 0.5, bytes, levels });
            }
          };
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
  );
}

test('export, wipe, import: the identical log; a damaged file changes nothing', async ({ page, browser }) => {
  const solution = reference('roc-auc');
  await openProblem(page, 'roc-auc');
  expect(await run(page, 'def auc(scores, labels):\n    return 0.5\n')).not.toBe('');
  expect(await submit(page, solution)).toMatch(/Accepted/);
  await openProblem(page, 'heap-top-k');
  await setCode(page, '# a note\n');
  await openData(page);
  await putRecording(page);
  await page.reload();
  await expect(page.getByText('2 attempts')).toBeVisible();
  await expect(page.getByText('1 recording, 2 minutes')).toBeVisible();
  const file = await exportFrom(page);
  const exported = content(file);
  expect(Object.keys(exported).filter((name) => name.startsWith('attempts/'))).toHaveLength(2);
  expect(Object.keys(exported)).toContain('audio/voice.json');

  await test.step('a wiped browser has it all again', async () => {
    await deleteEverything(page);
    await expect(page.getByText('0 attempts')).toBeVisible();
    await importFile(page, file);
    await expect(outcome(page)).toHaveText('Imported: 2 attempts added.');
    await expect(page.getByText('1 recording, 2 minutes')).toBeVisible();
    expect(content(await exportFrom(page))).toEqual(exported);
  });

  await test.step('importing it once more doubles nothing', async () => {
    await importFile(page, file);
    await expect(outcome(page)).toHaveText('Imported: 2 attempts already here.');
    expect(content(await exportFrom(page))).toEqual(exported);
  });

  await test.step('a damaged file is refused with a sentence', async () => {
    const bytes = readFileSync(file);
    const damaged = Buffer.from(bytes.subarray(0, bytes.length - 400));
    await importFile(page, { name: 'damaged.zip', mimeType: 'application/zip', buffer: damaged });
    await expect(outcome(page)).toHaveText('This file is damaged, or was cut short. Nothing was changed.');
    await importFile(page, { name: 'a.zip', mimeType: 'application/zip', buffer: Buffer.from('not a zip at all, no') });
    await expect(outcome(page)).toHaveText('This file is not an Edgewise export. Nothing was changed.');
    expect(content(await exportFrom(page))).toEqual(exported);
  });

  await test.step('another browser goes on from it', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const other = await context.newPage();
    await openData(other);
    await importFile(other, file);
    await expect(outcome(other)).toHaveText('Imported: 2 attempts added.');
    await openProblem(other, 'roc-auc');
    await expectCode(other, solution);
    await context.close();
  });
});

test('when the disk is full, the page says so, and the export holds what is only in memory', async ({ page }) => {
  await openProblem(page, 'heap-top-k');
  await page.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('No room.', 'QuotaExceededError');
    };
  });
  await setCode(page, '# only in memory\n');
  const banner = page.getByRole('status').filter({ hasText: /no room left/ });
  await expect(banner).toBeVisible();
  const downloading = page.waitForEvent('download');
  await banner.getByRole('button', { name: 'Export everything' }).click();
  const exported = content(await (await downloading).path());
  expect(Object.values(exported).join()).toContain('# only in memory');
});

test('nothing is deleted under a tab that writes', async ({ page, context }) => {
  await openProblem(page, 'heap-top-k');
  const other = await context.newPage();
  await openData(other);
  await other.getByRole('button', { name: 'Delete everything' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).click();
  await expect(outcome(other)).toHaveText('A problem is open in another tab. Close that tab first.');
  await expect(other.getByText('1 attempt', { exact: true })).toBeVisible();
});
