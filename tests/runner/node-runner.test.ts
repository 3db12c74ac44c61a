import { afterAll, describe, expect, test } from 'vitest';
import type { Outcome } from '#domain/outcome.ts';
import { createNodeRunner } from '#runner/node.ts';
import type { CaseCall } from '#runner/protocol.ts';
import type { RunEnd, RunOptions } from '#runner/runner.ts';

const SECRET = 'EDGEWISE_TEST_SECRET';
process.env[SECRET] = 'x';

/** One real runner for the whole file: Python starts once, and again only where a test kills it. */
const runner = await createNodeRunner();

afterAll(() => runner.dispose());

interface Ran {
  readonly end: RunEnd;
  readonly outcomes: readonly Outcome[];
  /** The outcome of the only case. */
  only<K extends Outcome['kind']>(kind: K): Extract<Outcome, { kind: K }>;
}

/** Generous: only what must not end ever meets it. */
const LIMIT_MS = 20_000;

function call(index: number, args = '', rest: Partial<CaseCall> = {}): CaseCall {
  return { index, args, earlier: [], unchanged: false, limitMs: LIMIT_MS, ...rest };
}

async function run(
  source: string,
  calls: readonly (string | CaseCall)[] = [''],
  {
    signal,
    onCaseStarted,
    pristine = false,
  }: Pick<RunOptions, 'signal' | 'onCaseStarted'> & { pristine?: boolean } = {},
): Promise<Ran> {
  const told = new Map<number, Outcome>();
  const all = calls.map((item, index) => (typeof item === 'string' ? call(index, item) : item));
  const end = await runner.run(
    { source, entry: 'solve', calls: all, pristine },
    {
      ...(signal === undefined ? {} : { signal }),
      ...(onCaseStarted === undefined ? {} : { onCaseStarted }),
      onOutcome(index, outcome) {
        expect(told.has(index), `case ${index} was told twice`).toBe(false);
        told.set(index, outcome);
      },
    },
  );
  const outcomes = all.flatMap(({ index }) => told.get(index) ?? []);
  return {
    end,
    outcomes,
    only(kind) {
      const [outcome] = outcomes;
      expect(outcomes).toHaveLength(1);
      expect(outcome, JSON.stringify(outcome)).toMatchObject({ kind });
      return outcome as Extract<Outcome, { kind: typeof kind }>;
    },
  };
}

/** Function body to source of `solve`. */
function solve(...lines: readonly string[]): string {
  return `def solve():\n${lines.map((line) => `    ${line}\n`).join('')}`;
}

function kinds({ outcomes }: Ran): string[] {
  return outcomes.map(({ kind }) => kind);
}

const NONE = new TextEncoder().encode('N');
const TRUE = new TextEncoder().encode('T');
const FALSE = new TextEncoder().encode('F');

describe('code that runs', () => {
  test('returns its value, encoded, with its time and what it printed', async () => {
    const ran = await run('import sys\ndef solve(x):\n    print("out", x)\n    print("err", file=sys.stderr)\n', ['3']);
    const outcome = ran.only('returned');
    expect(outcome.value).toEqual(NONE);
    expect(outcome.output).toEqual({ stdout: 'out 3\n', stderr: 'err\n', dropped: 0 });
    expect(outcome.ms).toBeGreaterThanOrEqual(0);
    expect(ran.end).toEqual({ kind: 'finished' });
    expect(runner.state().kind).toBe('ready');
  });

  test('is executed freshly for every case', async () => {
    const ran = await run('seen = []\ndef solve(x):\n    seen.append(x)\n    return len(seen) == 1\n', ['1', '2', '3']);
    expect(ran.outcomes.map((outcome) => outcome.kind === 'returned' && outcome.value)).toEqual([TRUE, TRUE, TRUE]);
  });

  test('answers earlier calls in the same module', async () => {
    const source = 'seen = []\ndef solve(x):\n    seen.append(x)\n    return seen == [1, 2, 3]\n';
    expect((await run(source, [call(0, '3', { earlier: ['1', '2'] })])).only('returned').value).toEqual(TRUE);
  });

  test('that changes its arguments is told which', async () => {
    const source = 'def solve(a, b, c):\n    a.sort()\n    c.append(1)\n';
    const ran = await run(source, [call(0, '[2, 1], [2, 1], []', { unchanged: true }), '[2, 1], [], []']);
    expect(ran.outcomes).toMatchObject([{ changed: [0, 2] }, { changed: [] }]);
  });

  test('what reaches the file descriptors is kept as output', async () => {
    const ran = await run(solve('import os', 'os.write(1, b"raw\\n")', 'os.write(2, b"low\\n")'));
    expect(ran.only('returned').output).toEqual({ stdout: 'raw\n', stderr: 'low\n', dropped: 0 });
  });

  test('finds standard input empty, however it reads it and whatever the case before did to it', async () => {
    const source = `import sys
def solve(how):
    if how == "sys.stdin":
        return sys.stdin.read() == ""
    if how == "open(0)":
        return open(0).read() == ""
    return input()
`;
    const ran = await run(source, ['"sys.stdin"', '"input"', '"open(0)"', '"sys.stdin"', '"input"', '"open(0)"']);
    const empty = { kind: 'returned', value: TRUE };
    const refused = {
      kind: 'raised',
      exception: { type: 'EOFError', message: expect.stringContaining('no standard input') },
    };
    expect(ran.outcomes).toMatchObject([empty, refused, empty, empty, refused, empty]);
  });

  test('with values that cannot be compared returns them as opaque, not as a crash', async () => {
    for (const value of ['lambda: 0', '(i for i in [])', 'object()', 'memoryview(b"")', '{}.items()', 'solve']) {
      const bytes = (await run(solve(`return ${value}`))).only('returned').value;
      expect(new TextDecoder().decode(bytes)).toContain('opaque');
    }
  });
});

describe('code that cannot be called', () => {
  test('for its syntax is refused with the line, for every case', async () => {
    const ran = await run('x = 1\ndef solve(:\n', ['', '', '']);
    expect(kinds(ran)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(ran.outcomes[2]).toMatchObject({ reason: 'syntax', traceback: { line: 2 } });
    expect(ran.outcomes[0]).toMatchObject({ message: expect.stringMatching(/^SyntaxError: .*\(line 2\)/) });
  });

  test('for a missing entry is refused with the nearest name', async () => {
    const outcome = (await run('def slove(): pass\n')).only('rejected');
    expect(outcome).toMatchObject({
      reason: 'missing-entry',
      message: expect.stringContaining('Did you mean `slove`?'),
    });
  });

  test('for an entry inside a class is told to move it', async () => {
    const outcome = (await run('class Solution:\n    def solve(self): pass\n')).only('rejected');
    expect(outcome.message).toMatch(/method of class `Solution`.*top level/);
  });

  test('for its parameters is refused case by case', async () => {
    const ran = await run('def solve(a, b): pass\n', ['1', '1, 2', '1, 2, 3']);
    expect(kinds(ran)).toEqual(['rejected', 'returned', 'rejected']);
    expect(ran.outcomes[0]).toMatchObject({ reason: 'arity', message: expect.stringContaining('solve(a, b)') });
  });

  test('for an exception at import is refused with its line', async () => {
    const outcome = (await run('x = []\ny = x[0]\ndef solve(): pass\n')).only('rejected');
    expect(outcome).toMatchObject({
      reason: 'import',
      message: expect.stringContaining('IndexError'),
      traceback: { line: 2 },
    });
  });

  test('for an exception outside the usual family is refused too', async () => {
    expect((await run('raise GeneratorExit\n')).only('rejected').reason).toBe('import');
  });

  test('for ending the program at import is refused', async () => {
    expect((await run('import sys\nsys.exit(0)\n')).only('rejected').reason).toBe('exit');
  });

  test('for endless recursion at import is refused, and the interpreter lives', async () => {
    const ran = await run('def deep(): return deep()\ndeep()\n');
    expect(ran.only('rejected').message).toMatch(/RecursionError/);
    expect((await run('def solve(): pass\n')).only('returned').value).toEqual(NONE);
  });

  test('arguments that are not Python are told', async () => {
    const ran = await run('def solve(*args): pass\n', ['[1,', '1']);
    expect(kinds(ran)).toEqual(['bad-arguments', 'returned']);
  });
});

describe('code that raises', () => {
  test('is told with the exception, its ancestors and the line', async () => {
    const { exception } = (await run(solve('x = {}', 'return x["k"]'))).only('raised');
    expect(exception).toMatchObject({ type: 'KeyError', message: "'k'", traceback: { line: 3 } });
    expect(exception.builtins).toEqual(['KeyError', 'LookupError', 'Exception', 'BaseException']);
    expect(exception.traceback.text).not.toMatch(/harness|edgewise/);
  });

  test('sys.exit in the call is an exception of the code', async () => {
    expect((await run(solve('import sys', 'sys.exit(3)'))).only('raised').exception.type).toBe('SystemExit');
  });

  test('KeyboardInterrupt of its own is an exception like any other', async () => {
    const ran = await run('def solve(x):\n    if x: raise KeyboardInterrupt\n', ['1', '0']);
    expect(kinds(ran)).toEqual(['raised', 'returned']);
    expect(ran.outcomes[0]).toMatchObject({ exception: { type: 'KeyboardInterrupt', traceback: { line: 2 } } });
  });

  test('plain recursion of a hundred thousand levels is no error', async () => {
    const source = 'def deep(n):\n    return n and deep(n - 1)\ndef solve():\n    return deep(100_000) == 0\n';
    expect((await run(source)).only('returned').value).toEqual(TRUE);
  });

  test('memoised recursion of ten thousand levels is no error', async () => {
    const source =
      'from functools import cache\n@cache\ndef deep(n):\n    return n and deep(n - 1)\ndef solve():\n    return deep(10_000) == 0\n';
    expect((await run(source)).only('returned').value).toEqual(TRUE);
  });

  test('endless recursion is a RecursionError with a short traceback', async () => {
    const ran = await run('def solve(x=0):\n    return solve(x + 1)\n', ['', '']);
    expect(kinds(ran)).toEqual(['raised', 'raised']);
    const [outcome] = ran.outcomes;
    expect(outcome).toMatchObject({ exception: { type: 'RecursionError', traceback: { line: 2 } } });
    expect(outcome?.kind === 'raised' && outcome.exception.traceback.text.length).toBeLessThan(9_000);
  });

  test('endless recursion in an earlier call leaves the interpreter alive', async () => {
    const source = 'def solve(x):\n    return solve(x) if x else True\n';
    const ran = await run(source, [call(0, '0', { earlier: ['1', '1'] })]);
    expect(ran.only('returned').value).toEqual(TRUE);
  });

  test('endless recursion that the code itself catches does not reach the case after it', async () => {
    // Freed by a recursion in C, a traceback of so many frames can overflow the stack: then the case has crashed.
    const source =
      'def deep():\n    return deep()\ndef solve(x):\n    try:\n        return deep() if x else True\n    except RecursionError:\n        return True\n';
    const ran = await run(source, ['1', '0']);
    const [first] = ran.outcomes;
    if (first?.kind === 'crashed') expect(first.message).toMatch(/stack of the browser overflowed/);
    else expect(first).toMatchObject({ kind: 'returned', value: TRUE });
    expect(ran.outcomes[1]).toMatchObject({ kind: 'returned', value: TRUE });
  });

  test('a chain of a hundred thousand objects, which is freed by a recursion in C, is told as a crash at worst', async () => {
    const source =
      'class Node:\n    def __init__(self, next): self.next = next\ndef solve(n):\n    chain = None\n    for _ in range(n):\n        chain = Node(chain)\n    return True\n';
    const ran = await run(source, ['2_000', '100_000', '2_000']);
    expect(ran.outcomes[0]).toMatchObject({ kind: 'returned', value: TRUE });
    if (ran.outcomes[1]?.kind === 'crashed') expect(ran.outcomes[1].message).toMatch(/stack of the browser overflowed/);
    else expect(ran.outcomes[1]?.kind).toBe('returned');
    expect(ran.outcomes[2]).toMatchObject({ kind: 'returned', value: TRUE });
  });
});

describe('output', () => {
  test('of megabytes is kept at the beginning, counted, and then stopped', async () => {
    const ran = await run('def solve(n):\n    for _ in range(n):\n        print("x" * 999)\n', [
      '1',
      '1000',
      '5000',
      '1',
    ]);
    expect(kinds(ran)).toEqual(['returned', 'returned', 'output-limit', 'returned']);
    expect(ran.outcomes[1]?.output.stdout).toHaveLength(20_000);
    expect(ran.outcomes[1]?.output.dropped).toBe(1_000_000 - 20_000);
    expect(ran.outcomes[2]?.output.stdout).toHaveLength(20_000);
    expect(ran.outcomes[3]?.output.stdout).toHaveLength(1000);
  });

  test('through the file descriptors is kept within bounds', async () => {
    const ran = await run(solve('import os', 'for _ in range(1000):', '    os.write(1, b"x" * 1000)'));
    const [outcome] = ran.outcomes;
    expect(outcome?.output.stdout.length).toBeLessThanOrEqual(20_000);
    expect(outcome?.output.dropped).toBeGreaterThan(900_000);
  });

  test('a value of six million items is too large', async () => {
    expect((await run(solve('return [0] * 6_000_000'))).only('output-limit').message).toMatch(/5,000,000/);
  });
});

describe('the time limit', () => {
  test('stops an endless loop and tells where it stood; the other cases still run', async () => {
    const source = 'def solve(x):\n    n = 0\n    while x:\n        n += 1\n';
    const ran = await run(source, ['0', call(1, '1', { limitMs: 300 }), '0']);
    expect(kinds(ran)).toEqual(['returned', 'time-limit', 'returned']);
    const outcome = ran.outcomes[1];
    expect(outcome).toMatchObject({ limitMs: 300 });
    expect(outcome?.kind === 'time-limit' && [3, 4]).toContain(
      outcome?.kind === 'time-limit' && outcome.traceback.line,
    );
    expect(outcome?.ms).toBeGreaterThanOrEqual(290);
    expect(outcome?.ms).toBeLessThan(800);
  });

  test('stops a loop while the module is loaded', async () => {
    const ran = await run('while True: pass\n', [call(0, '', { limitMs: 300 })]);
    expect(ran.only('time-limit').traceback.line).toBe(1);
  });

  test('holds for code that swallows the interrupt and returns', async () => {
    const ran = await run(solve('try:', '    while True: pass', 'except BaseException:', '    return True'), [
      call(0, '', { limitMs: 300 }),
    ]);
    ran.only('time-limit');
  });

  test('holds for a loop that catches everything, and for a long call into C; the other cases still run', async () => {
    const source = `def solve(x):
    while x == 1:
        try:
            while True: pass
        except BaseException: pass
    if x == 2:
        return sum(range(10 ** 9))
    return True
`;
    const quick = { limitMs: 300 };
    const ran = await run(source, [call(0, '0'), call(1, '1', quick), call(2, '0'), call(3, '2', quick), call(4, '0')]);
    expect(kinds(ran)).toEqual(['returned', 'time-limit', 'returned', 'time-limit', 'returned']);
    expect(ran.end).toEqual({ kind: 'finished' });
  });

  test('never hits the case after the one it was meant for', async () => {
    const source = `import time
def solve(s):
    end = time.perf_counter() + s
    while time.perf_counter() < end: pass
    return True
`;
    const near = Array.from({ length: 30 }, (_, i) => call(i, `${0.04 + (i % 10) * 0.002}`, { limitMs: 50 }));
    const plain = Array.from({ length: 30 }, (_, i) => call(30 + i, '0', { limitMs: 10_000 }));
    const mixed = near.flatMap((item, i) => [item, ...plain.slice(i, i + 1)]);
    const ran = await run(source, mixed);
    expect(ran.outcomes).toHaveLength(60);
    for (const [i, { index }] of mixed.entries()) {
      const outcome = ran.outcomes[i];
      if (index >= 30) expect(outcome, `case ${index}`).toMatchObject({ kind: 'returned', value: TRUE });
      else expect(['returned', 'time-limit']).toContain(outcome?.kind);
    }
  });
});

describe('stopping', () => {
  test('ends the run and tells the line where the code stood', async () => {
    const stop = new AbortController();
    const ran = await run(solve('n = 0', 'while True:', '    n += 1'), [call(0, '', { limitMs: 60_000 }), ''], {
      signal: stop.signal,
      onCaseStarted: () => setTimeout(() => stop.abort(), 50),
    });
    expect(ran.end.kind).toBe('stopped');
    expect(ran.end.kind === 'stopped' && [3, 4]).toContain(ran.end.kind === 'stopped' && ran.end.line);
    expect(ran.outcomes).toEqual([]);
  });

  test('leaves an interpreter that the next run can use', async () => {
    expect((await run('def solve(): return True\n')).only('returned').value).toEqual(TRUE);
  });

  test('before the run starts runs nothing', async () => {
    const ran = await run('def solve(): return True\n', [''], { signal: AbortSignal.abort() });
    expect(ran.end).toEqual({ kind: 'stopped' });
    expect(ran.outcomes).toEqual([]);
  });

  test('between two cases keeps what is finished', async () => {
    const stop = new AbortController();
    const ran = await run(
      'import time\ndef solve(): time.sleep(0.02)\n',
      Array.from({ length: 200 }, () => ''),
      {
        signal: stop.signal,
        onCaseStarted: (index) => index === 3 && stop.abort(),
      },
    );
    expect(ran.end.kind).toBe('stopped');
    expect(ran.outcomes.length).toBeGreaterThanOrEqual(3);
    expect(ran.outcomes.length).toBeLessThan(10);
    expect(new Set(kinds(ran))).toEqual(new Set(['returned']));
  });
});

describe('what kills an interpreter', () => {
  test('too much memory is told as such, and the next case runs', async () => {
    const source = 'def solve(n):\n    return len(bytearray(n)) > 0\n';
    const ran = await run(source, ['2_000_000_000', '1']);
    expect(kinds(ran)).toEqual(['memory-limit', 'returned']);
    expect(ran.outcomes[0]).toMatchObject({ traceback: { line: 2 } });
  });

  test('memory filled with small objects ends too, and the next case runs', async () => {
    const source = 'def solve(x):\n    kept = []\n    while x:\n        kept.append([x] * 50)\n    return True\n';
    const ran = await run(source, [call(0, '1', { limitMs: 30_000 }), '0']);
    expect(['memory-limit', 'crashed']).toContain(ran.outcomes[0]?.kind);
    expect(ran.outcomes[1]?.kind).toBe('returned');
  });

  test('three gigabytes of garbage in cycles do not: they are collected, and rarely', async () => {
    const source = `
import gc
def solve(x):
    for _ in range(250_000):
        cycle = [bytearray(12_000)]
        cycle.append(cycle)
    return gc.get_threshold()[0] > 2_000
`;
    const ran = await run(source, [call(0, '1', { limitMs: 60_000 })], { pristine: true });
    expect(ran.outcomes).toMatchObject([{ kind: 'returned', value: TRUE }]);
  });

  test('recursion through C does not: it is a RecursionError with its line', async () => {
    const source =
      'class A:\n    def __repr__(self):\n        return repr(self)\ndef solve(x):\n    return repr(A()) if x else True\n';
    const ran = await run(source, ['0', '1', '0']);
    expect(kinds(ran)).toEqual(['returned', 'raised', 'returned']);
    expect(ran.outcomes[1]).toMatchObject({ exception: { type: 'RecursionError', traceback: { line: 3 } } });
  });

  test('leaving the process is a crash of that case alone', async () => {
    const ran = await run('import os\ndef solve(x):\n    if x: os._exit(3)\n', ['0', '1', '0']);
    expect(kinds(ran)).toEqual(['returned', 'crashed', 'returned']);
  });
});

describe('what code cannot reach', () => {
  test('the bridges to JavaScript, by any way of importing', async () => {
    const source = `import importlib, sys
def solve():
    found = []
    for name in ("js", "pyodide_js", "pyodide", "pyodide.ffi", "pyodide.code", "_pyodide", "_pyodide_core"):
        for way in (__import__, importlib.import_module):
            for forget in (False, True):
                if forget:
                    for loaded in [m for m in sys.modules if m.split(".")[0] == name.split(".")[0]]:
                        del sys.modules[loaded]
                try:
                    module = way(name)
                except ImportError:
                    continue
                if name in ("js", "pyodide_js") or hasattr(module, "run_js") or hasattr(module, "eval_code"):
                    found.append((name, way.__name__, forget))
    if found:
        raise ValueError(found)
    return True
`;
    const [outcome] = (await run(source, [call(0, '', { limitMs: 20_000 })])).outcomes;
    expect(outcome, outcome?.kind === 'raised' ? outcome.exception.message : '').toMatchObject({ kind: 'returned' });
  });

  test('the modules for trusted work', async () => {
    const source = solve(
      'import importlib.util, sys',
      'return any("trusted" in name or "mutants" in name for name in sys.modules) or any(',
      '    importlib.util.find_spec(name) for name in ("edgewise.trusted", "edgewise.mutants"))',
    );
    expect((await run(source)).only('returned').value).toEqual(FALSE);
  });

  test('the environment and the files of the machine', async () => {
    const source = solve(
      'import os',
      `return ${JSON.stringify(SECRET)} in os.environ or os.path.exists("/etc/hostname")`,
    );
    expect((await run(source)).only('returned').value).toEqual(FALSE);
  });
});

describe('a pristine run', () => {
  test('sees nothing of what earlier code did to its interpreter', async () => {
    const spoil = 'import builtins, sys\nbuiltins.spoiled = True\ndef solve(): pass\n';
    await run(spoil);
    const told: Outcome[] = [];
    await runner.run(
      { source: 'def solve():\n    return spoiled\n', entry: 'solve', calls: [call(0)], pristine: true },
      { onOutcome: (_, outcome) => told.push(outcome) },
    );
    expect(told).toMatchObject([{ kind: 'raised', exception: { type: 'NameError' } }]);
  });
});

describe('trusted work', () => {
  test('tells what cases must give, in the order asked, with the time of the reference', async () => {
    const told: [number, string][] = [];
    await runner.expect(
      {
        reference: 'def solve(x):\n    return [x]\n',
        entry: 'solve',
        cases: [
          { index: 2, args: '1' },
          { index: 0, args: '1', expected: '[1.5]' },
          { index: 1, args: '1', raises: 'ValueError' },
        ],
      },
      {
        onExpected({ index, answer, referenceMs }) {
          expect(referenceMs).toBeGreaterThanOrEqual(0);
          told.push([index, answer.kind === 'value' ? `${answer.value.length} bytes` : answer.exception]);
        },
      },
    );
    expect(told.map(([index]) => index)).toEqual([2, 0, 1]);
    expect(told[2]).toEqual([1, 'ValueError']);
  });

  test('a reference that fails is told in a sentence', async () => {
    const reference = 'def solve(x):\n    return 1 / x\n';
    const asked = runner.expect(
      { reference, entry: 'solve', cases: [{ index: 0, args: '0' }] },
      { onExpected: () => undefined },
    );
    await expect(asked).rejects.toThrow(/^[^\n]*the reference raises ZeroDivisionError: division by zero$/);
  });

  test('generates inputs that its validator accepts, the same for the same seed', async () => {
    const inputs =
      'def generate(rng, size):\n    return ([rng.random() for _ in range(size)],)\ndef validate(xs):\n    if len(xs) > 3:\n        raise ValueError("too many")\n';
    const first = await runner.generate({ inputs, seed: 7, sizes: [0, 2, 5] });
    expect(first).toHaveLength(3);
    expect(first[0]).toBe('[]');
    expect(await runner.generate({ inputs, seed: 7, sizes: [0, 2, 5] })).toEqual(first);
    expect(await runner.validate({ inputs, args: [...first, '1 +'] })).toEqual([
      null,
      null,
      'too many',
      expect.stringContaining('not valid Python'),
    ]);
  });

  test('makes mutants that differ from their source', async () => {
    const source = 'def solve(x):\n    return x < 1\n';
    const mutants = await runner.mutate({ source });
    expect(mutants.length).toBeGreaterThan(1);
    for (const mutant of mutants) {
      expect(mutant.source).not.toBe(source);
      expect(typeof mutant.id).toBe('string');
      expect(mutant.line).toBe(2);
    }
  });
});
