import { type KeyboardEvent, type Ref, useRef } from 'react';
import type { TextChange } from '#domain/attempt.ts';
import { changeBetween } from './changes.ts';

interface PlainEditorProps {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly initialText: string;
  readonly label: string;
  readonly fontSize: number;
  readonly readOnly: boolean;
  readonly onChange: (changes: readonly TextChange[], text: string) => void;
}

/** What one types into while the full editor is on its way, and where it cannot be loaded. */
export function PlainEditor({ ref, initialText, label, fontSize, readOnly, onChange }: PlainEditorProps) {
  const known = useRef(initialText);
  const escaped = useRef(false);

  const report = (text: string) => {
    const change = changeBetween(known.current, text);
    known.current = text;
    if (change !== null) onChange([change], text);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Tab' && !event.shiftKey && !escaped.current && !readOnly) {
      event.preventDefault();
      const area = event.currentTarget;
      area.setRangeText('    ', area.selectionStart, area.selectionEnd, 'end');
      report(area.value);
    }
    if (event.key !== 'Shift') escaped.current = event.key === 'Escape';
  };

  return (
    <textarea
      ref={ref}
      className="editor__plain"
      style={{ fontSize }}
      aria-label={label}
      defaultValue={initialText}
      readOnly={readOnly}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      wrap="off"
      onKeyDown={onKeyDown}
      onInput={(event) => report(event.currentTarget.value)}
    />
  );
}
