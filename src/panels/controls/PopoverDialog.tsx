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

/** What was opened last over the page. */
function topOverlay(): Element | undefined {
  return [...document.body.children].findLast(
    (child) => child.id !== 'root' && child.querySelector('[role=dialog], [role=menu], [role=listbox]'),
  );
}

/** Open as long as it is rendered. */
export function PopoverDialog({ triggerRef, id, label, onClose, children }: PopoverDialogProps) {
  // Within itself a dialog answers Escape. The focus may be elsewhere: the button that should have it back is not to be seen in a window
  // that has become wider, or a menu that closes late gives it to what lies under the dialog.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      const top = topOverlay();
      if (!top?.querySelector(`[id="${id}"]`) || top.contains(event.target as Node)) return;
      event.preventDefault();
      event.stopPropagation();
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
