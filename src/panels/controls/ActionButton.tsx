/** A button with words, an icon, or both. Icons are sized here; an icon alone still has its words as its name. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import styles from './ActionButton.module.css';
import type { HintText } from './taughtHint';
import { useHint } from './useHint';

export type ButtonVariant = 'primary' | 'plain' | 'quiet';

export interface ButtonFace {
  readonly iconOnly?: boolean;
  /** What it does, in one sentence. */
  readonly hint: HintText;
}

export type ActionButtonProps = ButtonFace & {
  /** Accessible name; shown beside the icon unless `iconOnly`. */
  label: string;
  /** Accessible name, where the label alone does not say what it is about. */
  name?: string;
  /** A lucide icon element, e.g. `<Play />`. */
  icon?: ReactNode;
  variant?: ButtonVariant;
  onPress: () => void;
  disabled?: boolean;
  /** Whether what it shows and hides is shown; of other buttons nothing. */
  expanded?: boolean;
};

export function ActionButton(props: ActionButtonProps) {
  const { label, icon, iconOnly = false, variant = 'plain', onPress, disabled = false, expanded } = props;
  const name = props.name ?? (iconOnly ? label : undefined);
  const hint = useHint(props.hint);
  return (
    <span className={styles.around} {...hint.triggerProps}>
      <Button
        className={buttonClass(variant, iconOnly)}
        isDisabled={disabled}
        onPress={() => hint.wasAsked() || onPress()}
        {...(name ? { 'aria-label': name } : {})}
        {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
        {...(hint.describedBy ? { 'aria-describedby': hint.describedBy } : {})}
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
  return `${styles.button} ${styles[variant] ?? ''} ${iconOnly ? styles.iconOnly : ''}`;
}
