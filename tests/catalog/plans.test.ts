import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { buildCatalog } from '#catalog/build/build-catalog.ts';
import { loadPlans } from '#catalog/build/load.ts';
import { parsePlans } from '#catalog/parse-plans.ts';
import { problemsOf } from '#domain/plan.ts';

const ids = new Set(['roc-auc', 'heap-top-k', 'merge-logs']);

const good = `
- id: short
  title: A short plan
  audience: For the impatient.
  weeks:
    - { title: One, why: Ties., problems: [roc-auc, heap-top-k] }
    - { title: Two, why: Streams., problems: [merge-logs] }
`;

function complaints(source: string): readonly string[] {
  const parsed = parsePlans(source, ids);
  return parsed.kind === 'broken' ? parsed.complaints : [];
}

test('a plan is read with its weeks in order', () => {
  expect(parsePlans(good, ids)).toEqual({
    kind: 'parsed',
    plans: [
      {
        id: 'short',
        title: 'A short plan',
        audience: 'For the impatient.',
        weeks: [
          { title: 'One', why: 'Ties.', problems: ['roc-auc', 'heap-top-k'] },
          { title: 'Two', why: 'Streams.', problems: ['merge-logs'] },
        ],
      },
    ],
  });
});

test.each([
  [
    'a problem that does not exist',
    ['merge-logs', 'merge-log'],
    'week "Two"): there is no problem folder "merge-log".',
  ],
  ['a problem twice', ['merge-logs', 'roc-auc'], 'week "Two"): "roc-auc" is already in the week "One".'],
  ['a week without problems', ['[merge-logs]', '[]'], '[0].weeks[1].problems ("short"): write at least one problem.'],
  ['a week that does not say why', ['why: Ties., ', ''], 'write one or two sentences on what the week trains.'],
  ['an id that is no address', ['id: short', 'id: Short plan'], 'write the name in small letters with hyphens'],
  [
    'a field that nobody knows',
    ['audience:', 'for:'],
    'does not know "for"; the fields are id, title, audience, weeks',
  ],
  ['YAML that is none', ['{ title: One', '{{ title: One'], 'plans.yaml: '],
] as const)('%s is complained about', (_, [from, to], complaint) => {
  const source = good.replace(from, to);
  expect(source).not.toBe(good);
  expect(complaints(source).join('\n')).toContain(complaint);
});

test('two plans may share problems, but not an id', () => {
  expect(complaints(good + good.replace('id: short', 'id: other'))).toEqual([]);
  expect(complaints(good + good)).toEqual(['plans.yaml ("short"): another plan has this id; give each its own.']);
});

test('the build fails over a plan that names what is not there, and does without a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plans-'));
  try {
    await writeFile(join(folder, 'edge-classes.yaml'), 'basic: An ordinary input.\n');
    expect(await buildCatalog(folder)).toMatchObject({ problems: [], plans: [] });
    await writeFile(join(folder, 'plans.yaml'), good);
    await expect(buildCatalog(folder)).rejects.toThrow('there is no problem folder "roc-auc"');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("the project's own plans name problems that exist, and the first keeps the hard ones for its last week", async () => {
  const problemsDir = fileURLToPath(new URL('../../problems', import.meta.url));
  const loaded = await loadPlans(problemsDir);
  if (loaded.kind === 'broken') throw new Error(loaded.complaints.join('\n'));
  const [main] = loaded.plans;
  if (main === undefined) throw new Error('there is no plan');
  expect(main.weeks).toHaveLength(4);
  expect(problemsOf(main).length).toBeGreaterThanOrEqual(20);
  expect(problemsOf(main).length).toBeLessThanOrEqual(25);
  const isHard = async (id: string) =>
    /^difficulty: hard$/m.test(await readFile(join(problemsDir, id, 'problem.yaml'), 'utf8'));
  const last = main.weeks.at(-1)?.problems ?? [];
  for (const id of problemsOf(main)) if (await isHard(id)) expect(last).toContain(id);
  expect(await Promise.all(last.map(isHard))).toContain(true);
});
