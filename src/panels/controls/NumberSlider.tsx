/**
 * A number with a slider and a typed field: label | slider | value. The slider reaches round values only; the field takes
 * every value in the range. Words for refused values come from i18n, the label and hint from the caller.
 */
import { type ReactNode, useId, useMemo } from 'react';
import { FieldProblem } from './FieldProblem';
import styles from './NumberSlider.module.css';
import { type NumberFormat, shownText } from './numberText';
import { Range } from './Range';
import { createScale, stepFrom } from './sliderScale';
import type { HintText } from './taughtHint';
import { useHint } from './useHint';
import { useTypedNumber } from './useTypedNumber';
import { useWords } from './useWords';
import { ValueInput } from './ValueInput';

export interface NumberSliderProps {
  label: string;
  /** What the controls are called, where the label is short for it. */
  name?: string;
  value: number;
  range: readonly [number, number];
  /** Distance of linear positions; of typed values nothing is asked but the range (and a whole number, if `integer`). */
  step?: number;
  scale: 'linear' | 'log';
  integer?: boolean;
  /** Log scales: the leftmost position is 0, and range[0] the smallest positive position. */
  zeroAllowed?: boolean;
  /** The values of the slider's positions, ascending, instead of round ones, e.g. powers of two. */
  stops?: readonly number[];
  /** `percent` shows and reads shares as 0–100. */
  format?: NumberFormat;
  /** What can be typed, where that is more than the slider reaches; the text has the decimals of the value then, not of the step. */
  typedRange?: readonly [number, number];
  disabled?: boolean;
  hint?: HintText | undefined;
  /** Behind the value. */
  trailing?: ReactNode;
  /** Bracket a drag or a held key; a typed value is bracketed too. */
  onStart?: () => void;
  onChange: (value: number) => void;
  onEnd?: () => void;
}

export function NumberSlider(props: NumberSliderProps) {
  const { label, name = label, value, range, typedRange, integer, format, disabled } = props;
  const { trailing, onChange, onStart, onEnd } = props;
  const { t } = useWords();
  const hint = useHint(props.hint);
  const problemId = useId();
  const slider = useSliderScale(props);
  const reached = [props.zeroAllowed ? 0 : range[0], range[1]] as const;
  const rule = { range: typedRange ?? reached, integer, format, step: typedRange ? undefined : props.step };
  const bracketed = (to: number) => {
    onStart?.();
    onChange(to);
    onEnd?.();
  };
  const typed = useTypedNumber({
    ...rule,
    value,
    onCommit: bracketed,
    onNudge: (direction) => bracketed(stepFrom(slider, value, direction)),
  });
  const moveTo = (to: number) => {
    typed.clearProblem();
    if (to !== value) onChange(to);
  };
  const describedBy = `${hint.describedBy ?? ''} ${problemId}`;
  return (
    <div
      className={trailing ? styles.trailed : styles.row}
      {...hint.triggerProps}
      data-disabled={disabled || undefined}
    >
      <span className={styles.label} data-hint-label>
        {label}
      </span>
      <Range
        label={name}
        position={slider.positionOf(value)}
        last={slider.last}
        page={slider.page}
        valueText={shownText(value, rule)}
        disabled={disabled}
        describedBy={hint.describedBy}
        onPosition={(position) => moveTo(slider.valueAt(position))}
        onMove={(by) => moveTo(stepFrom(slider, value, by))}
        onStart={onStart}
        onEnd={onEnd}
      />
      <ValueInput
        {...typed.inputProps}
        label={t('controls.typedValue', { label: name })}
        negative={rule.range[0] < 0}
        disabled={disabled}
        aria-describedby={describedBy}
      />
      {trailing}
      <FieldProblem id={problemId} problem={typed.problem} />
      {hint.hintNode}
    </div>
  );
}

function useSliderScale({ range, scale, step, integer, zeroAllowed, stops }: NumberSliderProps) {
  const [low, high] = range;
  return useMemo(
    () => createScale({ range: [low, high], scale, step, integer, zeroAllowed, stops }),
    [low, high, scale, step, integer, zeroAllowed, stops],
  );
}
