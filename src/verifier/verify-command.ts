/** `npm run problems -- verify`: several problems at once, and none twice that has not changed. */
import { availableParallelism } from 'node:os';
import { saveStrengths } from '#catalog/build/load.ts';
import type { CommandLine } from './command-line.ts';
import { forgetful, type Parts } from './exam.ts';
import { examine, type Finding, findingDetails, findingRow, isSound } from './examine.ts';
import { emptyMemory, noteCatchers } from './memory.ts';
import { openRecords, type Records } from './records.ts';
import { writeStrengthTable } from './strength-table.ts';
import { strengthPercent } from './verification.ts';
import { tableHead } from './verification-table.ts';

export interface VerifyOptions {
  /** Name every case that catches a wrong solution. */
  readonly verbose: boolean;
  /** Prove everything anew. */
  readonly fresh: boolean;
  /** Write the test strengths to the file that the app shows them from, and to the table in the README. */
  readonly record: boolean;
}

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
          const memory = emptyMemory();
          noteCatchers(memory, (await records.latest(id))?.submissions ?? []);
          finding = await examine(
            problemsDir,
            id,
            forgetful(parts),
            (line) => terminal.progress(`${id}: ${line}`),
            memory,
          );
          await records.keep(id, key, finding.kind === 'verified' && isSound(finding) ? finding.verification : null);
        }
        findings.push(finding);
        terminal.out(findingRow(finding, ids, verbose));
      }
    } finally {
      parts?.runner.dispose();
    }
  }
  const workers = Math.min(ids.length, availableParallelism());
  await Promise.all(Array.from({ length: workers }, work));

  const details = findingDetails(findings);
  if (details !== '') terminal.out(details);
  if (record) {
    await saveStrengths(problemsDir, strengthsOf(findings));
    await writeStrengthTable(problemsDir);
  }
  const sound = findings.every(isSound);
  terminal.out(`\n${sound ? 'Every problem is sound.' : 'Not every problem is sound.'}`);
  return sound ? 0 : 1;
}

async function fromRecords(records: Records, id: string, key: string): Promise<Finding | null> {
  const verification = await records.find(id, key);
  return verification === null ? null : { kind: 'verified', verification };
}

function strengthsOf(findings: readonly Finding[]): Record<string, number> {
  return Object.fromEntries(
    findings.flatMap((finding) =>
      finding.kind === 'verified'
        ? [[finding.verification.id, strengthPercent(finding.verification.strength)] as const]
        : [],
    ),
  );
}
