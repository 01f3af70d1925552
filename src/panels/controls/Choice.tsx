/** One of many, in a list that opens: losses, optimisers, activations. */
import { Check, ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';
import styles from './Choice.module.css';
import floating from './floating.module.css';
import type { HintText } from './taughtHint';
import { useHint } from './useHint';

export interface ChoiceItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly description?: string;
}

export interface ChoiceProps<Id extends string> {
  label: string;
  items: readonly ChoiceItem<Id>[];
  value: Id;
  onChange: (id: Id) => void;
  /** `stacked`: label above; `row`: label left; `bare`: framed, label not shown; `compact`: only the words, as in layer headers. */
  variant?: 'stacked' | 'row' | 'bare' | 'compact';
  hint?: HintText | undefined;
}

export function Choice<Id extends string>(props: ChoiceProps<Id>) {
  const { label, items, value, onChange, variant = 'row' } = props;
  const hint = useHint(props.hint);
  const chosen = items.find((item) => item.id === value);
  const labelled = variant === 'stacked' || variant === 'row';
  return (
    <Select
      className={`${styles.choice} ${styles[variant] ?? ''}`}
      aria-label={label}
      value={value}
      onChange={(id) => {
        if (id !== value) onChange(id as Id);
      }}
    >
      <div className={styles.line} {...hint.triggerProps}>
        {labelled && (
          <span className={styles.label} data-hint-label>
            {label}
          </span>
        )}
        <Button
          className={styles.button ?? ''}
          {...(hint.describedBy ? { 'aria-describedby': hint.describedBy } : {})}
        >
          <SelectValue className={styles.value ?? ''}>{chosen?.label ?? value}</SelectValue>
          <ChevronDown aria-hidden className={styles.arrow} />
        </Button>
        {hint.hintNode}
      </div>
      <Popover
        className={floating.popover ?? ''}
        placement={variant === 'compact' ? 'bottom' : 'bottom start'}
      >
        <ListBox className={floating.list ?? ''} items={items}>
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.label} className={floating.item ?? ''}>
              <Check aria-hidden className={floating.mark} />
              <Text slot="label">{item.label}</Text>
              {item.description && (
                <Text slot="description" className={floating.description ?? ''}>
                  {item.description}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
