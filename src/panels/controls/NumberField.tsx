/** A typed number without a slider: label | field, unit, and room for a button. For seeds and limits. */
import { type ReactNode, useId } from 'react';
import { FieldProblem } from './FieldProblem';
import styles from './NumberField.module.css';
import type { NumberFormat } from './numberText';
import { useHint } from './useHint';
import { useTypedNumber } from './useTypedNumber';
import { ValueInput } from './ValueInput';

export interface NumberFieldProps {
  label: string;
  /** Leaves the label to screen readers, where something beside the field already says it. */
  labelHidden?: boolean;
  value: number;
  range: readonly [number, number];
  integer?: boolean;
  format?: NumberFormat;
  /** Shown after the field, e.g. "epochs". */
  unit?: string;
  /** Beside the field, e.g. a dice button. */
  children?: ReactNode;
  onChange: (value: number) => void;
  disabled?: boolean;
  hint?: string | undefined;
}

export function NumberField(props: NumberFieldProps) {
  const { label, value, range, integer, format, unit, disabled } = props;
  const hint = useHint(props.hint);
  const problemId = useId();
  const typed = useTypedNumber({ value, range, integer, format, onCommit: props.onChange });
  return (
    <div className={styles.row} {...hint.triggerProps} data-disabled={disabled || undefined}>
      <span className={props.labelHidden ? 'visually-hidden' : styles.label} data-hint-label>
        {label}
      </span>
      <span className={styles.field}>
        <ValueInput
          {...typed.inputProps}
          look="framed"
          label={unit ? `${label} (${unit})` : label}
          negative={range[0] < 0}
          disabled={disabled}
          aria-describedby={`${hint.describedBy ?? ''} ${problemId}`}
        />
        {unit && <span className={styles.unit}>{unit}</span>}
        {props.children}
      </span>
      <FieldProblem id={problemId} problem={typed.problem} />
      {hint.hintNode}
    </div>
  );
}
