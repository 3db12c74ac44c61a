/** What the editor does to text on its way in: typing is helped, finished text is left alone. */
import { editor, expectCode, openProblem, setCode, starter, test, typeCode } from './workbench.ts';

const NESTED = `def auc(predictions):
    total = 0
    for score, label in predictions:
        if label:
            total += score

        else:
            total -= score
    # back at the outer level
    return total


def helper():
    return """
  two spaces in here
"""
`;

test.describe('the editor', () => {
  test.beforeEach(({ page }) => openProblem(page, 'roc-auc'));

  test('several lines in one input event go in as they stand, and are undone at once', async ({ page }) => {
    await editor(page).focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(NESTED);
    await expectCode(page, NESTED);

    await editor(page).focus();
    await page.keyboard.press('ControlOrMeta+z');
    await expectCode(page, starter('roc-auc'));
  });

  test('they go in as they stand in the middle of an indented line too', async ({ page }) => {
    await setCode(page, 'def auc(predictions):\n    return \n');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('End');
    await page.keyboard.insertText('max(\n  [1,\n        2]\n)');
    await expectCode(page, 'def auc(predictions):\n    return max(\n  [1,\n        2]\n)\n');
  });

  test('line ends of another system become plain ones', async ({ page }) => {
    await editor(page).focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText('def auc(p):\r\n    if p:\r\n        return 1\r\n');
    await expectCode(page, 'def auc(p):\n    if p:\n        return 1\n');
  });

  test('pasted code keeps its indentation, wherever it is pasted', async ({ page }) => {
    await setCode(page, NESTED);
    await expectCode(page, NESTED);
    await setCode(page, 'class A:\n    def f(self):\n        ');
    await page.evaluate(() => navigator.clipboard.writeText('if x:\n  y()\nz()'));
    await page.keyboard.press('ControlOrMeta+v');
    await expectCode(page, 'class A:\n    def f(self):\n        if x:\n  y()\nz()');
  });

  test('typed lines are indented after a colon', async ({ page }) => {
    await typeCode(page, ['def auc(predictions):', 'for pair in predictions:', 'print(pair)']);
    await expectCode(page, 'def auc(predictions):\n    for pair in predictions:\n        print(pair)');
  });
});
