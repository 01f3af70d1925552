/** One of a few, all in sight: words with dots between them in a title line, or segments of a frame. */
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import styles from './Segmented.module.css';
import type { HintText } from './taughtHint';
import { useHint } from './useHint';

export interface SegmentedItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Accessible name, where the label is an abbreviation. */
  readonly name?: string;
}

export interface SegmentedProps<Id extends string> {
  /** Accessible name; not shown. */
  label: string;
  items: readonly SegmentedItem<Id>[];
  /** null when none of them fits. */
  value: Id | null;
  onChange: (id: Id) => void;
  variant?: 'quiet' | 'framed';
  hint?: HintText | undefined;
}

export function Segmented<Id extends string>(props: SegmentedProps<Id>) {
  const { label, items, value, onChange, variant = 'framed' } = props;
  const hint = useHint(props.hint);
  return (
    <div className={styles.around} {...hint.triggerProps}>
      <RadioGroup
        className={`${styles.group} ${styles[variant] ?? ''}`}
        orientation="horizontal"
        aria-label={label}
        value={value}
        onChange={(id) => hint.wasAsked() || onChange(id as Id)}
        {...(hint.describedBy ? { 'aria-describedby': hint.describedBy } : {})}
      >
        {items.map((item) => (
          <RadioField
            key={item.id}
            value={item.id}
            className={styles.field ?? ''}
            aria-label={item.name ?? item.label}
          >
            <RadioButton className={styles.item ?? ''}>
              {/* The bold twin keeps the width when the choice moves. */}
              <span className={styles.words} data-words={item.label}>
                {item.label}
              </span>
            </RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
      {hint.hintNode}
    </div>
  );
}
