/** The small dialog of a `PopoverButton`. A file of its own, because overlays are loaded when the first one opens. */
import { type ReactNode, type RefObject, useEffect } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import floating from './floating.module.css';

export interface PopoverDialogProps {
  /** The button that the dialog stands beside. */
  triggerRef: RefObject<Element | null>;
  id: string;
  /** Accessible name. */
  label: string;
  onClose: () => void;
  children: ReactNode;
}

/** Open as long as it is rendered. */
export function PopoverDialog({ triggerRef, id, label, onClose, children }: PopoverDialogProps) {
  // The focus goes to no dialog where the button that should have it back is not to be seen, as in a window that has become wider.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.target !== document.body || event.defaultPrevented) return;
      event.preventDefault();
      onClose();
    };
    const options = { capture: true };
    addEventListener('keydown', onKeyDown, options);
    return () => removeEventListener('keydown', onKeyDown, options);
  });
  return (
    <Popover
      className={floating.popover ?? ''}
      trigger="DialogTrigger"
      triggerRef={triggerRef}
      isOpen
      onOpenChange={onClose}
    >
      <Dialog id={id} className={floating.dialog ?? ''} aria-label={label}>
        {children}
      </Dialog>
    </Popover>
  );
}
