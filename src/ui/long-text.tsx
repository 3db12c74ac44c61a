import { useState } from 'react';
import { counted } from './format.ts';

interface LongTextProps {
  readonly text: string;
  /** Characters shown before one asks for the rest. */
  readonly limit: number;
  readonly label: string;
}

/** Code or output in a block of its own, cut until asked for. */
export function LongText({ text, limit, label }: LongTextProps) {
  const [whole, setWhole] = useState(false);
  const cut = !whole && text.length > limit;
  return (
    <figure className="long-text" aria-label={label}>
      <pre className="code-block">{cut ? `${text.slice(0, limit)}...` : text}</pre>
      {cut && (
        <button type="button" className="link-button" onClick={() => setWhole(true)}>
          Show all {counted(text.length, 'character')}
        </button>
      )}
    </figure>
  );
}
