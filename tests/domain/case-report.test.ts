import { expect, it } from 'vitest';
import { reportText } from '#domain/case-report.ts';
import { aCase, aProblem } from '../fakes/a-problem.ts';

const item = aCase({ name: 'all tied', edge: 'ties', args: '[(0.5, 1)]', earlier: ['[]'] });
const facts = { problem: aProblem({ cases: [item] }), item, pythonVersion: '3.14', browser: 'A browser' };

it('a report says all that is needed to judge the case, and nothing of the code but which it was', async () => {
  const output = { stdout: '', stderr: '', dropped: 0 };
  const result = { index: 0, name: item.name, edge: item.edge, verdict: 'Wrong Answer', ms: 1, output } as const;
  const text = await reportText({ ...facts, result: { ...result, got: { text: '0.25' } }, code: 'secret = 1' });
  for (const line of ['Case: all tied (ties)', 'Called before: auc([])', 'Call: auc([(0.5, 1)])', 'Got: 0.25']) {
    expect(text).toContain(line);
  }
  expect(text).not.toContain('secret');
});

it('a case that was not run is reported as that, and the same code by the same name', async () => {
  const report = (code: string) => reportText({ ...facts, result: undefined, code });
  expect(await report('a = 1')).toContain('Verdict: not run');
  expect(await report('a = 1')).toBe(await report('a = 1'));
  expect(await report('a = 1')).not.toBe(await report('a = 2'));
});
