/** A checkbox with its label. */
import { Check } from 'lucide-react';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import styles from './Toggle.module.css';
import type { HintText } from './taughtHint';
import { useHint } from './useHint';

export interface ToggleProps {
  label: string;
  value: boolean;
  onChange: (value: boolean) => void;
  disabled?: boolean;
  hint?: HintText | undefined;
}

export function Toggle({ label, value, onChange, disabled = false, hint: text }: ToggleProps) {
  const hint = useHint(text);
  return (
    <span className={styles.around} {...hint.triggerProps}>
      <CheckboxField
        className={styles.field ?? ''}
        isSelected={value}
        isDisabled={disabled}
        onChange={(to) => hint.wasAsked() || onChange(to)}
        {...(hint.describedBy ? { 'aria-describedby': hint.describedBy } : {})}
      >
        <CheckboxButton className={styles.toggle ?? ''}>
          <span className={styles.box}>
            <Check aria-hidden strokeWidth={3} />
          </span>
          <span>{label}</span>
        </CheckboxButton>
      </CheckboxField>
      {hint.hintNode}
    </span>
  );
}
