import { X } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from './button.tsx';

interface ToastProps {
  readonly text: string;
  readonly action: { readonly label: string; readonly perform: () => void };
  readonly onDismiss: () => void;
  /** How long it stays, in ms. */
  readonly duration?: number;
}

/** A message with one thing to do about it, for a while. */
export function Toast({ text, action, onDismiss, duration = 12_000 }: ToastProps) {
  useEffect(() => {
    const timer = setTimeout(onDismiss, duration);
    return () => clearTimeout(timer);
  }, [onDismiss, duration]);
  return (
    <div className="toast" role="status">
      <span>{text}</span>
      <Button onClick={action.perform}>{action.label}</Button>
      <Button tone="quiet" icon={<X size={14} aria-hidden />} aria-label="Dismiss" onClick={onDismiss} />
    </div>
  );
}
