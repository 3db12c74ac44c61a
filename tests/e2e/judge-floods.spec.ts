/** Values made to keep the judge, or the page that shows its verdict, busy. Each is a Wrong Answer, and harms no other. */
import { expect, openProblem, reference, results, run, submit, test } from './workbench.ts';

const FLOODS: readonly { title: string; code: string; says: string }[] = [
  {
    title: 'ten million items that the encoder never counted',
    says: 'The value has more than 5 million items.',
    code: `
import sys

def auc(predictions):
    count = 10_000_000
    sys.modules["edgewise.harness"].encode = lambda value: b"[" + count.to_bytes(4, "little") + b"N" * count
`,
  },
  {
    title: 'ints of millions of bits',
    says: 'The value holds ints of more than 1.5 million bits.',
    code: 'def auc(predictions):\n    return [(1 << (2_000_000 + i)) - 1 for i in range(6)]\n',
  },
  {
    title: 'a class with a name of a million characters',
    says: 'which cannot be compared',
    code: 'Long = type("T" * 1_000_000, (), {})\n\ndef auc(predictions):\n    return Long()\n',
  },
];

test.describe('judge floods', () => {
  test.beforeEach(async ({ page }) => openProblem(page, 'roc-auc'));

  for (const { title, code, says } of FLOODS) {
    test(`${title}: a Wrong Answer that says so, and the reference is Accepted right after`, async ({ page }) => {
      expect(await run(page, code)).toMatch(/Wrong Answer/);
      await expect(results(page)).toContainText(says);
      expect(await submit(page, reference('roc-auc'))).toMatch(/^Accepted (\d+)\/\1, /);
    });
  }
});
