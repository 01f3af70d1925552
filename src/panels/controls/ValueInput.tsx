/** The typed value beside a slider: reads like plain text until it is pointed at or edited. */
import type { ComponentProps } from 'react';
import styles from './ValueInput.module.css';

export interface ValueInputProps extends ComponentProps<'input'> {
  label: string;
  /** `framed` shows that it can be typed in even at rest; `bare` is for values between − and +. */
  look?: 'quiet' | 'framed' | 'bare';
  negative?: boolean | undefined;
}

export function ValueInput({ label, look = 'quiet', negative, ...input }: ValueInputProps) {
  return (
    <input
      {...input}
      type="text"
      // A phone's decimal keyboard may lack the minus sign.
      inputMode={negative ? 'text' : 'decimal'}
      autoComplete="off"
      spellCheck={false}
      className={`${styles.field} ${styles[look]}`}
      aria-label={label}
    />
  );
}
