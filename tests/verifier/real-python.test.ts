import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadPackage } from '#catalog/build/load.ts';
import { runCommand } from '#verifier/command-line.ts';
import type { Parts } from '#verifier/exam.ts';
import { openParts } from '#verifier/open-parts.ts';
import { complaintsOf } from '#verifier/verification.ts';
import { verifyPackage } from '#verifier/verify.ts';

let folder: string;
let parts: Parts;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'problems-'));
  const problems = fileURLToPath(new URL('../../problems/', import.meta.url));
  await cp(join(problems, 'edge-classes.yaml'), join(folder, 'edge-classes.yaml'));
  const silent = () => undefined;
  await runCommand(['new', 'moving-sum'], {
    folder,
    problemsDir: folder,
    terminal: { out: silent, err: silent, progress: silent },
    openParts: () => openParts(folder),
  });
  parts = await openParts(folder);
});
afterAll(async () => {
  parts.runner.dispose();
  await rm(folder, { recursive: true });
});

test('a new problem is sound as it stands, and its suite notices every fault put into the reference', async () => {
  const parsed = await loadPackage(folder, 'moving-sum');
  if (parsed.kind === 'broken') throw new Error(parsed.complaints.join('\n'));
  const verification = await verifyPackage(parsed.package, parts);
  expect(complaintsOf(verification)).toEqual([]);
  expect(verification.strength.made).toBeGreaterThan(5);
  expect(verification.strength.survivors).toEqual([]);
});
