/** The small dialog of a `PopoverButton`. A file of its own, because overlays are loaded when the first one opens. */
import type { ReactNode, RefObject } from 'react';
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
