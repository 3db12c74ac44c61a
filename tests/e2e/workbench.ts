/** What a user does on the workbench, in the user's words: found by role and name, never by class. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Locator, type Page } from '@playwright/test';

export { expect, type Locator, type Page };

/** Tests in pages that may use the clipboard, as pasting does. */
export const test = base.extend({
  permissions: ({ browserName: _ }, use) => use(['clipboard-read', 'clipboard-write']),
});

export const TITLES = {
  'roc-auc': 'ROC AUC from scratch',
  'sliding-window-features': 'Rolling mean, min and max over a time window',
  'heap-top-k': 'Top-K frequent items, deterministic order',
} as const;

export type ProblemId = keyof typeof TITLES;
export type Claim = 'accepted' | 'wrong_answer' | 'run_time_error' | 'time_limit_exceeded';

const problemsUrl = new URL('../../problems/', import.meta.url);

/** The source of one of the problem's own submissions. */
export function submission(problem: ProblemId, claim: Claim, name: string): string {
  return readFileSync(fileURLToPath(new URL(`${problem}/submissions/${claim}/${name}.py`, problemsUrl)), 'utf8');
}

/** The reference: the accepted submission that sorts first. */
export function reference(problem: ProblemId): string {
  const [first] = readdirSync(fileURLToPath(new URL(`${problem}/submissions/accepted/`, problemsUrl))).sort();
  return submission(problem, 'accepted', (first ?? '').replace(/\.py$/, ''));
}

export function starter(problem: ProblemId): string {
  return readFileSync(fileURLToPath(new URL(`${problem}/starter.py`, problemsUrl)), 'utf8');
}

/** Opens a problem by its address and waits for the full editor. */
export async function openProblem(page: Page, problem: ProblemId, base = './'): Promise<void> {
  await page.goto(`${base}#/problems/${problem}`);
  await editorReady(page);
}

export function editor(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Python code for / });
}

/** The plain text area that is there first has the editor's role and name too: ready means that Monaco has taken over. */
export async function editorReady(page: Page): Promise<void> {
  await expect(page.locator('.editor[data-ready="true"]')).toBeAttached();
  await expect(editor(page)).toBeAttached();
}

/** Replaces the code by pasting, as somebody with a solution at hand would. */
export async function setCode(page: Page, code: string): Promise<void> {
  await page.evaluate((text) => navigator.clipboard.writeText(text), code);
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+v');
}

/** Replaces the code key by key; the editor indents by itself, so each line comes without its own leading spaces. */
export async function typeCode(page: Page, lines: readonly string[]): Promise<void> {
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  for (const [index, line] of lines.entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(line);
  }
}

/** The whole text of the editor, by way of the clipboard. */
export async function codeIn(page: Page): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press('ArrowLeft');
  return text;
}

export async function expectCode(page: Page, code: string): Promise<void> {
  await expect.poll(() => codeIn(page)).toBe(code);
}

export function results(page: Page): Locator {
  return page.getByRole('region', { name: 'Results' });
}

/** The line that says how the run went, without the glyph before it. It has changed by the time that a click is over. */
export function status(page: Page): Locator {
  return results(page).getByRole('status').locator('> span:not([aria-hidden])');
}

export function toolbar(page: Page): Locator {
  return page.getByRole('toolbar', { name: 'Run' });
}

export async function pressRun(page: Page): Promise<void> {
  await toolbar(page).getByRole('button', { name: 'Run' }).click();
}

export async function pressSubmit(page: Page): Promise<void> {
  await toolbar(page).getByRole('button', { name: 'Submit' }).click();
}

export async function pressStop(page: Page): Promise<void> {
  await toolbar(page).getByRole('button', { name: 'Stop' }).click();
}

/** Waits until no run is under way and returns what the status line says. */
export async function runEnd(page: Page): Promise<string> {
  await expect(status(page)).toHaveText(/Accepted|Wrong Answer|Limit Exceeded|Runtime Error|^Stopped |^Could not run/, {
    timeout: 90_000,
  });
  return (await status(page).textContent()) ?? '';
}

export async function submit(page: Page, code: string): Promise<string> {
  await setCode(page, code);
  await pressSubmit(page);
  return runEnd(page);
}

export async function run(page: Page, code: string): Promise<string> {
  await setCode(page, code);
  await pressRun(page);
  return runEnd(page);
}

export function squares(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Cases' }).getByRole('option');
}

export interface Square {
  readonly edge: string;
  readonly name: string;
  readonly verdict: string;
}

/** The squares as their names tell them: `ties: every score tied, Wrong Answer`. */
export async function board(page: Page): Promise<readonly Square[]> {
  const names = await squares(page).evaluateAll((all) => all.map((square) => square.getAttribute('aria-label') ?? ''));
  return names.map((name) => {
    const [, edge = '', title = '', verdict = ''] = /^([^:]+): (.*), ([^,]+)$/.exec(name) ?? [];
    return { edge, name: title, verdict };
  });
}

/** The panel of the case called `name`, or of whichever is selected. */
export function casePanel(page: Page, name: string | RegExp = /^Case /): Locator {
  return page.getByRole('region', { name: typeof name === 'string' ? `Case ${name}` : name });
}

export function panelText(page: Page, label: string): Locator {
  return casePanel(page).getByRole('figure', { name: label });
}
