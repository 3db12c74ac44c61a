/** What the list shows, as it stands in its address: `q=auc&difficulty=medium&sort=-strength`. */
import { DIFFICULTIES, type ListFilter, STATES } from './list-filter.ts';
import { COLUMNS, type ListOrder } from './list-order.ts';

export interface ListView {
  readonly filter: ListFilter;
  /** Null: as the catalogue has them. */
  readonly order: ListOrder | null;
}

/** Never throws: what cannot be read counts as not chosen. */
export function readView(query: string): ListView {
  const written = new URLSearchParams(query);
  const one = <T extends string>(name: string, values: readonly T[]): T | null =>
    values.find((value) => value === written.get(name)) ?? null;
  const sort = written.get('sort') ?? '';
  const column = COLUMNS.find((name) => name === sort.replace(/^-/, ''));
  return {
    filter: {
      text: written.get('q') ?? '',
      topic: written.get('topic') || null,
      difficulty: one('difficulty', DIFFICULTIES),
      edge: written.get('edge') || null,
      state: one('state', STATES),
    },
    order: column === undefined ? null : { column, direction: sort.startsWith('-') ? 'descending' : 'ascending' },
  };
}

/** Without a `?`; empty where nothing is chosen. */
export function writeView({ filter, order }: ListView): string {
  const { text, topic, difficulty, edge, state } = filter;
  const sort = order === null ? '' : `${order.direction === 'descending' ? '-' : ''}${order.column}`;
  const chosen = Object.entries({ q: text, topic, difficulty, edge, state, sort });
  return new URLSearchParams(chosen.flatMap(([name, value]) => (value ? [[name, value]] : []))).toString();
}
