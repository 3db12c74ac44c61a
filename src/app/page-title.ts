import { useEffect } from 'react';
import { useDueCount } from './due.ts';

/** Sets the document's title as long as the page shows; in front of it, how many cases are due for review. */
export function usePageTitle(title: string | null): void {
  const due = useDueCount();
  useEffect(() => {
    const name = title === null ? 'Edgewise' : `${title} - Edgewise`;
    document.title = due > 0 ? `(${due}) ${name}` : name;
  }, [title, due]);
}
