import { Search } from 'lucide-react';
import type { RefObject } from 'react';
import type { EdgeCount } from '#domain/plan.ts';
import { Button } from '#ui/button.tsx';
import { DIFFICULTIES, isFiltered, type ListFilter, NO_FILTER, STATES } from './list-filter.ts';
import { COLUMNS, type ListOrder } from './list-order.ts';
import type { ListView } from './list-view.ts';
import { COLUMN_TITLES } from './problem-table.tsx';

interface ListFiltersProps {
  readonly search: RefObject<HTMLInputElement | null>;
  readonly view: ListView;
  readonly topics: readonly string[];
  readonly edges: readonly EdgeCount[];
  readonly onChange: (view: ListView) => void;
}

export function ListFilters({ search, view, topics, edges, onChange }: ListFiltersProps) {
  const { filter } = view;
  const change = (part: Partial<ListFilter>) => onChange({ ...view, filter: { ...filter, ...part } });
  return (
    <search className="filters">
      <span className="filters__search">
        <Search size={14} aria-hidden />
        <input
          ref={search}
          type="search"
          aria-label="Filter problems"
          placeholder="Filter by title, topic or edge class"
          value={filter.text}
          onChange={(event) => change({ text: event.target.value })}
        />
      </span>
      <Choice label="Topic" choices={topics} value={filter.topic} onChange={(topic) => change({ topic })} />
      <Choice
        label="Difficulty"
        choices={DIFFICULTIES}
        value={filter.difficulty}
        onChange={(difficulty) => change({ difficulty })}
      />
      <Choice
        label="Edge class"
        choices={edges.map(({ edge }) => edge)}
        titleOf={(edge) => `${edge} (${edges.find((choice) => choice.edge === edge)?.count ?? 0})`}
        value={filter.edge}
        onChange={(edge) => change({ edge })}
      />
      <Choice label="State" choices={STATES} value={filter.state} onChange={(state) => change({ state })} />
      <OrderChoice order={view.order} onChange={(order) => onChange({ ...view, order })} />
      {isFiltered(filter) && (
        <Button
          tone="quiet"
          onClick={() => {
            change(NO_FILTER);
            // The button goes away, and the focus must not go with it.
            search.current?.focus();
          }}
        >
          Clear filters
        </Button>
      )}
    </search>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly choices: readonly T[];
  readonly titleOf?: (choice: T) => string;
  readonly value: T | null;
  readonly onChange: (value: T | null) => void;
}

function Choice<T extends string>({ label, choices, titleOf = (choice) => choice, value, onChange }: ChoiceProps<T>) {
  return (
    <select
      aria-label={label}
      value={value ?? ''}
      data-chosen={value !== null}
      onChange={(event) => onChange(choices.find((choice) => choice === event.target.value) ?? null)}
    >
      <option value="">{label}: any</option>
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {titleOf(choice)}
        </option>
      ))}
    </select>
  );
}

interface OrderChoiceProps {
  readonly order: ListOrder | null;
  readonly onChange: (order: ListOrder | null) => void;
}

const ORDERS: readonly ListOrder[] = COLUMNS.flatMap((column) => [
  { column, direction: 'ascending' },
  { column, direction: 'descending' },
]);
const orderName = ({ column, direction }: ListOrder) => `${column} ${direction}`;

/** For narrow windows, where the table has no headers to press. */
function OrderChoice({ order, onChange }: OrderChoiceProps) {
  return (
    <select
      className="filters__order"
      aria-label="Sort"
      value={order === null ? '' : orderName(order)}
      onChange={(event) => onChange(ORDERS.find((one) => orderName(one) === event.target.value) ?? null)}
    >
      <option value="">Sort: by topic</option>
      {ORDERS.map((one) => (
        <option key={orderName(one)} value={orderName(one)}>
          {COLUMN_TITLES[one.column]}, {one.direction}
        </option>
      ))}
    </select>
  );
}
