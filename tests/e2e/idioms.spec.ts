/** Programs that honest candidates write: each works, or says in a sentence why it cannot work in a browser. */
import { expect, openProblem, results, submit, test } from './workbench.ts';

const PLAIN = `
def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    counts = {}
    for item in items:
        counts[item] = counts.get(item, 0) + 1
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:k]
`;

const WORKING: Readonly<Record<string, string>> = {
  'asyncio.run with tasks, queues and sleeps': `
import asyncio

async def count(items, queue):
    await asyncio.sleep(0.001)
    await queue.put(top_k_plainly(items))

async def main(items, k):
    queue = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(count(items, queue))
    await asyncio.gather(asyncio.sleep(0), asyncio.sleep(0.001))
    return (await asyncio.wait_for(queue.get(), 1))[:k]

def top_k_plainly(items):
    counts = {item: 0 for item in items}
    for item in items:
        counts[item] += 1
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))

def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    return asyncio.run(main(items, k))
`,
  'fast input and output': `
import faulthandler, io, sys
faulthandler.enable()
input = sys.stdin.buffer.readline
sys.stdout.reconfigure(encoding="utf-8")
COLOURED = sys.stdout.isatty() and sys.stdout.fileno() == 1
sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8")
print("é")
${PLAIN}`,
  'a byte order mark before the code': `\ufeff${PLAIN}`,
  'logging and settings at the top': `
import decimal, logging, multiprocessing, warnings
logging.basicConfig(level=logging.DEBUG)
for step in range(900):
    logging.info("step %d of the preparation, in which some work is done", step)
decimal.getcontext().prec = 50
multiprocessing.set_start_method("spawn")
warnings.simplefilter("error")
${PLAIN}`,
  'time zones and typing_extensions': `
from zoneinfo import ZoneInfo
from typing_extensions import Self
PARIS = ZoneInfo("Europe/Paris")
${PLAIN}`,
  'code that reads its own file': `assert "top_k_frequent" in open(__file__).read()\n${PLAIN}`,
};

const EXPLAINED: Readonly<Record<string, readonly [code: string, says: string]>> = {
  'a package that is not there': [
    'import pandas as pd\n',
    'pandas is not available here; the standard library, numpy and sortedcontainers are',
  ],
  'a misspelt module': ['import colections\n', 'did you mean collections?'],
  'a debugger': [
    'def top_k_frequent(items, k):\n    breakpoint()\n',
    'there is no debugger here; use print(...) instead',
  ],
  'a thread': [
    'import threading\ndef top_k_frequent(items, k):\n    threading.Thread(target=print).start()\n',
    'there are no threads in a browser',
  ],
  'a pool of processes': [
    'from multiprocessing import Pool\ndef top_k_frequent(items, k):\n    Pool(2)\n',
    'there are no other processes in a browser',
  ],
  'a cached entry that is given a list': [
    'import functools\n@functools.cache\ndef top_k_frequent(items, k):\n    return []\n',
    "unhashable type: 'list': a function under @cache or @lru_cache takes only arguments that can be hashed",
  ],
  'a decorator that returns nothing': [
    'def timed(f):\n    def g(*a): return f(*a)\n@timed\ndef top_k_frequent(items, k): pass\n',
    'does a decorator forget to return its inner function?',
  ],
  'a method in camel case': [
    'class Solution:\n    def topKFrequent(self, items, k): pass\n',
    'Did you mean the method `topKFrequent` of class `Solution`?',
  ],
  'input at the top': ['n = int(input())\n', 'there is no standard input'],
};

test.beforeEach(({ page }) => openProblem(page, 'heap-top-k'));

for (const [title, code] of Object.entries(WORKING)) {
  test(`works: ${title}`, async ({ page }) => {
    expect(await submit(page, code)).toMatch(/^Accepted/);
  });
}

for (const [title, [code, says]] of Object.entries(EXPLAINED)) {
  test(`is explained: ${title}`, async ({ page }) => {
    expect(await submit(page, code)).toMatch(/^Runtime Error/);
    await expect(results(page)).toContainText(says);
  });
}
