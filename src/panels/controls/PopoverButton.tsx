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
  /** Accessible name, where the label alone does not say what it is about. */
  name?: string;
  icon?: ReactNode;
  iconOnly?: boolean;
  variant?: ButtonVariant;
  /** The content of the dialog, whose name is the label. */
  children: ReactNode;
  disabled?: boolean;
  hint: string;
}

export function PopoverButton(props: PopoverButtonProps) {
  const {
    label,
    name = label,
    icon,
    iconOnly = false,
    variant = 'plain',
    children,
    disabled = false,
  } = props;
  const hint = useHint(props.hint);
  return (
    <DialogTrigger>
      <span {...hint.triggerProps}>
        <Button
          className={buttonClass(variant, iconOnly)}
          isDisabled={disabled}
          {...(iconOnly || props.name ? { 'aria-label': name } : {})}
          {...(hint.describedBy ? { 'aria-describedby': hint.describedBy } : {})}
        >
          {icon}
          {!iconOnly && <span>{label}</span>}
          {!iconOnly && <ChevronDown aria-hidden />}
        </Button>
        {hint.hintNode}
      </span>
      <Popover className={floating.popover ?? ''}>
        <Dialog className={floating.dialog ?? ''} aria-label={name}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
