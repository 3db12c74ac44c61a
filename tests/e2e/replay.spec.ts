/** An attempt is solved for real, then gone over again: what was there at each moment, and when a case broke. */
import type { AttemptEntry, AttemptEvent } from '../../src/domain/attempt.ts';
import { type SeededAttempt, seed } from './a-year.ts';
import { pitchAt, seedRecording, standing } from './recorded.ts';
import {
  editor,
  editorReady,
  expect,
  expectCode,
  type Locator,
  openProblem,
  type Page,
  pressSubmit,
  runEnd,
  setCode,
  starter,
  submit,
  TITLES,
  test,
} from './workbench.ts';

/** Right: equal scores are one group. */
const RIGHT = `from math import isfinite


def auc(predictions):
    for score, label in predictions:
        if not isfinite(score) or label not in (0, 1):
            raise ValueError
    ranked = sorted(predictions, key=lambda item: item[0])
    wins = below = start = 0
    while start < len(ranked):
        end = start + 1
        while end < len(ranked) and ranked[end][0] <= ranked[start][0]:
            end += 1
        positives = sum(label for _, label in ranked[start:end])
        negatives = end - start - positives
        wins += positives * (2 * below + negatives)
        below += negatives
        start = end
    if below in (0, len(ranked)):
        raise ValueError
    return wins / (2 * below * (len(ranked) - below))
`;
const BROKEN = RIGHT.replace('[0] <= ', '[0] < ');
const NOTED = `${BROKEN}# halves`;

const slider = (page: Page) => page.getByRole('slider', { name: 'Position in the attempt' });
const codeThen = (page: Page) => page.getByRole('textbox', { name: /at this moment$/ });
const moments = (page: Page) => page.getByRole('list', { name: 'Moments' });
const panel = (page: Page, name: string | RegExp) => page.getByRole('tab', { name }).click();
const playback = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: 'Playback' }).getByRole('button', { name });

/** The whole text of the replayed editor, by way of the clipboard. */
async function textThen(page: Page): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await codeThen(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  return page.evaluate(() => navigator.clipboard.readText());
}

async function expectTextThen(page: Page, text: string): Promise<void> {
  await expect.poll(() => textThen(page)).toBe(text);
}

/** Puts the caret behind the first `piece` of the code, as somebody with a keyboard does. */
async function goBehind(page: Page, code: string, piece: string): Promise<void> {
  const before = code.slice(0, code.indexOf(piece) + piece.length).split('\n');
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+Home');
  for (let line = 1; line < before.length; line += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('Home');
  const indented = (before.at(-1) ?? '').length;
  for (let column = 0; column < indented; column += 1) await page.keyboard.press('ArrowRight');
}

/** Opens the replay of the attempt that is open, by the attempt's own menu. */
async function openReplay(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Attempt', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Replay this attempt' }).click();
  await expect(slider(page)).toBeVisible();
  await editorReadyThen(page);
}

async function editorReadyThen(page: Page): Promise<void> {
  await expect(page.locator('.editor[data-ready="true"]')).toBeAttached();
  await expect(codeThen(page)).toBeAttached();
}

const when = (row: Locator) => row.getByRole('button', { name: /^When did it break/ });

test('a replay shows the code of each moment, and names the edit that broke a case', async ({ page }) => {
  await openProblem(page, 'roc-auc');
  await test.step('solve it, break it by one key, mend it', async () => {
    expect(await submit(page, RIGHT)).toMatch(/^Accepted/);
    await goBehind(page, RIGHT, '[0] <=');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('# halves');
    await expectCode(page, NOTED);
    await pressSubmit(page);
    expect(await runEnd(page)).toMatch(/^Wrong Answer/);
    await setCode(page, RIGHT);
    await pressSubmit(page);
    await runEnd(page);
  });
  await openReplay(page);

  await test.step('it begins with the starter, and goes from verdict to verdict', async () => {
    await expectTextThen(page, starter('roc-auc'));
    await slider(page).focus();
    await page.keyboard.press('ArrowDown');
    await expect(slider(page)).toHaveAttribute('aria-valuetext', /Submission 1: Accepted/);
    await expectTextThen(page, RIGHT);
    await moments(page)
      .getByRole('button', { name: /Submission 2: Wrong Answer/ })
      .click();
    await expectTextThen(page, NOTED);
    const failed = page.getByRole('region', { name: 'Results at this moment' });
    await expect(failed.getByRole('button', { name: /^ties: .*Wrong Answer$/ }).first()).toBeVisible();
    await slider(page).press('End');
    await expectTextThen(page, RIGHT);
  });

  await test.step('the edit is named for a case that it broke', async () => {
    await panel(page, 'Cases');
    const rows = page.getByRole('list', { name: 'Cases that failed' }).getByRole('listitem');
    const row = rows.filter({ hasText: 'ties' }).first();
    await when(row).click();
    const finding = row.getByRole('status').filter({ hasText: 'Wrong Answer from' });
    await expect(finding).toContainText(/Wrong Answer from \d\d:\d\d, when <= became < in line 12\./, {
      timeout: 90_000,
    });
    await expect(finding).toContainText(/Fixed at \d\d:\d\d, when < became <= in line 12/);
    await finding.getByRole('button').first().click();
    await expectTextThen(page, BROKEN);
    await panel(page, 'Moments');
    await expect(moments(page).getByRole('button', { name: / broke$/ })).toBeVisible();
  });

  await test.step('a comment stays with its moment, and can be brought back', async () => {
    await panel(page, /^Comments/);
    await page.getByRole('textbox', { name: 'Comment on this moment' }).fill('Should have run the ties first.');
    await page.getByRole('button', { name: /^Comment at/ }).click();
    const comments = page.getByRole('list', { name: 'Comments' });
    await comments.getByRole('button', { name: /^Remove/ }).click();
    await expect(comments).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(comments).toContainText('Should have run the ties first.');
    await page.reload();
    await expect(moments(page)).toContainText('Should have run the ties first.');
  });

  await test.step('the code of a moment begins a new attempt', async () => {
    await moments(page)
      .getByRole('button', { name: /Submission 2/ })
      .click();
    await page.getByRole('button', { name: 'New attempt from here' }).click();
    await editorReady(page);
    await expectCode(page, NOTED);
    await page.goBack();
    await expect(moments(page)).toContainText('Submission 3');
  });
});

const AT = Date.now() - 86_400_000;
const RECORDED_FROM = 1000;
const SECONDS = 6;
const LENGTH = 41_000;

/** Six seconds in which the voice is recorded, half a minute of nothing, and edits in both. */
function recordedAttempt(): SeededAttempt {
  const typed = (text: string): AttemptEntry => ({
    type: 'edited',
    changes: [{ rangeOffset: 0, rangeLength: 0, text }],
  });
  const entries: readonly (readonly [number, AttemptEntry])[] = [
    [0, { type: 'opened', problemId: 'roc-auc', code: '#' }],
    [RECORDED_FROM, { type: 'recording-started', recordingId: 'tones', mimeType: 'audio/webm;codecs=opus' }],
    [RECORDED_FROM + 300, { type: 'speech-started', recordingId: 'tones', from: AT + RECORDED_FROM }],
    [4000, typed('a')],
    [
      RECORDED_FROM + SECONDS * 1000,
      { type: 'speech-ended', recordingId: 'tones', to: AT + RECORDED_FROM + SECONDS * 1000 },
    ],
    [RECORDED_FROM + SECONDS * 1000, { type: 'recording-stopped', recordingId: 'tones', reason: 'candidate' }],
    [40_000, typed('b')],
    [LENGTH, typed('c')],
  ];
  const events = entries.map(([t, entry]): AttemptEvent => ({ ...entry, at: AT + t, session: 'then' }));
  return { id: 'with-tones', problemId: 'roc-auc', startedAt: AT, events };
}

test('the voice plays with the code, and what is quiet can be skipped', async ({ page }) => {
  await page.goto('./');
  await seed(page, [recordedAttempt()]);
  await seedRecording(page, 'with-tones', 'tones', SECONDS);
  await page.goto('about:blank');
  await page.goto('./#/attempts/with-tones');
  await expect(page.getByRole('link', { name: TITLES['roc-auc'] })).toBeVisible();
  await editorReadyThen(page);
  await expect(page.locator('audio')).toBeAttached();

  await test.step('wherever one goes, code and voice stand at the same moment', async () => {
    const { width, height, x, y } = (await slider(page).boundingBox()) ?? { width: 0, height: 0, x: 0, y: 0 };
    for (const t of [4200, 2200]) {
      await page.mouse.click(x + (t / LENGTH) * width, y + height / 4);
      await playback(page, 'Play').click();
      const { playhead, second, pitch } = await standing(page);
      await playback(page, 'Pause').click();
      expect(second).toBeGreaterThan((t - RECORDED_FROM) / 1000);
      expect(Math.abs(playhead * LENGTH - RECORDED_FROM - second * 1000)).toBeLessThan(100);
      expect(Math.abs(pitch - pitchAt(Math.floor(second)))).toBeLessThan(60);
      const now = Number(await slider(page).getAttribute('aria-valuenow'));
      await expectTextThen(page, now >= 4 ? 'a#' : '#');
    }
  });

  await test.step('quiet stretches are jumped over', async () => {
    await slider(page).press('Home');
    await page.getByRole('combobox', { name: 'Speed' }).selectOption('4');
    await playback(page, 'Skip silence').click();
    await playback(page, 'Play').click();
    await expect(slider(page)).toHaveAttribute('aria-valuenow', '41', { timeout: 15_000 });
    await expectTextThen(page, 'cba#');
  });
});
