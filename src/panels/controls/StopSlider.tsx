/** A slider over a few named stops, its label and the chosen name above it. */
import { Range } from './Range';
import styles from './StopSlider.module.css';
import { useHint } from './useHint';

export interface StopSliderProps<Id extends string> {
  label: string;
  /** From left to right; at least two. */
  items: readonly { readonly id: Id; readonly label: string }[];
  value: Id;
  onChange: (id: Id) => void;
  disabled?: boolean;
  hint?: string | undefined;
}

export function StopSlider<Id extends string>({
  label,
  items,
  value,
  onChange,
  disabled,
  hint: text,
}: StopSliderProps<Id>) {
  const hint = useHint(text);
  const last = items.length - 1;
  const position = Math.max(
    0,
    items.findIndex((item) => item.id === value),
  );
  const chosen = items[position]?.label ?? '';
  const choose = (to: number) => {
    const item = items[Math.min(Math.max(to, 0), last)];
    if (item && item.id !== value) onChange(item.id);
  };
  return (
    <div className={styles.slider} {...hint.triggerProps}>
      <span className={styles.label} data-hint-label>
        {label} · {chosen}
      </span>
      <Range
        label={label}
        position={position}
        last={last}
        page={1}
        valueText={chosen}
        disabled={disabled}
        describedBy={hint.describedBy}
        onPosition={choose}
        onMove={(by) => choose(position + by)}
      />
      {hint.hintNode}
    </div>
  );
}
