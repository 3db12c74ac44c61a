/**
 * `npm run bench`: drives real Chromium, prints tables and JSON of ratios, and writes them into README.md and docs/benchmark.md. Every
 * ratio compares two things measured side by side in this run; machines are noisy, so medians of seven or more.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { build, mergeConfig, type PreviewServer, preview } from 'vite';
import config from '../../vite.config.ts';
import { ensureChromium } from '../find-chromium.mjs';
import { firstBareResult, firstVerdict, longestTasks } from './first-visit.ts';
import { median, quantile } from './statistics.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const benchRoot = join(root, 'scripts', 'bench');
const cache = join(root, 'node_modules', '.cache', 'edgewise');
const ROUNDS = Number(process.env.ROUNDS ?? 7);
const STOPS = Number(process.env.STOPS ?? 20);
/** Rounds for the large cases of each problem: with a whole bank they are what takes long. */
const LARGE_ROUNDS = Number(process.env.LARGE_ROUNDS ?? 7);
const LARGE_BAR = 1.05;

interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly bar: string;
  readonly detail: string;
}

/** ms that the same work took on either side. */
interface Pair {
  readonly edgewise: number;
  readonly bare: number;
}

interface Medians extends Pair {
  readonly ratio: number;
  /** Of the ratios of single rounds. */
  readonly lowest: number;
  readonly highest: number;
}

interface LargeRow extends Medians {
  readonly id: string;
  /** ms of native CPython; null where there is none. */
  readonly native: number | null;
}

const executablePath = ensureChromium();
if (executablePath === undefined) process.exit(1);

await build({ root, logLevel: 'warn' });
const outDir = join(cache, 'bench');
await build(
  mergeConfig(config, {
    configFile: false,
    root: benchRoot,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, rolldownOptions: { input: join(benchRoot, 'index.html') } },
  }),
);
const servers: PreviewServer[] = [
  await preview({ root, preview: { port: 4331 } }),
  await preview(
    mergeConfig(config, { configFile: false, root: benchRoot, build: { outDir }, preview: { port: 4332 } }),
  ),
];
const app = 'http://localhost:4331/';
const bench = 'http://localhost:4332/';
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--enable-precise-memory-info'],
});

try {
  const { rows, large } = await measure(browser);
  console.log(tableOf(rows));
  console.log(largeTableOf(large));
  const measured = { date: new Date().toISOString().slice(0, 10), processor: processor(), rounds: ROUNDS, rows, large };
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'bench.json'), `${JSON.stringify(measured, null, 2)}\n`);
  console.log(JSON.stringify(measured));
  writeTables(rows, large);
} finally {
  await browser.close();
  for (const server of servers) await server.close();
}

async function measure(browser: Browser): Promise<{ rows: Row[]; large: LargeRow[] }> {
  const rows: Row[] = [];
  const large: LargeRow[] = [];
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(bench);
  await page.waitForFunction(() => 'bench' in window);
  const alternate = async <T>(rounds: number, once: () => Promise<T>): Promise<T[]> => {
    const found: T[] = [];
    for (let round = 0; round < rounds; round += 1) found.push(await once());
    return found;
  };

  say('booting');
  await page.evaluate(() => window.bench.visit());
  await page.evaluate(() => window.bench.bootBare());
  const boots = await alternate(ROUNDS, async () => ({
    edgewise: await page.evaluate(() => window.bench.bootEdgewise()),
    bare: await page.evaluate(() => window.bench.bootBare()),
  }));
  rows.push(ratio('Boot, warm cache: Edgewise against a bare `loadPyodide()` in a worker', boots, '≤ 0.25'));

  say('small cases');
  const small = await alternate(ROUNDS, () => page.evaluate(() => window.bench.smallCases('roc-auc')));
  rows.push(
    ratio('16 small cases of `roc-auc`, call to verdict, against one bare `runPython`', small, '≤ 1.5, ≤ 30 ms more'),
  );

  for (const id of await page.evaluate(() => window.bench.ids)) {
    say(`large cases of ${id}`);
    const rounds = await alternate(LARGE_ROUNDS, () =>
      page.evaluate((problem) => window.bench.largeCases(problem), id),
    );
    const found = rounds.flatMap((one) => (one === null ? [] : [one]));
    const [first] = found;
    if (first === undefined) continue;
    large.push({ id, ...medians(found), native: nativeMs(first.python) });
  }
  if (large.length > 0) rows.push(...summaryOf(large));

  say('stopping');
  const stops = await alternate(STOPS, () => page.evaluate(() => window.bench.stop('    while True: pass')));
  rows.push(
    time(
      'Stop on `while True: pass`, to the verdict, 95th percentile',
      quantile(
        stops.map((one) => one.toVerdict),
        0.95,
      ),
      '≤ 50 ms',
    ),
  );
  const catching = '    while True:\n        try:\n            while True: pass\n        except BaseException: pass';
  for (const [name, body] of [
    ['`except BaseException`', catching],
    ['`sum(range(10**12))`', '    return sum(range(10**12))'],
  ] as const) {
    const hard = await alternate(ROUNDS, () => page.evaluate((source) => window.bench.stop(source), body));
    rows.push(
      time(`Stop on ${name}, to the verdict, worst`, Math.max(...hard.map((one) => one.toVerdict)), '≤ 400 ms'),
    );
    rows.push(time(`… and until the next run starts, worst`, Math.max(...hard.map((one) => one.toNextRun)), '≤ 50 ms'));
  }

  say('memory');
  const early = await page.evaluate(() => window.bench.heapAfter(20));
  const late = await page.evaluate(() => window.bench.heapAfter(180));
  if (early !== null && late !== null) {
    const detail = `${megabytes(early)} and ${megabytes(late)} MB, page and workers`;
    rows.push({ name: 'Memory after 200 runs against after 20', value: late / early, unit: '', bar: '≤ 1.1', detail });
  }
  await context.close();

  say('first visits');
  const visits = await alternate(ROUNDS, async () => ({
    edgewise: await firstVerdict(browser, app),
    bare: await firstBareResult(browser, bench),
  }));
  rows.push(ratio('First visit, cold: navigation to first verdict, against a bare page', visits, '≤ 1.15'));
  const tasks = await alternate(ROUNDS, () => longestTasks(browser, app));
  const longest = (name: string, found: readonly number[]): Row => ({
    name: `Longest task of the main thread ${name}`,
    value: median(found),
    unit: ' ms',
    bar: '≤ 50 ms',
    detail: `worst of ${found.length}: ${Math.max(...found).toFixed(0)} ms; 0 is none of 50 ms or more`,
  });
  rows.push(
    longest(
      'while Python boots behind the editor and prints 2,000 lines',
      tasks.map(({ running }) => running),
    ),
    longest(
      'until the editor stands, first visit',
      tasks.map(({ opening }) => opening),
    ),
  );
  return { rows, large };
}

function medians(pairs: readonly Pair[]): Medians {
  const edgewise = median(pairs.map((pair) => pair.edgewise));
  const bare = median(pairs.map((pair) => pair.bare));
  const spread = pairs.map((pair) => pair.edgewise / pair.bare);
  return { edgewise, bare, ratio: edgewise / bare, lowest: Math.min(...spread), highest: Math.max(...spread) };
}

function ratio(name: string, pairs: readonly Pair[], bar: string): Row {
  const found = medians(pairs);
  return { name, value: found.ratio, unit: '', bar, detail: detailOf(found) };
}

function detailOf({ edgewise, bare, lowest, highest }: Medians): string {
  return `${edgewise.toFixed(0)} against ${bare.toFixed(0)} ms; ${lowest.toFixed(2)} to ${highest.toFixed(2)}`;
}

/** The problem in the middle and the one that comes off worst. */
function summaryOf(large: readonly LargeRow[]): Row[] {
  const what = '`large` cases against bare Pyodide';
  const worst = large.reduce((found, one) => (one.ratio > found.ratio ? one : found));
  const over = large.filter((one) => one.ratio > LARGE_BAR).length;
  const bar = `≤ ${LARGE_BAR}`;
  return [
    {
      name: `${what}, median of ${large.length} problems`,
      value: median(large.map((one) => one.ratio)),
      unit: '',
      bar,
      detail: `${over} above ${LARGE_BAR}; each problem: [\`docs/benchmark.md\`](docs/benchmark.md)`,
    },
    { name: `${what}, the worst: \`${worst.id}\``, value: worst.ratio, unit: '', bar, detail: detailOf(worst) },
  ];
}

function time(name: string, ms: number, bar: string): Row {
  return { name, value: ms, unit: ' ms', bar, detail: '' };
}

function nativeMs(python: string): number | null {
  const program = python.replace(/__total \* 1000\s*$/, 'print(__total * 1000)');
  const { status, stdout } = spawnSync('python3', ['-c', program], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : null;
}

function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ name, value, unit, bar, detail }) => `| ${name} | ${format(value, unit)} | ${bar} | ${detail} |`,
  );
  return ['| what | measured | bar | medians and range |', '| --- | --- | --- | --- |', ...lines].join('\n');
}

function format(value: number, unit: string): string {
  return unit === '' ? value.toFixed(2) : `${value.toFixed(0)}${unit}`;
}

function largeTableOf(large: readonly LargeRow[]): string {
  const lines = large.map(
    (one) =>
      `| ${one.id} | ${one.ratio.toFixed(2)} | ${detailOf(one)} | ${one.native === null ? '' : (one.edgewise / one.native).toFixed(1)} |`,
  );
  return [
    '| problem | against bare Pyodide | medians and range | times native CPython |',
    '| --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}

function writeTables(rows: readonly Row[], large: readonly LargeRow[]): void {
  const by = `Measured by \`npm run bench\` on ${processor()}, both sides in the same run`;
  replaceBetween(join(root, 'README.md'), `${by}: medians of ${ROUNDS} or more.\n\n${tableOf(rows)}`);
  if (large.length > 0)
    replaceBetween(join(root, 'docs', 'benchmark.md'), `${by}: medians of ${LARGE_ROUNDS}.\n\n${largeTableOf(large)}`);
}

function replaceBetween(path: string, table: string): void {
  const [start, end] = ['<!-- bench:start -->', '<!-- bench:end -->'];
  const text = readFileSync(path, 'utf8');
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < 0) throw new Error(`${path} has no place for the table.`);
  writeFileSync(path, `${text.slice(0, from + start.length)}\n\n${table}\n\n${text.slice(to)}`);
}

function processor(): string {
  return `${cpus().length} cores, ${cpus()[0]?.model.replace(/\s+/g, ' ') ?? 'unknown'}`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

function say(what: string): void {
  console.error(`... ${what}`);
}
