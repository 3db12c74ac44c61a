import { type KeyboardEvent, type Ref, useId, useState } from 'react';
import { findEdges } from './predictions-search.ts';

interface EdgeComboboxProps {
  readonly edgeClasses: Readonly<Record<string, string>>;
  /** What is typed; an edge class as soon as it is one's name. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** An edge class was chosen from the list. */
  readonly onChoose: (edge: string) => void;
  readonly inputRef: Ref<HTMLInputElement>;
}

/** Finds an edge class by typing, among those of all problems: a shorter list would give the suite away. */
export function EdgeCombobox({ edgeClasses, value, onChange, onChoose, inputRef }: EdgeComboboxProps) {
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const id = useId();
  const found = findEdges(edgeClasses, value);
  const current = found[active];
  const optionId = (edge: string) => `${id}-${edge}`;

  const choose = (edge: string) => {
    setOpen(false);
    onChoose(edge);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      if (!open) setOpen(true);
      else if (found.length > 0) setActive((active + step + found.length) % found.length);
    } else if (event.key === 'Enter' && open && current !== undefined) {
      event.preventDefault();
      choose(current);
    } else if (event.key === 'Escape' && open) {
      // Escape means something to the workbench as well.
      event.stopPropagation();
      setOpen(false);
    }
  };

  return (
    <div className="edge-box">
      <label htmlFor={`${id}-input`}>Edge class</label>
      <input
        ref={inputRef}
        id={`${id}-input`}
        type="text"
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && current !== undefined ? optionId(current) : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder="Type: ties, empty, nan"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div className="edge-box__list" id={`${id}-list`} role="listbox" aria-label="Edge classes" hidden={!open}>
        {found.map((edge, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above has the keys
          <div
            key={edge}
            id={optionId(edge)}
            ref={(element) => {
              if (open && index === active) element?.scrollIntoView({ block: 'nearest' });
            }}
            className="edge-box__option"
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            // The input keeps the focus, or its blur would close the list before the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(edge)}
          >
            <strong>{edge}</strong>
            <span>{edgeClasses[edge]}</span>
          </div>
        ))}
        {found.length === 0 && <p className="edge-box__none">No edge class is called that. Try another word.</p>}
      </div>
    </div>
  );
}
