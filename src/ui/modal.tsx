import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { type ReactNode, useRef } from 'react';

interface ModalProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: string;
  /** Leaves the title to screen readers. */
  readonly bare?: boolean;
  readonly children: ReactNode;
}

export function Modal({ open, onOpenChange, title, description, bare = false, children }: ModalProps) {
  // Opened by a key, a dialog has no trigger to give the focus back to: it goes where it was.
  const before = useRef<HTMLElement | null>(null);
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="modal__veil" />
        <Dialog.Content
          onOpenAutoFocus={() => {
            before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            before.current?.focus();
          }}
          className={bare ? 'modal modal--bare' : 'modal'}
          {...(description === undefined && { 'aria-describedby': undefined })}
        >
          <div className={bare ? 'visually-hidden' : 'modal__head'}>
            <Dialog.Title className="modal__title">{title}</Dialog.Title>
            {!bare && (
              <Dialog.Close className="button button--quiet button--icon" aria-label="Close">
                <X size={16} aria-hidden />
              </Dialog.Close>
            )}
          </div>
          {description !== undefined && <Dialog.Description className="modal__text">{description}</Dialog.Description>}
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
