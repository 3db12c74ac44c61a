/** The table of test strengths in `problems/README.md`. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadPackage, loadStrengths } from '#catalog/build/load.ts';

export interface StrengthRow {
  readonly id: string;
  readonly cases: number;
  readonly edgeClasses: number;
  /** Whole percent. */
  readonly strength: number;
}

const BEGIN = '<!-- strengths: written by `verify --record` -->';
const END = '<!-- end of strengths -->';

/** Writes the recorded strengths between the marks of the README; a README without them is left as it is. */
export async function writeStrengthTable(problemsDir: string): Promise<void> {
  const path = join(problemsDir, 'README.md');
  if (!existsSync(path)) return;
  const before = await readFile(path, 'utf8');
  const after = replaceStrengthTable(before, await readRows(problemsDir));
  if (after !== before) await writeFile(path, after);
}

async function readRows(problemsDir: string): Promise<StrengthRow[]> {
  const strengths = Object.entries(await loadStrengths(problemsDir));
  const rows = await Promise.all(
    strengths.map(async ([id, strength]): Promise<StrengthRow[]> => {
      const parsed = await loadPackage(problemsDir, id);
      if (parsed.kind === 'broken') return [];
      const { cases, edges } = parsed.package.problem;
      return [{ id, cases: cases.length, edgeClasses: edges.length, strength }];
    }),
  );
  return rows.flat();
}

/** The text with its table replaced, rows sorted by id. Pure. */
export function replaceStrengthTable(text: string, rows: readonly StrengthRow[]): string {
  const start = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (start < 0 || end < start) return text;
  return `${text.slice(0, start + BEGIN.length)}\n\n${strengthTable(rows)}\n\n${text.slice(end)}`;
}

function strengthTable(rows: readonly StrengthRow[]): string {
  const sorted = [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  const cells = sorted.map(({ id, cases, edgeClasses, strength }) => [
    `[${id}](${id}/statement.md)`,
    `${cases}`,
    `${edgeClasses}`,
    `${strength}%`,
  ]);
  const head = ['problem', 'cases', 'edge classes', 'strength'];
  const widths = head.map((title, i) => Math.max(title.length, ...cells.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]): string => {
    const padded = row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)));
    return `| ${padded.join(' | ')} |`;
  };
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), line(rule), ...cells.map(line)].join('\n');
}
