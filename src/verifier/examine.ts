import { loadPackage } from '#catalog/build/load.ts';
import { messageOf } from '#domain/message-of.ts';
import type { Parts } from './exam.ts';
import type { Memory } from './memory.ts';
import { complaintsOf, type Verification } from './verification.ts';
import { tableDetails, tableRow } from './verification-table.ts';
import { verifyPackage } from './verify.ts';

/** What came of examining one folder. */
export type Finding =
  | { readonly kind: 'verified'; readonly verification: Verification }
  | { readonly kind: 'broken'; readonly id: string; readonly complaints: readonly string[] };

/** Reads a problem's folder and proves what it asserts. Rejects when Python cannot start. */
export async function examine(
  problemsDir: string,
  id: string,
  parts: Parts,
  onProgress: (line: string) => void,
  memory?: Memory,
): Promise<Finding> {
  const parsed = await loadPackage(problemsDir, id);
  if (parsed.kind === 'broken') return { kind: 'broken', id, complaints: parsed.complaints };
  try {
    return { kind: 'verified', verification: await verifyPackage(parsed.package, parts, onProgress, memory) };
  } catch (error) {
    // Without Python nothing can be said about any problem.
    if (parts.runner.state().kind === 'failed') throw error;
    return { kind: 'broken', id, complaints: [messageOf(error)] };
  }
}

export function isSound(finding: Finding): boolean {
  return finding.kind === 'verified' && complaintsOf(finding.verification).length === 0;
}

/** The row of the table. */
export function findingRow(finding: Finding, ids: readonly string[], verbose: boolean): string {
  if (finding.kind === 'verified') return tableRow(finding.verification, ids, verbose);
  return `${finding.id}  cannot be verified, see below`;
}

/** Everything that stands below the table; empty when there is nothing to say. */
export function findingDetails(findings: readonly Finding[]): string {
  const verifications = findings.flatMap((finding) => (finding.kind === 'verified' ? [finding.verification] : []));
  const broken = findings.flatMap((finding) =>
    finding.kind === 'broken' ? [`\n${finding.id}`, ...finding.complaints.map((complaint) => `  ${complaint}`)] : [],
  );
  return [...broken, tableDetails(verifications)].filter((text) => text !== '').join('\n');
}
