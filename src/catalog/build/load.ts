/** Reads the problems folder from disk (Node). */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import type { RubricItem } from '#domain/rubric.ts';
import type { EdgeNames, Parsed } from '../package.ts';
import { parseEdgeClasses, parsePackage } from '../parse.ts';
import { type ParsedPlans, parsePlans } from '../parse-plans.ts';
import { parseRubric } from '../parse-rubric.ts';
import { renderMarkdown } from './markdown.ts';

/** Names of the problem folders, sorted. */
export async function listProblemIds(problemsDir: string): Promise<string[]> {
  const entries = await readdir(problemsDir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !isIgnored(entry.name))
    .map(({ name }) => name)
    .sort();
}

/** What all problems share. */
export interface Shared {
  readonly edgeNames: EdgeNames;
  readonly rubric: readonly RubricItem[];
}

/** Reads what all problems share; rejects with an Error that names the place when a file of it is wrong. */
export async function loadShared(problemsDir: string): Promise<Shared> {
  const [edgeNames, rubric] = await Promise.all([loadEdgeClasses(problemsDir), loadRubric(problemsDir)]);
  return { edgeNames, rubric };
}

/** Reads one folder; rejects when there is no such folder. */
export async function loadPackage(problemsDir: string, id: string, shared?: Shared): Promise<Parsed> {
  const { edgeNames, rubric } = shared ?? (await loadShared(problemsDir));
  const rubricItems = new Set(rubric.map((item) => item.id));
  return parsePackage(id, await readFolder(join(problemsDir, id)), { edgeNames, rubricItems, renderMarkdown });
}

/** Reads `edge-classes.yaml`; rejects with an Error that names the place when it is wrong. */
export async function loadEdgeClasses(problemsDir: string): Promise<EdgeNames> {
  return parseEdgeClasses(await readFile(join(problemsDir, 'edge-classes.yaml'), 'utf8'));
}

/** Reads `rubric.yaml`; the rubric is empty where there is no such file. */
async function loadRubric(problemsDir: string): Promise<readonly RubricItem[]> {
  try {
    return parseRubric(await readFile(join(problemsDir, 'rubric.yaml'), 'utf8'));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Reads `plans.yaml`; there are no plans where there is no such file. */
export async function loadPlans(problemsDir: string): Promise<ParsedPlans> {
  try {
    const source = await readFile(join(problemsDir, 'plans.yaml'), 'utf8');
    return parsePlans(source, new Set(await listProblemIds(problemsDir)));
  } catch (error) {
    if (isMissing(error)) return { kind: 'parsed', plans: [] };
    throw error;
  }
}

/** Test strengths in whole percent, as the verifier recorded them; a problem that it has not recorded is missing. */
export async function loadStrengths(problemsDir: string): Promise<Readonly<Record<string, number>>> {
  try {
    return strengthsSchema.parse(JSON.parse(await readFile(strengthsPath(problemsDir), 'utf8')));
  } catch (error) {
    if (isMissing(error)) return {};
    throw error;
  }
}

/** Records strengths beside those of the other problems, in a file that reads well in a diff. */
export async function saveStrengths(problemsDir: string, found: Readonly<Record<string, number>>): Promise<void> {
  const known = new Set(await listProblemIds(problemsDir));
  const all = Object.entries({ ...(await loadStrengths(problemsDir)), ...found }).filter(([id]) => known.has(id));
  const sorted = Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeFile(strengthsPath(problemsDir), `${JSON.stringify(sorted, null, 2)}\n`);
}

const strengthsSchema = z.record(z.string(), z.number().int().min(0).max(100));

const strengthsPath = (problemsDir: string): string => join(problemsDir, 'strengths.json');

/** Every file below the folder: path with forward slashes to content. */
async function readFolder(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep))
    .filter((steps) => !steps.some(isIgnored))
    .map((steps) => steps.join('/'))
    .sort();
  const contents = await Promise.all(
    paths.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const),
  );
  return Object.fromEntries(contents);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function isIgnored(name: string): boolean {
  return name.startsWith('.') || name === '__pycache__';
}
