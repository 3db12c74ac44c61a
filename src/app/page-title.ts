import { useEffect } from 'react';

/** Sets the document's title as long as the page shows. */
export function usePageTitle(title: string | null): void {
  useEffect(() => {
    document.title = title === null ? 'Edgewise' : `${title} - Edgewise`;
  }, [title]);
}
