import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { counted } from '#ui/format.ts';
import { useShortcuts } from '#ui/use-shortcuts.ts';
import { filterProblems, type ListFilter, NO_FILTER, type ProblemStates, topicsOf } from './list-filter.ts';
import { ListFilters } from './list-filters.tsx';
import { usePageTitle } from './page-title.ts';
import { ProblemTable } from './problem-table.tsx';
import { useLog, useServices } from './services.ts';

/** The filter outlives the page, so that coming back from a problem finds the list as it was left. */
let lastFilter: ListFilter = NO_FILTER;

export function ProblemListPage() {
  usePageTitle(null);
  const { problems } = useServices().catalog;
  const states = useProblemStates();
  const [filter, setFilter] = useState(lastFilter);
  const search = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const shown = filterProblems(problems, states, filter);
  const solved = problems.filter(({ id }) => states[id] === 'solved').length;

  const change = (next: ListFilter) => {
    lastFilter = next;
    setFilter(next);
  };
  useShortcuts([{ chord: '/', action: () => search.current?.focus() }]);

  /** Arrow keys go from row to row, and from the search field into the list. */
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.target instanceof HTMLSelectElement || page.current === null) return;
    const links = [...page.current.querySelectorAll<HTMLElement>('tbody a')];
    const focused = document.activeElement;
    const at = focused instanceof HTMLElement ? links.indexOf(focused) : -1;
    const target = at + step < 0 ? search.current : links[at + step];
    if (target === undefined || target === null) return;
    event.preventDefault();
    target.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only adds arrow keys to the links inside
    <div className="list-page" ref={page} onKeyDown={onKeyDown}>
      <div className="list-page__head">
        <h1>Problems</h1>
        <p className="quiet">
          {solved} of {problems.length} solved
        </p>
      </div>
      <ListFilters ref={search} filter={filter} topics={topicsOf(problems)} onChange={change} />
      <p className="visually-hidden" role="status">
        {counted(shown.length, 'problem')} shown
      </p>
      {shown.length > 0 ? (
        <ProblemTable problems={shown} states={states} />
      ) : (
        <div className="list-page__none">
          <p>No problem matches.</p>
          <Button onClick={() => change(NO_FILTER)}>Clear the filter</Button>
        </div>
      )}
    </div>
  );
}

function useProblemStates(): ProblemStates {
  const log = useLog();
  const [states, setStates] = useState<ProblemStates>({});
  useEffect(() => {
    if (log === null) return;
    let gone = false;
    const refresh = () =>
      void log.states().then((next) => {
        if (!gone) setStates(next);
      });
    refresh();
    // Another tab may have solved something meanwhile.
    window.addEventListener('focus', refresh);
    return () => {
      gone = true;
      window.removeEventListener('focus', refresh);
    };
  }, [log]);
  return states;
}
