/** Python in the page: how it starts, and what happens when code misbehaves. */
import {
  board,
  casePanel,
  editor,
  editorReady,
  expect,
  expectCode,
  type Locator,
  openProblem,
  type Page,
  panelText,
  pressRun,
  pressStop,
  reference,
  results,
  run,
  runEnd,
  setCode,
  status,
  test,
  toolbar,
  typeCode,
} from './workbench.ts';

const SAMPLES_ACCEPTED = /^Samples: Accepted 3\/3, /;
const READY = /Python 3\.\d+\.\d+ ready/;

async function expectAlive(page: Page): Promise<void> {
  expect(await run(page, reference('roc-auc'))).toMatch(SAMPLES_ACCEPTED);
}

/** What is said once, above the cases, when all of them fail alike. */
function runWideError(page: Page): Locator {
  return results(page).getByRole('alert');
}

test.describe('starting', () => {
  test('progress is told in megabytes, typing works meanwhile, and Run waits for Python', async ({ page }) => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route(/\/pyodide\/.*\.wasm/, async (route) => {
      await released;
      await route.continue();
    });
    await openProblem(page, 'roc-auc');
    const progress = toolbar(page).getByRole('progressbar', { name: 'Python is starting' });
    await expect(progress).toBeVisible();
    await expect(toolbar(page)).toContainText(/Downloading Python \d+\.\d of \d+\.\d MB/);
    const [loaded = 0, total = 0] = ((await toolbar(page).textContent()) ?? '').match(/\d+\.\d/g)?.map(Number) ?? [];
    expect(loaded).toBeGreaterThan(0);
    expect(total).toBeGreaterThan(loaded);

    await typeCode(page, ['def auc(predictions):', 'return 0.75']);
    await expectCode(page, 'def auc(predictions):\n    return 0.75');

    await pressRun(page);
    await expect(status(page)).toHaveText('Waiting for Python; the run starts by itself, Stop cancels it');
    await pressStop(page);
    await expect(status(page)).toHaveText('Stopped after 0 of 3 cases');
    await pressRun(page);
    await expect(status(page)).toHaveText(/^Waiting for Python/);

    release();
    expect(await runEnd(page)).toMatch(/^Samples: Wrong Answer: 2 of 3 cases fail/);
    await expect(toolbar(page)).toContainText(READY);
    await expect(progress).toBeHidden();
  });

  test('files that do not arrive are said to, and Retry starts Python once they do', async ({ page }) => {
    await page.route(/\/pyodide\//, (route) => route.abort());
    await openProblem(page, 'roc-auc');
    const failure = toolbar(page).getByRole('alert');
    await expect(failure).toContainText('Python did not start: ');
    await setCode(page, reference('roc-auc'));
    await pressRun(page);
    await expect(status(page)).toHaveText(/^Could not run: ./);

    await page.unroute(/\/pyodide\//);
    await failure.getByRole('button', { name: 'Retry' }).click();
    await expect(toolbar(page)).toContainText(READY);
    await pressRun(page);
    expect(await runEnd(page)).toMatch(SAMPLES_ACCEPTED);
  });

  test('a memory snapshot that is damaged is done without', async ({ page }) => {
    let damaged = 0;
    await page.route(/\/python\.snapshot/, (route) => {
      damaged += 1;
      return route.fulfill({ body: 'not a snapshot', contentType: 'application/octet-stream' });
    });
    await openProblem(page, 'roc-auc');
    await expectAlive(page);
    expect(damaged).toBeGreaterThan(0);
  });

  test('a kept snapshot that was tampered with is thrown away and replaced', async ({ page }) => {
    const keptBytes = () =>
      page.evaluate(async () => {
        const cache = await caches.open('edgewise-python');
        const [key] = await cache.keys();
        const kept = key === undefined ? undefined : await cache.match(key);
        return kept === undefined ? 0 : (await kept.blob()).size;
      });
    await openProblem(page, 'roc-auc');
    await expect.poll(keptBytes).toBeGreaterThan(10_000_000);
    await page.evaluate(async () => {
      const cache = await caches.open('edgewise-python');
      for (const key of await cache.keys()) await cache.put(key, new Response(new Uint8Array(31_000_000)));
    });
    await page.reload();
    await editorReady(page);
    await expectAlive(page);
    await expect.poll(keptBytes).not.toBe(31_000_000);
    await page.reload();
    await editorReady(page);
    await expectAlive(page);
  });
});

test.describe('code that misbehaves', () => {
  // One page for all: that it lives on through every one of these is what they test.
  let page: Page;

  test.beforeAll(async ({ browser }) => {
    page = await browser.newPage();
    await openProblem(page, 'roc-auc');
    await expectAlive(page);
  });

  test.afterAll(() => page.close());

  test('Stop ends an infinite loop and says where it stood', async () => {
    await setCode(page, 'def auc(predictions):\n    count = 0\n    while True:\n        count += 1\n');
    await pressRun(page);
    await expect(status(page)).toHaveText('Running, 0 of 3 cases');
    await pressStop(page);
    await expect(status(page)).toHaveText(/^Stopped after \d of 3 cases, at line [34]$/);
    await expect(page.locator('.editor__marked-line')).toHaveCount(1);
    await expectAlive(page);
    await expect(page.locator('.editor__marked-line')).toHaveCount(0);
  });

  test('Stop ends a loop that catches everything', async () => {
    await setCode(
      page,
      'def auc(predictions):\n    while True:\n        try:\n            while True:\n                pass\n        except BaseException:\n            pass\n',
    );
    await pressRun(page);
    await expect(status(page)).toHaveText('Running, 0 of 3 cases');
    await pressStop(page);
    await expect(status(page)).toHaveText(/^Stopped after \d of 3 cases/);
    await expectAlive(page);
  });

  test('a loop without end in one case is stopped at the time limit, and the other cases are judged', async () => {
    const code = `${reference('roc-auc')}\n\njudged = auc\n\n\ndef auc(predictions):\n    while len(predictions) == 4:\n        pass\n    return judged(predictions)\n`;
    expect(await run(page, code)).toMatch(/^Samples: Time Limit Exceeded: 1 of 3 cases fails: basic$/);
    expect((await board(page)).map(({ verdict }) => verdict)).toEqual(['Time Limit Exceeded', 'Accepted', 'Accepted']);
    await expect(casePanel(page)).toContainText(/it was stopped at its time limit of \d+(\.\d+)? s/);
    await expectAlive(page);
  });

  test('what is printed shows with the case, and how much was not kept', async () => {
    const line = await run(
      page,
      'def auc(predictions):\n    print("scores", len(predictions))\n    for _ in range(1_000):\n        print("x" * 999)\n    return -1\n',
    );
    expect(line).toMatch(/^Samples: Wrong Answer: 3 of 3/);
    await expect(panelText(page, 'Printed')).toContainText('scores 4');
    await expect(casePanel(page)).toContainText(/98\d,\d{3} more characters were not kept\./);
  });

  test('printing without measure is an Output Limit Exceeded', async () => {
    expect(await run(page, 'def auc(predictions):\n    while True:\n        print("x" * 10_000)\n')).toMatch(
      /^Samples: Output Limit Exceeded: 3 of 3/,
    );
    await expect(casePanel(page)).toContainText('printed more than 2,000,000 characters in one case and was stopped');
  });

  const REJECTED: readonly { title: string; code: string; message: RegExp; line?: number }[] = [
    {
      title: 'a syntax error is told once, with its line',
      code: 'def auc(predictions):\n    return (1\n\nx = = 2\n',
      message: /SyntaxError: .+ \(line \d\)/,
      line: 2,
    },
    {
      title: 'a function of another name is recognised',
      code: 'def acu(predictions):\n    return 1.0\n',
      message: /does not define `auc`. Did you mean `acu`\? Rename it to `auc`/,
    },
    {
      title: 'a wrong number of parameters is told',
      code: 'def auc(scores, labels):\n    return 1.0\n',
      message: /The problem calls `auc` with 1 argument, but yours is `auc\(scores, labels\)`/,
      line: 1,
    },
    {
      title: 'an exception outside the function is told with its line',
      code: 'import math\n\nmath.nonsense\n\ndef auc(predictions):\n    return 1.0\n',
      message: /AttributeError while the code was loaded: module 'math' has no attribute 'nonsense'/,
      line: 3,
    },
    {
      title: 'an exit in the module is told to be one',
      code: 'import sys\nsys.exit(0)\n',
      message: /The code ended the program while the module was loaded \(sys\.exit, exit or quit\)/,
      line: 2,
    },
    {
      title: 'an exit in the function is told to be one',
      code: 'import sys\n\ndef auc(predictions):\n    sys.exit("bye")\n',
      message: /SystemExit: the code ended the program \(sys\.exit, exit or quit\); return a value instead/,
      line: 4,
    },
    {
      title: 'leaving the process is survived',
      code: 'import os\n\ndef auc(predictions):\n    os._exit(3)\n',
      message: /Python itself stopped working while this case ran/,
    },
    {
      title: 'a recursion through C without end is a RecursionError',
      code: 'class Endless:\n    def __repr__(self):\n        return repr([self])\n\ndef auc(predictions):\n    return repr(Endless())\n',
      message: /RecursionError/,
      line: 3,
    },
    {
      title: 'a recursion in C that overflows the stack is explained',
      code: 'def auc(predictions):\n    nested = ()\n    for _ in range(200_000):\n        nested = (nested,)\n    return hash(nested)\n',
      message: /a value is nested very deeply/,
    },
    {
      title: 'code that is nested too deeply to be compiled is told to be',
      code: `def auc(predictions):\n    return ${'-'.repeat(100_000)}1\n`,
      message: /The code cannot be compiled here/,
    },
  ];

  for (const { title, code, message, line } of REJECTED) {
    test(title, async () => {
      expect(await run(page, code)).toMatch(/^Samples: Runtime Error: 3 of 3 cases fail: basic$/);
      await expect(runWideError(page)).toContainText(message);
      if (line !== undefined) {
        await runWideError(page)
          .getByRole('button', { name: `Go to line ${line}` })
          .click();
        await expect(editor(page)).toBeFocused();
        await expect(page.locator('.editor__marked-line')).toHaveCount(1);
      }
      await expectAlive(page);
    });
  }

  const CHAINS = {
    'a linked list': 'class Node:\n    def __init__(self, rest): self.rest = rest\n\nlink = Node',
    'nested tuples': 'link = lambda rest: (0, rest)',
    'nested lists': 'link = lambda rest: [rest]',
    'a chain of closures': 'link = lambda rest: lambda: rest',
    'a chain of exceptions':
      'def link(rest):\n    error = ValueError()\n    error.__context__ = rest\n    return error',
  };
  for (const [what, link] of Object.entries(CHAINS)) {
    test(`${what} of a hundred thousand links is freed like any other value`, async () => {
      const chained = `\n\nplain = auc\n\ndef auc(predictions):\n    chain = None\n    for _ in range(100_000):\n        chain = link(chain)\n    return plain(predictions)\n`;
      expect(await run(page, `${reference('roc-auc')}\n\n${link}${chained}`)).toMatch(SAMPLES_ACCEPTED);
    });
  }

  test('recursion through a generator of three hundred levels is no error', async () => {
    const deep = 'def deep(n):\n    return n and sum(deep(n - 1) for _ in range(1))\n\ndeep(300)\n';
    expect(await run(page, `${reference('roc-auc')}\n\n${deep}`)).toMatch(SAMPLES_ACCEPTED);
  });

  test('a text that doubles until the memory is full is a Memory Limit Exceeded', async () => {
    const code = 'def auc(predictions):\n    text = "x" * 600_000_000\n    while True:\n        text += text\n';
    expect(await run(page, code)).toMatch(/Memory Limit Exceeded/);
    await expectAlive(page);
  });

  test('a KeyboardInterrupt of its own does not give code its time a second time', async () => {
    const again = `\n\nimport builtins\nplain = auc\n\ndef auc(predictions):\n    if not hasattr(builtins, "tried"):\n        builtins.tried = True\n        raise KeyboardInterrupt\n    return plain(predictions)\n`;
    expect(await run(page, reference('roc-auc') + again)).toMatch(/Runtime Error: 1 of 3/);
  });

  test('a generator in place of a result comes with advice', async () => {
    expect(await run(page, 'def auc(predictions):\n    yield 1.0\n')).toMatch(/^Samples: Wrong Answer: 3 of 3/);
    await expect(casePanel(page)).toContainText(/generator/);
    await expect(casePanel(page)).toContainText('Return a list: wrap it in list(...).');
  });

  test('a forgotten return is asked after', async () => {
    expect(await run(page, 'def auc(predictions):\n    pass\n')).toMatch(/^Samples: Wrong Answer: 3 of 3/);
    await expect(casePanel(page)).toContainText('is a return missing?');
  });

  test('news of a run that was stopped does not reach the next one', async () => {
    await setCode(page, 'import time\n\ndef auc(predictions):\n    time.sleep(2)\n    return 0.0\n');
    await pressRun(page);
    await expect(status(page)).toHaveText('Running, 0 of 3 cases');
    await pressStop(page);
    await expectAlive(page);
    await page.waitForTimeout(2500);
    await expect(status(page)).toHaveText(SAMPLES_ACCEPTED);
    expect((await board(page)).every(({ verdict }) => verdict === 'Accepted')).toBe(true);
  });

  test('the page still opens and runs another problem', async () => {
    await page.goto('./#/problems/heap-top-k');
    await editorReady(page);
    expect(await run(page, reference('heap-top-k'))).toMatch(SAMPLES_ACCEPTED);
  });
});
