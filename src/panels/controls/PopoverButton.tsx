/** A button that opens a small dialog beside itself, for settings that need not always be in sight. */
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { type ButtonVariant, buttonClass } from './ActionButton';
import floating from './floating.module.css';
import { useHint } from './useHint';

export interface PopoverButtonProps {
  label: string;
  icon?: ReactNode;
  iconOnly?: boolean;
  variant?: ButtonVariant;
  /** The content of the dialog, whose name is the label. */
  children: ReactNode;
  hint: string;
}

export function PopoverButton(props: PopoverButtonProps) {
  const { label, icon, iconOnly = false, variant = 'plain', children } = props;
  const hint = useHint(props.hint);
  return (
    <DialogTrigger>
      <span {...hint.triggerProps}>
        <Button
          className={buttonClass(variant, iconOnly)}
          {...(iconOnly ? { 'aria-label': label } : {})}
          {...(hint.describedBy ? { 'aria-describedby': hint.describedBy } : {})}
        >
          {icon}
          {!iconOnly && <span>{label}</span>}
          {!iconOnly && <ChevronDown aria-hidden />}
        </Button>
        {hint.hintNode}
      </span>
      <Popover className={floating.popover ?? ''}>
        <Dialog className={floating.dialog ?? ''} aria-label={label}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
