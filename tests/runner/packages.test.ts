import fc from 'fast-check';
import { expect, test } from 'vitest';
import { absentModules, importedPackages, moduleOf } from '#runner/packages.ts';

test.each([
  'import numpy',
  'import numpy as np',
  'import numpy.linalg',
  'import numpy.linalg as la, math',
  'import heapq, numpy',
  'import heapq as h, numpy as np # fast',
  'from numpy import array',
  'from numpy.linalg import norm as length',
  'from numpy import (\n    array,\n    zeros,\n)',
  'import math; import numpy as np',
  'if True: import numpy',
  'try:\n    import numpy as np\nexcept ImportError:\n    np = None',
  'def solve():\n\timport numpy\n',
  'import \\\n    numpy as np',
  'import heapq, \\\r\n    numpy\r\n',
  'from numpy \\\n  import array',
  'np = __import__("numpy")',
  "import importlib\nnp = importlib.import_module('numpy')",
])('finds numpy in %j', (source) => {
  expect(importedPackages(source)).toEqual(['numpy']);
});

test.each([
  '',
  'import math',
  '# import numpy',
  'important = numpy = 1',
  'import numpylike',
  'from .numpy import array',
  'from math import numpy',
  'import math as numpy',
  'reimport = 1\nprint("numpy")',
  'import_numpy = 2',
])('finds no package in %j', (source) => {
  expect(importedPackages(source)).toEqual([]);
});

test('names several packages once each, sorted', () => {
  const source = 'from sortedcontainers import SortedList\nimport numpy as np\nfrom numpy import array\n';
  expect(importedPackages(source)).toEqual(['numpy', 'sortedcontainers']);
});

test.each([
  ['from typing_extensions import Self', 'typing-extensions'],
  ['from zoneinfo import ZoneInfo', 'tzdata'],
  ['import tzdata', 'tzdata'],
])('the package of %j is %s', (source, name) => {
  expect(importedPackages(source)).toEqual([name]);
});

test('what makes the time zones ready is the module that looks for them', () => {
  expect(moduleOf('tzdata')).toBe('zoneinfo');
});

test('an import is found wherever it stands among other lines', () => {
  const line = fc.constantFrom('x = 1', '    y = [', '# note', '"""', 'import math', 'from heapq import heappush', '');
  fc.assert(
    fc.property(fc.array(line), fc.array(line), fc.nat({ max: 12 }), (before, after, indent) => {
      const source = [...before, `${' '.repeat(indent)}from sortedcontainers import SortedDict`, ...after].join('\n');
      expect(importedPackages(source)).toEqual(['sortedcontainers']);
    }),
  );
});

test('reads a long file without a pause', () => {
  const source = `${'import a, '.repeat(20_000)}\n${'x = "import" ; '.repeat(20_000)}\n${' '.repeat(200_000)}`;
  const start = performance.now();
  importedPackages(source);
  expect(performance.now() - start).toBeLessThan(500);
});

test('every package that is found can be imported under a name that finds it', () => {
  for (const name of importedPackages('import numpy, sortedcontainers, typing_extensions, tzdata')) {
    expect(importedPackages(`import ${moduleOf(name)}`)).toEqual([name]);
  }
});

test('what was not asked for says how to ask, what could not be had says why, what is there says nothing', () => {
  const absent = absentModules(['numpy', 'sortedcontainers', 'tzdata', 'typing-extensions'], ['numpy']);
  expect(absent).toEqual({ numpy: expect.stringContaining('cdn.jsdelivr.net') });
  expect(absentModules([], []).numpy).toMatch(/write "import numpy"/);
});
