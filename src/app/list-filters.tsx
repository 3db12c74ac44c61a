import { Search } from 'lucide-react';
import type { Ref } from 'react';
import type { AttemptState } from '#domain/attempt.ts';
import type { Difficulty } from '#domain/problem.ts';
import type { ListFilter } from './list-filter.ts';

interface ListFiltersProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly filter: ListFilter;
  readonly topics: readonly string[];
  readonly onChange: (filter: ListFilter) => void;
}

const DIFFICULTIES: readonly Difficulty[] = ['easy', 'medium', 'hard'];
const STATES: readonly AttemptState[] = ['new', 'attempted', 'solved'];

export function ListFilters({ ref, filter, topics, onChange }: ListFiltersProps) {
  return (
    <search className="filters">
      <span className="filters__search">
        <Search size={14} aria-hidden />
        <input
          ref={ref}
          type="search"
          aria-label="Filter problems"
          placeholder="Filter by title, topic or edge class"
          value={filter.text}
          onChange={(event) => onChange({ ...filter, text: event.target.value })}
        />
      </span>
      <Choice label="Topic" values={topics} value={filter.topic} onChange={(topic) => onChange({ ...filter, topic })} />
      <Choice
        label="Difficulty"
        values={DIFFICULTIES}
        value={filter.difficulty}
        onChange={(difficulty) => onChange({ ...filter, difficulty })}
      />
      <Choice label="State" values={STATES} value={filter.state} onChange={(state) => onChange({ ...filter, state })} />
    </search>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly values: readonly T[];
  readonly value: T | null;
  readonly onChange: (value: T | null) => void;
}

function Choice<T extends string>({ label, values, value, onChange }: ChoiceProps<T>) {
  return (
    <select
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(values.find((candidate) => candidate === event.target.value) ?? null)}
    >
      <option value="">{label}: any</option>
      {values.map((candidate) => (
        <option key={candidate} value={candidate}>
          {candidate}
        </option>
      ))}
    </select>
  );
}
