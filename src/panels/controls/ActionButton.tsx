/** A button with words, an icon, or both. Icons are sized here; an icon alone still has its words as its name. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import styles from './ActionButton.module.css';
import { useHint } from './useHint';

export type ButtonVariant = 'primary' | 'plain' | 'quiet';

export interface ActionButtonProps {
  /** Accessible name; shown beside the icon unless `iconOnly`. */
  label: string;
  /** Accessible name, where the label alone does not say what it is about. */
  name?: string;
  /** A lucide icon element, e.g. `<Play />`. */
  icon?: ReactNode;
  iconOnly?: boolean;
  variant?: ButtonVariant;
  onPress: () => void;
  disabled?: boolean;
  /** An icon alone shows its label when it has no hint. */
  hint?: string | undefined;
}

export function ActionButton(props: ActionButtonProps) {
  const { label, icon, iconOnly = false, variant = 'plain', onPress, disabled = false } = props;
  const name = props.name ?? (iconOnly ? label : undefined);
  const hint = useHint(props.hint ?? (iconOnly ? label : undefined));
  return (
    <span className={styles.around} {...hint.triggerProps}>
      <Button
        className={buttonClass(variant, iconOnly)}
        isDisabled={disabled}
        onPress={() => hint.wasAsked() || onPress()}
        {...(name ? { 'aria-label': name } : {})}
        {...(props.hint && hint.describedBy ? { 'aria-describedby': hint.describedBy } : {})}
      >
        {icon}
        {!iconOnly && <span className={styles.words}>{label}</span>}
      </Button>
      {hint.hintNode}
    </span>
  );
}

/** The look of a button, for buttons that open something. */
export function buttonClass(variant: ButtonVariant, iconOnly: boolean): string {
  return `${styles.button} ${styles[variant]} ${iconOnly ? styles.iconOnly : ''}`;
}
