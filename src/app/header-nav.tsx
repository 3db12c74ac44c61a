import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useDueCount, useFreshQueue } from './due.ts';
import { useHashQuery } from './hash-location.ts';
import { useServices } from './services.ts';

export function HeaderNav() {
  const [location] = useLocation();
  const { plans } = useServices();
  const listPath = useListPath();
  const due = useDueCount();
  useFreshQueue();
  const current = (is: boolean) => (is ? 'page' : undefined);
  return (
    <nav className="header__nav" aria-label="Main">
      <Link href={listPath} aria-current={current(location === '/')}>
        Problems
      </Link>
      <Link href="/review" aria-current={current(/^\/review(\/|$)/.test(location))}>
        Review
        {due > 0 && (
          <span className="header__due">
            {due}
            <span className="visually-hidden"> due</span>
          </span>
        )}
      </Link>
      <Link href="/history" aria-current={current(location === '/history')}>
        History
      </Link>
      {plans.length > 0 && (
        <Link href="/plan" aria-current={current(/^\/plan(\/|$)/.test(location))}>
          Plan
        </Link>
      )}
      <Link href="/data" aria-current={current(location === '/data')}>
        Data
      </Link>
    </nav>
  );
}

/** From elsewhere, the list as it was left; on the list itself, the list as it is at first. */
function useListPath(): string {
  const [location] = useLocation();
  const query = useHashQuery();
  const [left, setLeft] = useState('');
  const onList = location === '/';
  useEffect(() => {
    if (onList) setLeft(query);
  }, [onList, query]);
  return onList || left === '' ? '/' : `/?${left}`;
}
