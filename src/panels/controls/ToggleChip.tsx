/** A button that stays pressed: an input feature, a class of the brush. */
import type { CSSProperties, ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import styles from './ToggleChip.module.css';
import type { HintText } from './taughtHint';
import { useHint } from './useHint';

export interface ToggleChipProps {
  /** Accessible name, and what is shown unless there are children. */
  label: string;
  value: boolean;
  onChange: (value: boolean) => void;
  children?: ReactNode;
  /** Frames the pressed chip in this, e.g. `var(--c1)`, instead of the accent; the children colour themselves. */
  color?: string;
  disabled?: boolean;
  hint?: HintText | undefined;
}

export function ToggleChip(props: ToggleChipProps) {
  const { label, value, onChange, children, color, disabled = false } = props;
  const hint = useHint(props.hint);
  return (
    <span className={styles.around} {...hint.triggerProps}>
      <ToggleButton
        className={`${styles.chip} ${color ? styles.colored : styles.accent}`}
        isSelected={value}
        isDisabled={disabled}
        onChange={(to) => hint.wasAsked() || onChange(to)}
        {...(color ? { style: { '--chip': color } as CSSProperties } : {})}
        {...(children ? { 'aria-label': label } : {})}
        {...(hint.describedBy ? { 'aria-describedby': hint.describedBy } : {})}
      >
        {children ?? label}
      </ToggleButton>
      {hint.hintNode}
    </span>
  );
}
