import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type LoadChecker, localJudge } from '#grading/judge.ts';
import type { Checker } from '#judge/judge.ts';
import { createNodeRunner } from '#runner/node.ts';
import { forgetful, type Parts } from './exam.ts';

/** A runner, judge and grader under Node. Python starts booting at once; `runner.dispose()` ends it. */
export async function openParts(problemsDir: string): Promise<Parts> {
  const runner = await createNodeRunner();
  runner.boot();
  return forgetful({ runner, judge: localJudge(checkerLoader(problemsDir)) });
}

/** Loads `check` of a problem's `checker.ts`, once for each version of it; undefined where there is none. */
function checkerLoader(problemsDir: string): LoadChecker {
  const loaded = new Map<string, Promise<Checker | undefined>>();
  return (id) => {
    const path = join(problemsDir, id, 'checker.ts');
    const saved = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (saved === undefined) return Promise.resolve(undefined);
    const url = `${pathToFileURL(path).href}?saved=${saved}`;
    const known = loaded.get(url) ?? loadChecker(path, url);
    loaded.set(url, known);
    return known;
  };
}

async function loadChecker(path: string, url: string): Promise<Checker | undefined> {
  const module: { readonly check?: Checker } = await import(url);
  if (typeof module.check !== 'function') throw new Error(`${path} does not export a function named check.`);
  return module.check;
}
