/** − n +: a small whole number, stepped or typed. */
import { Minus, Plus } from 'lucide-react';
import { useId } from 'react';
import { Button } from 'react-aria-components/Button';
import { FieldProblem } from './FieldProblem';
import styles from './Stepper.module.css';
import type { HintText } from './taughtHint';
import { useHint } from './useHint';
import { useTypedNumber } from './useTypedNumber';
import { useWords } from './useWords';
import { ValueInput } from './ValueInput';

export interface StepperProps {
  /** Accessible name of the field; not shown. */
  label: string;
  value: number;
  range: readonly [number, number];
  onChange: (value: number) => void;
  hint?: HintText | undefined;
}

export function Stepper({ label, value, range, onChange, hint: text }: StepperProps) {
  const { t } = useWords();
  const hint = useHint(text);
  const problemId = useId();
  const [low, high] = range;
  const step = (by: number) => {
    const to = value + by;
    if (!hint.wasAsked() && to >= low && to <= high) onChange(to);
  };
  const typed = useTypedNumber({ value, range, integer: true, onCommit: onChange, onNudge: step });
  return (
    <div className={styles.stepper} {...hint.triggerProps}>
      <Button
        className={styles.button ?? ''}
        aria-label={t('controls.fewer', { label })}
        isDisabled={value <= low}
        // The field has arrow keys for them.
        excludeFromTabOrder
        onPress={() => step(-1)}
      >
        <Minus aria-hidden />
      </Button>
      <ValueInput
        {...typed.inputProps}
        look="bare"
        label={label}
        aria-describedby={`${hint.describedBy ?? ''} ${problemId}`}
      />
      <Button
        className={styles.button ?? ''}
        aria-label={t('controls.more', { label })}
        isDisabled={value >= high}
        excludeFromTabOrder
        onPress={() => step(1)}
      >
        <Plus aria-hidden />
      </Button>
      <FieldProblem id={problemId} problem={typed.problem} />
      {hint.hintNode}
    </div>
  );
}
