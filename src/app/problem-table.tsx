import { Link } from 'wouter';
import type { ProblemSummary } from '#domain/problem.ts';
import { DifficultyMark, STRENGTH_MEANS } from '#ui/chip.tsx';
import { ProgressMark } from '#ui/progress-mark.tsx';
import { problemPath } from './commands.ts';
import type { ProblemStates } from './list-filter.ts';

interface ProblemTableProps {
  readonly problems: readonly ProblemSummary[];
  readonly states: ProblemStates;
}

export function ProblemTable({ problems, states }: ProblemTableProps) {
  return (
    <table className="problems">
      <thead>
        <tr>
          <th scope="col">Title</th>
          <th scope="col">Topic</th>
          <th scope="col">Difficulty</th>
          <th scope="col">State</th>
          <th scope="col" className="problems__number">
            Cases
          </th>
          <th scope="col" className="problems__number">
            Edge classes
          </th>
          <th scope="col" className="problems__number" title={STRENGTH_MEANS}>
            Test strength
          </th>
        </tr>
      </thead>
      <tbody>
        {problems.map(({ id, title, topics, difficulty, caseCount, edges, strength }) => (
          <tr key={id}>
            <th scope="row">
              <Link href={problemPath(id)}>{title}</Link>
            </th>
            <td className="problems__topics">{topics.join(', ')}</td>
            <td>
              <DifficultyMark difficulty={difficulty} />
            </td>
            <td>
              <ProgressMark state={states[id] ?? 'new'} />
            </td>
            <td className="problems__number">{caseCount}</td>
            <td className="problems__number">{edges.length}</td>
            <td className="problems__number">{strength === undefined ? '' : `${strength}%`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
