/** `npm run problems -- oracle`: the expected values against second sources, under this machine's own Python. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { loadPackage } from '#catalog/build/load.ts';
import type { Problem } from '#domain/problem.ts';
import type { CommandLine } from './command-line.ts';

const script = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'scripts', 'oracle.py');

const countsSchema = z.object({
  cases: z.number().optional(),
  inputs: z.number().optional(),
  small: z.number().optional(),
});

/** One line of what `scripts/oracle.py` prints. */
export const oracleReportSchema = z.discriminatedUnion('state', [
  z.object({
    problem: z.string(),
    oracle: z.string(),
    state: z.enum(['agree', 'disagree']),
    counts: countsSchema,
    details: z.array(z.string()),
  }),
  z.object({ problem: z.string(), oracle: z.string(), state: z.literal('skipped'), library: z.string() }),
  z.object({ problem: z.string(), oracle: z.string(), state: z.literal('none') }),
]);
export type OracleReport = z.infer<typeof oracleReportSchema>;

/**
 * Asks every oracle of these problems, and prints a line for each. Returns the exit status: 1 when one disagrees or a
 * problem cannot be read. Without a Python of this machine it says so, and that is no failure.
 */
export async function consultOracles(
  ids: readonly string[],
  { problemsDir, terminal }: CommandLine,
  python: string = process.env.PYTHON ?? 'python3',
): Promise<number> {
  let sound = true;
  const problems: Problem[] = [];
  for (const id of ids) {
    const parsed = await loadPackage(problemsDir, id);
    if (parsed.kind === 'parsed') problems.push(parsed.package.problem);
    else {
      sound = false;
      terminal.out([`${id}  is not complete`, ...parsed.complaints.map((complaint) => `    ${complaint}`)].join('\n'));
    }
  }
  let refused = 0;
  const answered = new Set<string>();
  const end = await runPython(python, JSON.stringify({ problems: problems.map(forPython) }), (line) => {
    const report = oracleReportSchema.parse(JSON.parse(line));
    answered.add(report.problem);
    if (report.state === 'disagree') refused += 1;
    terminal.out(tellReport(report, ids));
  });
  if (end === 'absent') {
    terminal.out(`skipped: there is no ${python} here (Python 3.11 or later; the variable PYTHON names another one).`);
    return sound ? 0 : 1;
  }
  if (end !== 0) throw new Error(`${python} ended with status ${end}.`);
  const silent = problems.find(({ id }) => !answered.has(id));
  if (silent !== undefined) throw new Error(`${python} said nothing about ${silent.id}.`);
  terminal.out(refused === 0 ? '\nEvery oracle agrees.' : `\n${refused} of the lines above disagree.`);
  return sound && refused === 0 ? 0 : 1;
}

/** `roc-auc  all pairs, in fractions  45 cases, 500 inputs: agree`, with what disagrees below. Pure. */
export function tellReport(report: OracleReport, ids: readonly string[]): string {
  const head = report.problem.padEnd(Math.max(...ids.map(({ length }) => length)));
  switch (report.state) {
    case 'none':
      return `${head}  no oracle`;
    case 'skipped': {
      const { oracle, library } = report;
      return `${head}  ${library} ${oracle}  skipped: ${library} is not installed (pip install ${library})`;
    }
    default: {
      const { oracle, counts, state, details } = report;
      return [`${head}  ${oracle}  ${tellCounts(counts)}: ${state}`, ...details.map((line) => `    ${line}`)].join(
        '\n',
      );
    }
  }
}

function tellCounts({ cases, inputs, small }: z.infer<typeof countsSchema>): string {
  const parts: [number | undefined, string][] = [
    [cases, 'cases'],
    [inputs, 'inputs'],
    [small === 0 ? undefined : small, 'small inputs'],
  ];
  return parts.flatMap(([count, name]) => (count === undefined ? [] : [`${count} ${name}`])).join(', ');
}

function forPython({ id, entry, comparison, inputs, reference, cases }: Problem): unknown {
  const told = cases.map(({ name, args, expectation }) => ({
    name,
    args,
    expected: expectation.kind === 'value' ? expectation.source : null,
    raises: expectation.kind === 'raises',
  }));
  return { id, entry, comparison, inputs, reference, cases: told };
}

/** Resolves with the exit status, or 'absent' when there is no such program. */
function runPython(python: string, input: string, onLine: (line: string) => void): Promise<number | 'absent'> {
  return new Promise((resolve, reject) => {
    const child = spawn(python, ['-B', script], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, PYTHONHASHSEED: '0', OMP_NUM_THREADS: '1' },
    });
    child.on('error', (error) => ('code' in error && error.code === 'ENOENT' ? resolve('absent') : reject(error)));
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => {
      try {
        onLine(line);
      } catch (error) {
        child.kill();
        reject(error);
      }
    });
    const read = new Promise<void>((done) => lines.on('close', done));
    child.on('close', (status) => void read.then(() => resolve(status ?? 1)));
    // A program that ends early is told of by its status, not by the pipe that it left.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
