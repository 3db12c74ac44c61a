import { ChevronDown, ChevronUp } from 'lucide-react';
import { Link } from 'wouter';
import type { ProblemStates } from '#domain/plan.ts';
import type { ProblemSummary } from '#domain/problem.ts';
import { DifficultyMark, STRENGTH_MEANS } from '#ui/chip.tsx';
import { ProgressMark, type ProgressState } from '#ui/progress-mark.tsx';
import { historyPath, problemPath } from './commands.ts';
import { COLUMNS, type Column, type ListOrder, nextOrder } from './list-order.ts';

interface ProblemTableProps {
  readonly problems: readonly ProblemSummary[];
  readonly states: ProblemStates;
  readonly order: ListOrder | null;
  readonly onOrder: (order: ListOrder | null) => void;
}

export const COLUMN_TITLES: Readonly<Record<Column, string>> = {
  title: 'Title',
  topic: 'Topic',
  difficulty: 'Difficulty',
  state: 'State',
  cases: 'Cases',
  edges: 'Edge classes',
  strength: 'Test strength',
};

const NUMBERS: readonly Column[] = ['cases', 'edges', 'strength'];

export function ProblemTable({ problems, states, order, onOrder }: ProblemTableProps) {
  return (
    <table className="problems">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <ColumnHeader
              key={column}
              column={column}
              order={order}
              onPress={() => onOrder(nextOrder(order, column))}
            />
          ))}
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
              <StateOf id={id} state={states[id] ?? 'new'} />
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

/** Leads to the attempts, once there are any. */
function StateOf({ id, state }: { readonly id: string; readonly state: ProgressState }) {
  const mark = <ProgressMark state={state} />;
  if (state === 'new') return mark;
  return (
    <Link className="problems__history" href={historyPath(id)} title="All attempts at it">
      {mark}
    </Link>
  );
}

interface ColumnHeaderProps {
  readonly column: Column;
  readonly order: ListOrder | null;
  readonly onPress: () => void;
}

function ColumnHeader({ column, order, onPress }: ColumnHeaderProps) {
  const direction = order?.column === column ? order.direction : undefined;
  const Sign = direction === 'descending' ? ChevronDown : ChevronUp;
  return (
    <th
      scope="col"
      aria-sort={direction}
      className={NUMBERS.includes(column) ? 'problems__number' : undefined}
      title={column === 'strength' ? STRENGTH_MEANS : undefined}
    >
      <button type="button" className="problems__sort" onClick={onPress}>
        {COLUMN_TITLES[column]}
        <Sign size={12} aria-hidden data-on={direction !== undefined} />
      </button>
    </th>
  );
}
