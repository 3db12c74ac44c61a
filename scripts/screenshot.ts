/**
 * Takes the README's screenshot from the built app: an AUC that ignores ties, submitted, with its failing case open.
 * Run `npm run build` first.
 */
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { ensureChromium } from './find-chromium.mjs';

const IGNORES_TIES = `def auc(predictions: list[tuple[float, int]]) -> float:
    if not predictions:
        raise ValueError("no predictions")
    if any(label not in (0, 1) for _, label in predictions):
        raise ValueError("labels must be 0 or 1")
    if any(score != score or abs(score) == float("inf") for score, _ in predictions):
        raise ValueError("scores must be finite")
    ranked = sorted(predictions, key=lambda pair: pair[0])
    positives = wins = 0
    for rank, (_, label) in enumerate(ranked):
        if label:
            wins += rank - positives
            positives += 1
    negatives = len(ranked) - positives
    if positives == 0 or negatives == 0:
        raise ValueError("one class only")
    return wins / (positives * negatives)
`;

const executablePath = ensureChromium();
if (executablePath === undefined) process.exit(1);
const server = await preview({ preview: { port: 4319 } });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 });
await page.goto('http://localhost:4319/#/problems/roc-auc');
const editor = page.locator('.monaco-editor').getByRole('textbox', { name: /code/i });
await editor.waitFor({ state: 'attached' });
await editor.focus();
await page.keyboard.press('ControlOrMeta+a');
await page.keyboard.insertText(IGNORES_TIES);
await page.getByRole('button', { name: /^submit/i }).click();
await page
  .getByText(/Wrong Answer/)
  .first()
  .waitFor();
await page.waitForTimeout(500);
await page.screenshot({ path: fileURLToPath(new URL('../docs/workbench.png', import.meta.url)) });
await browser.close();
await server.close();
