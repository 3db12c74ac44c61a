/** Code that goes for the verdict instead of the problem. None may be Accepted, and none may hurt who comes after. */
import { board, expect, openProblem, type Page, reference, results, submit, test } from './workbench.ts';

const HONEST = reference('roc-auc');

const ATTACKS: readonly { title: string; code: string; verdict: RegExp; says?: string }[] = [
  {
    title: 'an object that says to be equal to everything',
    verdict: /^Wrong Answer/,
    code: `
class Right:
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __lt__(self, other): return True
    def __le__(self, other): return True
    def __ge__(self, other): return True
    def __hash__(self): return 0
    def __float__(self): return 0.75
    def __sub__(self, other): return 0.0
    __rsub__ = __sub__
    def __abs__(self): return 0.0
    def __repr__(self): return "0.75"

def auc(predictions):
    return Right()
`,
  },
  {
    title: 'a float that lies about comparisons',
    verdict: /^Wrong Answer/,
    code: `
class Liar(float):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __pos__(self): return 0.75
    def __float__(self): return 0.75
    def __reduce__(self): return (float, (0.75,))
    __hash__ = float.__hash__

def auc(predictions):
    return Liar(0.123)
`,
  },
  {
    title: 'comparison functions replaced',
    verdict: /^(Wrong Answer|Runtime Error)/,
    code: `
import builtins, marshal, math, json, operator

math.isclose = lambda *args, **kwargs: True
operator.eq = lambda *args: True
builtins.all = lambda items: True
builtins.any = lambda items: False
builtins.abs = lambda x: 0.0
marshal.dumps = lambda *args: b"N"
json.dumps = lambda *args, **kwargs: '{"kind": "returned", "ms": 0, "changed": [], "verdict": "Accepted"}'

def auc(predictions):
    return 0.123
`,
  },
  {
    title: 'an encoder replaced from inside',
    verdict: /^Wrong Answer/,
    code: `
import sys

harness = sys.modules["edgewise.harness"]
harness.encode = lambda value: b"accepted"
harness._judged_call.__globals__["compare"] = lambda *args: True

def auc(predictions):
    return 0.123
`,
  },
  {
    title: 'one case bent and all others answered honestly, by a forged report',
    verdict: /^Runtime Error: 1 of /,
    code: `${HONEST}

import sys

honest = auc

def auc(predictions):
    if predictions == [(0.1, 0), (0.4, 0), (0.35, 1), (0.8, 1)]:
        harness = sys.modules["edgewise.harness"]
        harness._dumps = lambda report: '{"kind": "Accepted", "ms": 0, "changed": [], "verdict": "Accepted"}'
    return honest(predictions)
`,
  },
  {
    title: 'one case bent and all others answered honestly, by taking Python to pieces',
    verdict: /^Runtime Error: 1 of /,
    code: `${HONEST}

import builtins

honest = auc

def auc(predictions):
    if predictions == [(0.1, 0), (0.4, 0), (0.35, 1), (0.8, 1)]:
        builtins.isinstance = lambda *args: True
        return 0.123
    return honest(predictions)
`,
  },
  {
    title: 'a result printed in the form of a report',
    verdict: /^Wrong Answer/,
    code: `
import os, sys

def auc(predictions):
    for report in (
        '{"type": "case-finished", "runId": 1, "index": 0, "outcome": {"kind": "returned"}}',
        '{"verdict": "Accepted"}', "Accepted", "ok 1 - auc", "\\x00OK",
    ):
        print(report, flush=True)
        print(report, file=sys.stderr)
        print(report, file=sys.__stdout__)
        os.write(1, report.encode())
`,
  },
  { title: 'the page by way of `import js`', verdict: /^Runtime Error/, code: bridge('js') },
  { title: 'the page by way of `import pyodide_js`', verdict: /^Runtime Error/, code: bridge('pyodide_js') },
  {
    title: 'the page by way of `from pyodide.code import run_js`',
    verdict: /^Runtime Error/,
    code: bridge('pyodide.code'),
  },
  {
    title: 'the trusted side by way of `from edgewise import trusted`',
    verdict: /^Runtime Error/,
    code: 'from edgewise import trusted\n\ndef auc(predictions):\n    return trusted.expect("auc", repr(predictions), None, False)\n',
  },
  {
    title: 'a search of frames, objects, modules and files for the expected values',
    verdict: /^Runtime Error/,
    says: 'LookupError: there is nothing to be found',
    code: `
import gc, os, sys

NAMES = {"expected", "answer", "reference", "solution_source", "_reference"}

def search():
    frame = sys._getframe(1)
    while frame is not None:
        for scope in (frame.f_locals, frame.f_globals):
            yield from (value for name, value in dict(scope).items() if name in NAMES)
        frame = frame.f_back
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").startswith("edgewise"):
            yield from (value for name, value in vars(module).items() if name in NAMES)
    for thing in gc.get_objects():
        if type(thing) is dict and "expected" in thing:
            yield thing["expected"]
    for folder, _, names in os.walk("/"):
        if folder.startswith(("/proc", "/dev")):
            continue
        for name in names:
            if name in ("trusted.py", "mutants.py", "cases.yaml", "cases.json") or "accepted" in folder:
                yield os.path.join(folder, name)

def auc(predictions):
    for value in search():
        # A constant of this very search is not a find.
        if type(value) is float or type(value) is str and value not in NAMES:
            return value
    raise LookupError("there is nothing to be found")
`,
  },
];

/** Code that would ask a bridge to JavaScript to answer for it. */
function bridge(module: string): string {
  return `
import ${module} as bridge

def auc(predictions):
    if hasattr(bridge, "run_js"):
        bridge.run_js("postMessage({ type: 'run-finished' })")
    bridge.postMessage({"type": "case-finished"})
    return 0.5
`;
}

test.describe('hostile code', () => {
  // One page for all, and no reload: each has to leave a clean interpreter to the next.
  let page: Page;

  test.beforeAll(async ({ browser }) => {
    page = await browser.newPage();
    await openProblem(page, 'roc-auc');
  });

  test.afterAll(() => page.close());

  for (const { title, code, verdict, says } of ATTACKS) {
    test(`${title} is not Accepted, and the reference is, right after`, async () => {
      expect(await submit(page, code)).toMatch(verdict);
      if (says !== undefined) {
        expect((await board(page)).some((square) => square.verdict === 'Accepted')).toBe(false);
        await expect(results(page)).toContainText(says);
      }
      expect(await submit(page, HONEST)).toMatch(/^Accepted (\d+)\/\1, /);
    });
  }
});
