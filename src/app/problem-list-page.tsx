import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { counted } from '#ui/format.ts';
import { useShortcuts } from '#ui/use-shortcuts.ts';
import { useDueCount } from './due.ts';
import { navigate, useHashQuery } from './hash-location.ts';
import { edgeChoices, filterProblems, topicsOf } from './list-filter.ts';
import { ListFilters } from './list-filters.tsx';
import { sortProblems } from './list-order.ts';
import { type ListView, readView, writeView } from './list-view.ts';
import { usePageTitle } from './page-title.ts';
import { useProblemStates } from './problem-states.ts';
import { ProblemTable } from './problem-table.tsx';
import { useServices } from './services.ts';
import { walkRows } from './walk-rows.ts';

export function ProblemListPage() {
  usePageTitle(null);
  const { problems } = useServices().catalog;
  const states = useProblemStates() ?? {};
  const due = useDueCount();
  const [view, change] = useListView();
  const search = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const { filter, order } = view;
  const shown = sortProblems(filterProblems(problems, states, filter), states, order);
  const solved = problems.filter(({ id }) => states[id] === 'solved').length;
  useShortcuts([{ chord: '/', action: () => search.current?.focus() }]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only adds arrow keys to the links inside
    <div className="list-page" ref={page} onKeyDown={(event) => walkRows(event, page.current, search.current)}>
      <div className="list-page__head">
        <h1>Problems</h1>
        <p className="quiet">
          {solved} of {problems.length} solved
        </p>
        {Object.keys(states).length > 0 && <Link href="/history">History</Link>}
        {due > 0 && <Link href="/review">{counted(due, 'case')} due for review</Link>}
      </div>
      <ListFilters
        search={search}
        view={view}
        topics={topicsOf(problems)}
        edges={edgeChoices(problems, states, filter)}
        onChange={change}
      />
      <p className="visually-hidden" role="status">
        {counted(shown.length, 'problem')} shown
      </p>
      {shown.length > 0 ? (
        <ProblemTable
          problems={shown}
          states={states}
          order={order}
          onOrder={(next) => change({ ...view, order: next })}
        />
      ) : (
        <p className="list-page__none">No problem matches.</p>
      )}
    </div>
  );
}

/**
 * The view is the address's, so that reloading, Back and a bookmark find it again. It is kept here as well: a browser may
 * refuse to write an address that changes with every letter.
 */
function useListView(): [ListView, (view: ListView) => void] {
  const query = useHashQuery();
  const [view, setView] = useState(() => readView(query));
  const written = useRef(query);
  useEffect(() => {
    if (query === written.current) return;
    written.current = query;
    setView(readView(query));
  }, [query]);
  const change = (next: ListView) => {
    setView(next);
    const nextQuery = writeView(next);
    try {
      written.current = nextQuery;
      navigate(`/?${nextQuery}`, { replace: true });
    } catch {
      written.current = query;
    }
  };
  return [view, change];
}
