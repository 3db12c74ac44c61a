import { useId } from 'react';
import { Link } from 'wouter';
import { edgesTrained, type PlanWeek, type ProblemStates, type Progress } from '#domain/plan.ts';
import type { ProblemSummary } from '#domain/problem.ts';
import { DifficultyMark, STRENGTH_MEANS } from '#ui/chip.tsx';
import { ProgressMark } from '#ui/progress-mark.tsx';
import { problemPath } from './commands.ts';
import { EdgeLinks } from './edge-links.tsx';
import { ProgressBar } from './progress-bar.tsx';

interface PlanWeekSectionProps {
  readonly planId: string;
  readonly week: PlanWeek;
  readonly progress: Progress;
  /** The problem to solve next, in whichever week it is. */
  readonly next: string | null;
  readonly states: ProblemStates;
  /** All problems there are. */
  readonly bank: readonly ProblemSummary[];
}

export function PlanWeekSection({ planId, week, progress, next, states, bank }: PlanWeekSectionProps) {
  const headingId = useId();
  const problems = week.problems.flatMap((id) => bank.find((problem) => problem.id === id) ?? []);
  return (
    <section className="week" aria-labelledby={headingId}>
      <div className="week__head">
        <h2 id={headingId}>{week.title}</h2>
        <ProgressBar label={week.title} {...progress} />
      </div>
      <p className="week__why">{week.why}</p>
      <table className="problems week__problems" aria-labelledby={headingId}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Title</th>
            <th scope="col">Difficulty</th>
            <th scope="col">State</th>
            <th scope="col">Test strength</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ id, title, difficulty, strength }) => (
            <tr key={id} aria-current={id === next ? 'step' : undefined}>
              <th scope="row">
                <Link href={problemPath(id, planId)}>{title}</Link>
              </th>
              <td>
                <DifficultyMark difficulty={difficulty} />
              </td>
              <td>
                <ProgressMark state={states[id] ?? 'new'} />
              </td>
              <td className="week__strength" title={STRENGTH_MEANS}>
                {strength !== undefined && `strength ${strength}%`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <EdgeLinks edges={edgesTrained(problems, bank)} />
    </section>
  );
}
