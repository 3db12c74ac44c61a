import { ClipboardCopy } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button.tsx';

interface CopyButtonProps {
  readonly label: string;
  /** What goes to the clipboard, or the way to make it. */
  readonly text: string | (() => Promise<string>);
}

/** Copies a text, and says whether the browser let it. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const [answer, setAnswer] = useState<'idle' | 'copied' | 'refused'>('idle');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : await text());
      setAnswer('copied');
    } catch {
      setAnswer('refused');
    }
  };
  const labels = { idle: label, copied: 'Copied', refused: 'The browser refused to copy' };
  return (
    <Button
      tone="quiet"
      icon={<ClipboardCopy size={13} aria-hidden />}
      aria-live="polite"
      onClick={() => void copy()}
      onBlur={() => setAnswer('idle')}
    >
      {labels[answer]}
    </Button>
  );
}
