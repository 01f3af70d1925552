/** A typed number without a slider: label | field. For seeds and limits. */
import { useId } from 'react';
import { FieldProblem } from './FieldProblem';
import styles from './NumberField.module.css';
import type { HintText } from './taughtHint';
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
  onChange: (value: number) => void;
  hint?: HintText | undefined;
}

export function NumberField(props: NumberFieldProps) {
  const { label, value, range, integer } = props;
  const hint = useHint(props.hint);
  const problemId = useId();
  const typed = useTypedNumber({ value, range, integer, onCommit: props.onChange });
  return (
    <div className={styles.row} {...hint.triggerProps}>
      <span className={props.labelHidden ? 'visually-hidden' : styles.label} data-hint-label>
        {label}
      </span>
      <span className={styles.field}>
        <ValueInput
          {...typed.inputProps}
          look="framed"
          label={label}
          negative={range[0] < 0}
          aria-describedby={`${hint.describedBy ?? ''} ${problemId}`}
        />
      </span>
      <FieldProblem id={problemId} problem={typed.problem} />
      {hint.hintNode}
    </div>
  );
}
