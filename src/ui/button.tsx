import { Tooltip } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { Kbd } from './kbd.tsx';
import type { Chord } from './keys.ts';

interface ButtonProps extends ComponentProps<'button'> {
  readonly tone?: 'primary' | 'plain' | 'quiet';
  readonly icon?: ReactNode;
  /** Shown on hover and focus beside the keys. */
  readonly tip?: string;
  readonly chord?: Chord;
}

/** A button; `tip` and `chord` give it a tooltip that names its keys. An icon alone needs an `aria-label`. */
export function Button({ tone = 'plain', icon, tip, chord, className, children, ...rest }: ButtonProps) {
  const iconOnly = children === undefined ? ' button--icon' : '';
  const button = (
    <button type="button" className={`button button--${tone}${iconOnly} ${className ?? ''}`} {...rest}>
      {icon}
      {children !== undefined && <span>{children}</span>}
    </button>
  );
  if (tip === undefined && chord === undefined) return button;
  return (
    <Tip text={tip ?? rest['aria-label'] ?? ''} {...(chord !== undefined && { chord })}>
      {button}
    </Tip>
  );
}

interface TipProps {
  readonly text: string;
  readonly chord?: Chord;
  readonly children: ReactNode;
}

/** A tooltip around one focusable element. */
export function Tip({ text, chord, children }: TipProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="tooltip" sideOffset={6} collisionPadding={8}>
          <span>{text}</span>
          {chord !== undefined && <Kbd chord={chord} />}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

/** Wraps the app once: tooltips beside each other then open without a new delay. */
export function TipProvider({ children }: { readonly children: ReactNode }) {
  return (
    <Tooltip.Provider delayDuration={450} skipDelayDuration={200}>
      {children}
    </Tooltip.Provider>
  );
}
