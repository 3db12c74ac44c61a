/** `npm run problems -- verify`: several problems at once, and none twice that has not changed. */
import { availableParallelism } from 'node:os';
import { loadPackage, saveStrengths } from '#catalog/build/load.ts';
import type { CommandLine } from './command-line.ts';
import type { Parts } from './exam.ts';
import { openRecords, type Records } from './records.ts';
import { complaintsOf, strengthPercent, type Verification } from './verification.ts';
import { tableDetails, tableHead, tableRow } from './verification-table.ts';
import { verifyPackage } from './verify.ts';

export interface VerifyOptions {
  /** Name every case that catches a wrong solution. */
  readonly verbose: boolean;
  /** Prove everything anew. */
  readonly fresh: boolean;
  /** Write the test strengths to the file that the app shows them from. */
  readonly record: boolean;
}

type Finding =
  | { readonly kind: 'verified'; readonly verification: Verification }
  | { readonly kind: 'broken'; readonly id: string; readonly complaints: readonly string[] };

/** Verifies these problems and prints the table. Returns the exit status; rejects when Python cannot start. */
export async function verify(
  ids: readonly string[],
  { verbose, fresh, record }: VerifyOptions,
  { problemsDir, terminal, openParts }: CommandLine,
): Promise<number> {
  const records = await openRecords(problemsDir);
  const waiting = [...ids];
  const findings: Finding[] = [];
  terminal.out(tableHead(ids));

  async function work(): Promise<void> {
    let parts: Parts | null = null;
    try {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
        // Before the work: an edit during it must not be taken for verified.
        const key = await records.keyOf(id);
        let finding = fresh ? null : await fromRecords(records, id, key);
        if (finding === null) {
          parts ??= await openParts();
          finding = await examine(problemsDir, id, parts, (line) => terminal.progress(`${id}: ${line}`));
          await records.keep(id, key, finding.kind === 'verified' && isSound(finding) ? finding.verification : null);
        }
        findings.push(finding);
        terminal.out(
          finding.kind === 'verified'
            ? tableRow(finding.verification, ids, verbose)
            : `${id}  cannot be verified, see below`,
        );
      }
    } finally {
      parts?.runner.dispose();
    }
  }
  const workers = Math.min(ids.length, availableParallelism());
  await Promise.all(Array.from({ length: workers }, work));

  const verifications = findings.flatMap((finding) => (finding.kind === 'verified' ? [finding.verification] : []));
  const broken = findings.flatMap((finding) =>
    finding.kind === 'broken' ? [`\n${finding.id}`, ...finding.complaints.map((complaint) => `  ${complaint}`)] : [],
  );
  const details = [...broken, tableDetails(verifications)].filter((text) => text !== '');
  if (details.length > 0) terminal.out(details.join('\n'));
  if (record) await saveStrengths(problemsDir, strengthsOf(verifications));
  const sound = findings.every(isSound);
  terminal.out(`\n${sound ? 'Every problem is sound.' : 'Not every problem is sound.'}`);
  return sound ? 0 : 1;
}

async function fromRecords(records: Records, id: string, key: string): Promise<Finding | null> {
  const verification = await records.find(id, key);
  return verification === null ? null : { kind: 'verified', verification };
}

async function examine(
  problemsDir: string,
  id: string,
  parts: Parts,
  onProgress: (line: string) => void,
): Promise<Finding> {
  const parsed = await loadPackage(problemsDir, id);
  if (parsed.kind === 'broken') return { kind: 'broken', id, complaints: parsed.complaints };
  try {
    return { kind: 'verified', verification: await verifyPackage(parsed.package, parts, onProgress) };
  } catch (error) {
    // Without Python nothing can be said about any problem.
    if (parts.runner.state().kind === 'failed') throw error;
    return { kind: 'broken', id, complaints: [error instanceof Error ? error.message : String(error)] };
  }
}

function isSound(finding: Finding): boolean {
  return finding.kind === 'verified' && complaintsOf(finding.verification).length === 0;
}

function strengthsOf(verifications: readonly Verification[]): Record<string, number> {
  return Object.fromEntries(verifications.map(({ id, strength }) => [id, strengthPercent(strength)]));
}
