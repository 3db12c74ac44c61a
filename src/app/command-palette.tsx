import { type KeyboardEvent, useId, useState } from 'react';
import type { Command } from '#ui/command.ts';
import { Kbd } from '#ui/kbd.tsx';
import { Modal } from '#ui/modal.tsx';
import { findCommands } from './commands.ts';

interface CommandPaletteProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly commands: readonly Command[];
}

/** Finds a problem or a command by typing. */
export function CommandPalette({ open, onOpenChange, commands }: CommandPaletteProps) {
  return (
    <Modal open={open} onOpenChange={onOpenChange} title="Find a problem or a command" bare>
      <Finder commands={commands} onDone={() => onOpenChange(false)} />
    </Modal>
  );
}

function Finder({ commands, onDone }: { readonly commands: readonly Command[]; readonly onDone: () => void }) {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const found = findCommands(commands, query);
  const optionId = (command: Command) => `${listId}-${command.id}`;
  const current = found[active];

  const perform = (command: Command) => {
    onDone();
    command.perform();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setActive((active + step + found.length) % found.length);
    } else if (event.key === 'Enter' && current !== undefined) {
      event.preventDefault();
      perform(current);
    }
  };

  return (
    <div className="palette">
      <input
        className="palette__input"
        type="text"
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-label="Find a problem or a command"
        aria-activedescendant={current === undefined ? undefined : optionId(current)}
        placeholder="Find a problem or a command"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="palette__list" id={listId} role="listbox" aria-label="Results">
        {found.map((command, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above has the keys
          <div
            key={command.id}
            id={optionId(command)}
            ref={(element) => {
              if (index === active) element?.scrollIntoView({ block: 'nearest' });
            }}
            className="palette__item"
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onClick={() => perform(command)}
            onMouseMove={() => setActive(index)}
          >
            <span>{command.title}</span>
            <span className="palette__detail">{command.detail}</span>
            {command.chord !== undefined && <Kbd chord={command.chord} />}
          </div>
        ))}
        {found.length === 0 && <p className="palette__none">Nothing is called that.</p>}
      </div>
    </div>
  );
}
