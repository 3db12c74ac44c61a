import type { KeyboardEvent } from 'react';

/** Arrow keys go from row to row of the tables below `page`, and back up from the first row to `above`. */
export function walkRows(event: KeyboardEvent, page: HTMLElement | null, above: HTMLElement | null = null): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.target instanceof HTMLSelectElement || page === null) return;
  const links = [...page.querySelectorAll<HTMLElement>('tbody th a')];
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement ? links.indexOf(focused) : -1;
  const target = at + step < 0 ? above : links[at + step];
  if (target === undefined || target === null) return;
  event.preventDefault();
  target.focus();
}
