import type { Plan } from '#domain/plan.ts';
import { readYaml } from './read-yaml.ts';
import { plansSchema } from './schema.ts';

export type ParsedPlans =
  | { readonly kind: 'parsed'; readonly plans: readonly Plan[] }
  /** Each complaint is a plain sentence that names the file, the plan, and what to write instead. */
  | { readonly kind: 'broken'; readonly complaints: readonly string[] };

/** Reads `plans.yaml`. Pure. `problemIds` are the names of the problem folders. */
export function parsePlans(source: string, problemIds: ReadonlySet<string>): ParsedPlans {
  const written = readYaml('plans.yaml', source, plansSchema);
  if (written.kind === 'wrong') return { kind: 'broken', complaints: written.complaints };
  const complaints: string[] = [];
  const planIds = new Set<string>();
  for (const plan of written.content) {
    if (planIds.has(plan.id))
      complaints.push(`plans.yaml ("${plan.id}"): another plan has this id; give each its own.`);
    planIds.add(plan.id);
    complaints.push(...checkProblems(plan, problemIds));
  }
  return complaints.length > 0 ? { kind: 'broken', complaints } : { kind: 'parsed', plans: written.content };
}

function checkProblems(plan: Plan, problemIds: ReadonlySet<string>): string[] {
  const complaints: string[] = [];
  const weekOf = new Map<string, string>();
  for (const { title, problems } of plan.weeks) {
    const place = `plans.yaml ("${plan.id}", week "${title}")`;
    for (const id of problems) {
      const earlier = weekOf.get(id);
      if (!problemIds.has(id)) complaints.push(`${place}: there is no problem folder "${id}".`);
      if (earlier !== undefined) complaints.push(`${place}: "${id}" is already in the week "${earlier}".`);
      weekOf.set(id, title);
    }
  }
  return complaints;
}
