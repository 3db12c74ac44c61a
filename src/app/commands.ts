import { type Plan, problemsOf } from '#domain/plan.ts';
import type { ProblemSummary } from '#domain/problem.ts';
import type { Command } from '#ui/command.ts';
import { counted } from '#ui/format.ts';

/** Commands whose title or detail contain every word of the query, those that start with it first. */
export function findCommands(commands: readonly Command[], query: string): readonly Command[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const first = words[0];
  if (first === undefined) return commands;
  const matching = commands.filter(({ title, detail = '' }) => {
    const text = `${title} ${detail}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const startsWith = (command: Command) => (command.title.toLowerCase().startsWith(first) ? 0 : 1);
  return matching.toSorted((a, b) => startsWith(a) - startsWith(b));
}

export function problemCommands(problems: readonly ProblemSummary[], open: (path: string) => void): readonly Command[] {
  return problems.map(({ id, title, difficulty, topics }) => ({
    id: `problem:${id}`,
    title,
    detail: `${difficulty}, ${topics.join(', ')}`,
    perform: () => open(problemPath(id)),
  }));
}

export function planCommands(plans: readonly Plan[], open: (path: string) => void): readonly Command[] {
  return plans.map((plan) => ({
    id: `plan:${plan.id}`,
    title: `Plan: ${plan.title}`,
    detail: planSize(plan),
    perform: () => open(planPath(plan.id)),
  }));
}

/** `8 problems in 2 weeks`. */
export function planSize(plan: Plan): string {
  return `${counted(problemsOf(plan).length, 'problem')} in ${counted(plan.weeks.length, 'week')}`;
}

/** With a plan, the problem that comes next there is the plan's. */
export function problemPath(id: string, planId: string | null = null): string {
  return `/problems/${encodeURIComponent(id)}${planId === null ? '' : `?plan=${encodeURIComponent(planId)}`}`;
}

/** All attempts at a problem. */
export function historyPath(id: string): string {
  return `/problems/${encodeURIComponent(id)}/history`;
}

export function planPath(id: string): string {
  return `/plan/${encodeURIComponent(id)}`;
}
