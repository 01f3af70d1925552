/** A button that opens a small dialog beside itself, for settings that need not always be in sight. */
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { whenLoaded } from '../../drawings/missing';
import { type ButtonVariant, buttonClass } from './ActionButton';
import type { PopoverDialog } from './PopoverDialog';
import type { HintText } from './taughtHint';
import { useHint } from './useHint';

/** Overlays are loaded beside the first paint, not before it. */
let loaded: typeof PopoverDialog | null = null;

async function loadDialog(): Promise<typeof PopoverDialog> {
  loaded ??= (await import('./PopoverDialog')).PopoverDialog;
  return loaded;
}

export interface PopoverButtonProps {
  label: string;
  icon?: ReactNode;
  iconOnly?: boolean;
  variant?: ButtonVariant;
  /** The content of the dialog, whose name is the label. */
  children: ReactNode;
  hint: HintText;
}

export function PopoverButton(props: PopoverButtonProps) {
  const { label, icon, iconOnly = false, variant = 'plain', children } = props;
  const hint = useHint(props.hint);
  const button = useRef<HTMLButtonElement>(null);
  const [buttonId, dialogId] = [useId(), useId()];
  /** null while the dialog is closed. */
  const [Dialog, setDialog] = useState<typeof PopoverDialog | null>(null);
  const isOpen = Dialog !== null;
  const close = () => setDialog(null);
  const open = () => {
    // At once where it can be: a key that follows the press is meant for the dialog.
    if (loaded) setDialog(() => loaded);
    else void whenLoaded(loadDialog, (Dialog) => setDialog(() => Dialog));
  };
  // Beforehand; where it does not come, the press asks once more and says so.
  useEffect(() => void loadDialog().catch(() => {}), []);
  return (
    <>
      <span {...hint.triggerProps}>
        <Button
          ref={button}
          id={buttonId}
          className={buttonClass(variant, iconOnly)}
          aria-expanded={isOpen}
          onPress={() => (isOpen ? close() : open())}
          {...(isOpen ? { 'aria-controls': dialogId } : {})}
          {...(iconOnly ? { 'aria-label': label } : {})}
          {...(hint.describedBy ? { 'aria-describedby': hint.describedBy } : {})}
        >
          {icon}
          {!iconOnly && <span>{label}</span>}
          {!iconOnly && <ChevronDown aria-hidden />}
        </Button>
        {hint.hintNode}
      </span>
      {Dialog && (
        <Dialog triggerRef={button} id={dialogId} label={label} onClose={close}>
          {children}
        </Dialog>
      )}
    </>
  );
}
