import { describe, expect, test } from 'vitest';
import { scaffold } from '#verifier/scaffold.ts';
import { complaintsOf } from '#verifier/verification.ts';
import { tableDetails, tableHead, tableRow } from '#verifier/verification-table.ts';
import { verifyPackage } from '#verifier/verify.ts';
import { type FakeParts, fakeParts, freshPackage, honestVerdict, type Script } from './fake-parts.ts';

type Verdicts = NonNullable<Script['verdict']>;

async function complaints(script: Script, changes: Record<string, string> = {}): Promise<string[]> {
  return complaintsOf(await verifyPackage(freshPackage(changes), fakeParts({ verdict: honestVerdict, ...script })));
}

describe('what the folders say of their submissions', () => {
  test('is proven when every one behaves so', async () => {
    expect(await complaints({})).toEqual([]);
  });

  test('an accepted solution that fails a case is named with the case', async () => {
    const verdict: Verdicts = (code, name) =>
      code.includes('return sum(values)\n') && name === 'no numbers' ? 'Runtime Error' : honestVerdict(code, name);
    expect(await complaints({ verdict })).toEqual([
      'accepted/builtin_sum.py: is not accepted: no numbers (empty): Runtime Error',
    ]);
  });

  test('a wrong solution that no case catches is named', async () => {
    const verdict: Verdicts = (code, name) => (code.includes('else None') ? 'Accepted' : honestVerdict(code, name));
    expect(await complaints({ verdict })).toEqual(['wrong_answer/none_for_empty.py: fails in no case']);
  });

  test('a wrong solution has to fail in a case of the class that it names', async () => {
    const verdict: Verdicts = (code, name) => {
      if (!code.includes('else None')) return honestVerdict(code, name);
      return name === 'three numbers' ? 'Wrong Answer' : 'Accepted';
    };
    expect(await complaints({ verdict })).toEqual([
      'wrong_answer/none_for_empty.py: fails in no case of the class "empty" that it names, but here: three numbers (basic): Wrong Answer',
    ]);
  });

  test('a solution in run_time_error has to raise, not only to be wrong', async () => {
    const file = { 'submissions/run_time_error/divides.py': '"""Divides by the length.\nedge: empty\n"""\n# divides' };
    const verdict =
      (found: 'Wrong Answer' | 'Runtime Error'): Verdicts =>
      (code, name) =>
        code.includes('# divides') ? (name === 'no numbers' ? found : 'Accepted') : honestVerdict(code, name);
    expect(await complaints({ verdict: verdict('Runtime Error') }, file)).toEqual([]);
    expect(await complaints({ verdict: verdict('Wrong Answer') }, file)).toEqual([
      'run_time_error/divides.py: has a Runtime Error in no case',
    ]);
  });

  test('a slow solution has to be slow in a large case, and right in all others', async () => {
    const fast: Verdicts = (code, name) => (code.includes('values[: i + 1]') ? 'Accepted' : honestVerdict(code, name));
    expect(await complaints({ verdict: fast })).toEqual([
      'time_limit_exceeded/quadratic.py: exceeds the time limit in no large case (its slowest took 1 ms)',
    ]);
    const slowEverywhere: Verdicts = (code, name) =>
      code.includes('values[: i + 1]') && name === 'three numbers' ? 'Time Limit Exceeded' : honestVerdict(code, name);
    expect(await complaints({ verdict: slowEverywhere })).toEqual([
      'time_limit_exceeded/quadratic.py: must only exceed the time limit of large cases: three numbers (basic): Time Limit Exceeded',
    ]);
  });

  test('large cases are left out where a small one has caught the wrong solution', async () => {
    const parts = fakeParts({ verdict: honestVerdict });
    await verifyPackage(freshPackage(), parts);
    const large = parts.calls.filter(({ args }) => args === 'list(range(20_000))').map(({ code }) => code);
    expect(large.some((code) => code.includes('values[: i + 1]'))).toBe(true);
    expect(large.some((code) => code.includes('values.pop()'))).toBe(false);
  });

  test('a numpy solution is skipped, visibly, where Python has no numpy', async () => {
    const file = { 'submissions/accepted/numpy_sum.py': 'import numpy as np\n' };
    const verdict: Verdicts = (code, name) => (code.includes('numpy') ? 'Runtime Error' : honestVerdict(code, name));
    const message = "ModuleNotFoundError: No module named 'numpy'";
    const verification = await verifyPackage(freshPackage(file), fakeParts({ verdict, message }));
    expect(complaintsOf(verification)).toEqual([]);
    expect(tableRow(verification, [], false)).toContain('accepted/numpy_sum.py  skipped: numpy is not installed');
    expect(await complaints({ verdict, message: 'TypeError: no' }, file)).not.toEqual([]);
  });
});

describe('inputs.py', () => {
  test('has to make 200 inputs, small and a few larger, and may refuse none of them', async () => {
    const [first, second] = await complaints({ objection: (args) => (args === '0' ? 'The list is empty.' : null) });
    expect(first).toBe('inputs.py: validate refuses what generate made for size 0: The list is empty. (0)');
    expect(second).toContain('size 0');
    const parts = fakeParts({ verdict: honestVerdict });
    await verifyPackage(freshPackage(), parts);
    const generated = parts.calls.filter(
      ({ code, args }) => code.includes('return sum(values)\n') && /^\d+$/.test(args),
    );
    expect(generated).toHaveLength(200);
  });

  test('shows an input on which an accepted solution disagrees with the reference', async () => {
    const verdict: Verdicts = (code, name) =>
      code.includes('return sum(values)\n') && name === 'generated input 7, size 7'
        ? 'Wrong Answer'
        : honestVerdict(code, name);
    expect(await complaints({ verdict })).toEqual([
      'accepted/builtin_sum.py: disagrees with the reference on moving_sum(7): generated input 7, size 7 (basic): Wrong Answer',
    ]);
  });

  test('is not sound when generate itself fails', async () => {
    expect(await complaints({ generated: new Error('IndexError: pop') })).toEqual([
      'inputs.py: generate fails: IndexError: pop',
    ]);
  });
});

describe('what is asked of large cases', () => {
  const second = (args: string) => ({
    'cases.yaml': `${scaffold('moving-sum')['cases.yaml']}
- { name: below the limit, edge: large, args: "${args}", expected: reference, why: A smaller one. }
`,
  });
  const referenceMs = (args: string) => (args.includes('20_000') ? 900 : 1);
  const asked = (parts: FakeParts, part: string) =>
    parts.calls.filter(({ code, args }) => code.includes(part) && args.includes('range')).map(({ args }) => args);

  test('a slow solution is waited for once, in the case with the lowest limit', async () => {
    const verdict: Verdicts = (code, name) =>
      code.includes('values[: i + 1]') && name === 'below the limit'
        ? 'Time Limit Exceeded'
        : honestVerdict(code, name);
    const parts = fakeParts({ verdict, referenceMs });
    expect(complaintsOf(await verifyPackage(freshPackage(second('list(range(9))')), parts))).toEqual([]);
    expect(asked(parts, 'values[: i + 1]')).toEqual(['list(range(9))']);
  });

  test('what the reference decides, it is not asked again, and the other accepted solutions are', async () => {
    const parts = fakeParts({ verdict: honestVerdict, referenceMs });
    await verifyPackage(freshPackage(second('list(range(9))')), parts);
    expect(asked(parts, 'for value in values')).toEqual([]);
    expect(asked(parts, 'return sum(values)\n')).toEqual(['list(range(20_000))', 'list(range(9))']);
  });

  test('a mutant that is listed as equivalent is put to the cheapest one', async () => {
    const mutants = [{ id: 'same', line: 1, source: '# same' }];
    const parts = fakeParts({ verdict: honestVerdict, referenceMs, mutants });
    const listed = { 'equivalent_mutants.yaml': '- { mutant: same, why: No input tells them apart. }\n' };
    await verifyPackage(freshPackage({ ...second('list(range(9))'), ...listed }), parts);
    expect(asked(parts, '# same')).toEqual(['list(range(9))']);
  });
});

describe('test strength', () => {
  const mutant = (id: string) => ({ id, line: 1, source: `# ${id}` });
  const mutants = [mutant('killed small'), mutant('killed large'), mutant('alive'), mutant('same')];
  const verdict: Verdicts = (code, name) => {
    if (code === '# killed small')
      return name === 'at the size limit' || name === 'no numbers' ? 'Wrong Answer' : 'Accepted';
    if (code === '# killed large') return name === 'at the size limit' ? 'Time Limit Exceeded' : 'Accepted';
    return honestVerdict(code, name);
  };
  const referenceMs = (args: string) => (args.includes('range') ? 500 : 1);
  const listed = (id: string) => ({
    'equivalent_mutants.yaml': `- { mutant: "${id}", why: No input tells them apart. }\n`,
  });

  test('is the share of mutants killed, of those that are not listed as equivalent', async () => {
    const { strength } = await verifyPackage(
      freshPackage(listed('same')),
      fakeParts({ verdict, mutants, referenceMs }),
    );
    expect(strength).toEqual({ made: 4, equivalent: 1, killed: 2, survivors: ['alive'], complaints: [] });
  });

  test('costs little: cheap cases first, short limits for them, and an end at the first kill', async () => {
    const parts = fakeParts({ verdict, mutants, referenceMs });
    await verifyPackage(freshPackage(), parts);
    const killed = parts.calls.filter(({ code }) => code === '# killed small');
    expect(killed.map(({ args }) => args)).toContain('[]');
    expect(killed.map(({ args }) => args)).not.toContain('list(range(20_000))');
    expect(new Set(killed.map(({ limitMs }) => limitMs))).toEqual(new Set([150]));
    const large = parts.calls.find(({ code, args }) => code === '# alive' && args.includes('range'));
    expect(large?.limitMs).toBe(5000);
  });

  test('an entry of equivalent_mutants.yaml that is killed, or names no mutant, is an error', async () => {
    expect(await complaints({ verdict, mutants }, listed('killed small'))).toEqual([
      expect.stringMatching(/"killed small" is killed by the case ".+", so it is not equivalent/),
    ]);
    expect(await complaints({ verdict, mutants }, listed('gone'))).toEqual([
      expect.stringMatching(/there is no mutant "gone"/),
    ]);
  });
});

describe('the table', () => {
  test('has a row with the counts, and a line with the case that caught each wrong solution', async () => {
    const verification = await verifyPackage(freshPackage(), fakeParts({ verdict: honestVerdict }));
    expect(tableHead(['moving-sum'])).toMatch(/^problem +cases +edge classes/);
    const [row, ...lines] = tableRow(verification, ['moving-sum'], false).split('\n');
    expect(row?.split(/\s+/)).toEqual(['moving-sum', '5', '5', '2/2', '5/5', '1/1', 'ok', '100%']);
    expect(lines).toContain('  wrong_answer/none_for_empty.py -> no numbers (empty)');
    expect(lines).toContain('  wrong_answer/ignores_the_last.py -> three numbers (basic), and 2 more');
  });

  test('lists every case that caught a wrong solution when asked to', async () => {
    const verification = await verifyPackage(freshPackage(), fakeParts({ verdict: honestVerdict }));
    const lines = tableRow(verification, [], true).split('\n');
    const start = lines.indexOf('  wrong_answer/ignores_the_last.py ->');
    expect(lines.slice(start + 1, start + 4)).toEqual([
      '      three numbers (basic)',
      '      the list is kept (input-mutation)',
      '      asked twice (repeat-calls)',
    ]);
  });

  test('is followed by the complaints and the mutants that survive', async () => {
    const mutants = [{ id: 'a < b => a <= b', line: 1, source: '# alive' }];
    const verification = await verifyPackage(
      freshPackage(),
      fakeParts({ verdict: honestVerdict, mutants, objection: () => 'Too long.' }),
    );
    const details = tableDetails([verification]);
    expect(details).toContain('inputs.py: validate refuses');
    expect(details).toContain('... and 197 more of this kind');
    expect(details).toMatch(/1 of 1 mutants survive:\n +a < b => a <= b/);
  });
});
