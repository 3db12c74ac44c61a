/** The threat model of `src/runner/README.md`, attack by attack, in a real browser. */
import { ESCAPES, SABOTAGE } from './attacks.ts';
import { expect, openProblem, type Page, reference, results, run, submit, test } from './workbench.ts';

const HONEST = reference('heap-top-k');
const ACCEPTED = /Accepted/;

/** The attack, and an honest answer after it: only what it got hold of makes it fail. */
function program(code: string): string {
  return `${HONEST}

honest = top_k_frequent
${code}

def top_k_frequent(items, k):
    try:
        loot = attack()
    except BaseException as error:
        print("held:", type(error).__name__)
    else:
        print("ESCAPED", repr(loot)[:200])
    return [("attacked", 0)]
`;
}

test.describe('the sandbox', () => {
  // One page for all, and no reload: each attack has to leave everything as it was for the next.
  let page: Page;
  const outside: string[] = [];

  test.beforeAll(async ({ browser }) => {
    page = await browser.newPage();
    page.context().on('request', (request) => {
      if (!request.url().includes('/assets/') && !request.url().includes('/pyodide/')) outside.push(request.url());
    });
    await openProblem(page, 'heap-top-k');
    await submit(page, HONEST);
    outside.length = 0;
  });

  test.afterAll(() => page.close());

  for (const { title, code } of ESCAPES) {
    test(`holds code that ${title}`, async () => {
      expect(await run(page, program(code))).not.toMatch(ACCEPTED);
      await expect(results(page)).not.toContainText('ESCAPED');
      expect(outside).toEqual([]);
    });
  }

  for (const { title, code } of SABOTAGE) {
    test(`survives code that ${title}: the next run is Accepted`, async () => {
      await run(page, program(code));
      expect(await run(page, HONEST)).toMatch(ACCEPTED);
    });
  }

  test('leaves no state to the next run', async () => {
    const plant = `
import builtins, collections, functools, math, os, random, sys
def top_k_frequent(items, k):
    marks = [
        hasattr(sys, "mark"), hasattr(builtins, "mark"), "MARK" in os.environ, os.path.exists("/tmp/mark"),
        os.path.exists("mark.py"), hasattr(math, "mark"), "mark" in sys.modules, "/mark" in sys.path,
        hasattr(collections.Counter, "mark"), sys.getrecursionlimit() == 77, os.getcwd() == "/tmp",
        random.random() == planted_draw() if hasattr(sys, "mark") else False,
    ]
    print("LEAKED" if any(marks) else "clean", marks)
    sys.mark = builtins.mark = math.mark = collections.Counter.mark = 1
    sys.modules["mark"] = sys
    os.environ["MARK"] = "1"
    sys.path.append("/mark")
    open("/tmp/mark", "w").close()
    open("mark.py", "w").close()
    os.chdir("/tmp")
    random.seed(1)
    sys.setrecursionlimit(77)
    raise ZeroDivisionError("planted")
`;
    // Within one run the module is fresh and the interpreter is not; the first case of each run tells.
    for (let round = 0; round < 3; round += 1) {
      await run(page, plant);
      await results(page).getByRole('option').first().click();
      await expect(results(page)).toContainText('clean');
      await expect(results(page)).not.toContainText('LEAKED');
    }
  });

  test('has taken even eval from the worker', async () => {
    const workers = page.workers().filter((worker) => worker.url().includes('entry.browser'));
    expect(workers.length).toBeGreaterThan(0);
    // Playwright itself needs eval to look inside: that it cannot is what is asked here.
    for (const worker of workers) await expect(worker.evaluate(() => 1)).rejects.toThrow('eval is not a function');
  });

  test('has changed nothing outside: the draft, the storage and the page are as they were', async () => {
    expect(outside).toEqual([]);
    const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect(databases).toEqual(['edgewise']);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    expect(await submit(page, HONEST)).toMatch(/^Accepted/);
  });
});
