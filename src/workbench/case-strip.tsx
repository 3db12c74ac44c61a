import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Case } from '#domain/problem.ts';
import { type MarkStatus, VerdictMark } from '#ui/verdict-mark.tsx';
import { type EdgeGroup, type Results, statusOf } from './board.ts';
import type { RunState } from './run-state.ts';

interface CaseStripProps {
  readonly cases: readonly Case[];
  readonly groups: readonly EdgeGroup[];
  readonly edgeClasses: Readonly<Record<string, string>>;
  readonly results: Results;
  readonly run: RunState;
  readonly selected: number | null;
  readonly onSelect: (index: number) => void;
}

/** One square a case, grouped by edge class. One tab stop; arrow keys move the selection. */
export function CaseStrip({ cases, groups, edgeClasses, results, run, selected, onSelect }: CaseStripProps) {
  const strip = useRef<HTMLDivElement>(null);
  const order = groups.flatMap((group) => group.cases);
  const tabStop = selected !== null && order.includes(selected) ? selected : order[0];

  useEffect(() => {
    if (strip.current?.contains(document.activeElement)) {
      strip.current.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    }
  }, [selected]);

  const onKeyDown = (event: KeyboardEvent) => {
    const at = order.indexOf(tabStop ?? -1);
    const next = order[keyTarget(event.key, at, order.length)];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next);
  };

  return (
    <div
      ref={strip}
      className="strip"
      role="listbox"
      aria-label="Cases"
      aria-orientation="horizontal"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand inside a listbox
        <div
          key={group.edge}
          className="strip__group"
          role="group"
          aria-label={group.edge}
          title={edgeClasses[group.edge]}
        >
          <span className="strip__edge" aria-hidden>
            {group.edge}
          </span>
          <span className="strip__squares">
            {group.cases.map((index) => (
              <Square
                key={index}
                name={cases[index]?.name ?? ''}
                edge={group.edge}
                status={statusOf(index, results, run)}
                selected={index === selected}
                tabStop={index === tabStop}
                onSelect={() => onSelect(index)}
              />
            ))}
          </span>
        </div>
      ))}
    </div>
  );
}

interface SquareProps {
  readonly name: string;
  readonly edge: string;
  readonly status: MarkStatus;
  readonly selected: boolean;
  readonly tabStop: boolean;
  readonly onSelect: () => void;
}

function Square({ name, edge, status, selected, tabStop, onSelect }: SquareProps) {
  return (
    <button
      type="button"
      role="option"
      className="strip__square"
      aria-selected={selected}
      aria-label={`${edge}: ${name}, ${status}`}
      title={`${name}: ${status}`}
      tabIndex={tabStop ? 0 : -1}
      onClick={onSelect}
    >
      <VerdictMark status={status} />
    </button>
  );
}

/** Where an arrow key leads from position `at`; -1 for keys that are none of ours. */
export function keyTarget(key: string, at: number, count: number): number {
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(at + 1, count - 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : -1;
}
