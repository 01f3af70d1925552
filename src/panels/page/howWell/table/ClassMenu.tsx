/** The classes of a point, opened where its class stands. A digit or Enter chooses, Tab goes on without, Escape gives up. */
import type { KeyboardEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';
import { ClassMark } from '../../../../drawings/ClassMark';
import floating from '../../../controls/floating.module.css';
import { meantKeys } from '../../../controls/meantKeys';
import { useWords } from '../../../controls/useWords';
import { className, useNames } from '../../../shared/dataNames';
import styles from './DataTable.module.css';
import type { Grid } from './useGrid';

interface ClassMenuProps {
  /** The present class, from 0. */
  value: number;
  classes: number;
  label: string;
  grid: Grid;
}

export function ClassMenu({ value, classes, label, grid }: ClassMenuProps) {
  const { t } = useWords();
  const names = useNames();
  const choose = (index: number) => {
    grid.commit(String(index + 1));
    grid.stopEditing();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const digit = Number(meantKeys(event.nativeEvent).at(-1));
    const isClass = Number.isInteger(digit) && digit >= 1 && digit <= classes;
    if (event.key !== 'Tab' && !isClass) return;
    event.preventDefault();
    event.stopPropagation();
    if (isClass) choose(digit - 1);
    else grid.editNext(event.shiftKey ? -1 : 1);
  };
  return (
    <span role="none" onKeyDownCapture={onKeyDown}>
      <Select
        aria-label={label}
        value={String(value)}
        defaultOpen
        onChange={(id) => choose(Number(id))}
        onOpenChange={(isOpen) => {
          if (!isOpen) grid.stopEditing();
        }}
      >
        <Button className={styles.classButton ?? ''}>
          <SelectValue className={styles.class ?? ''}>
            <ClassMark classIndex={value} sizePx={13} /> {className(names, value) ?? value + 1}
          </SelectValue>
        </Button>
        <Popover className={floating.popover ?? ''} placement="bottom start">
          <ListBox className={floating.list ?? ''}>
            {Array.from({ length: classes }, (_, index) => (
              <ListBoxItem
                // biome-ignore lint/suspicious/noArrayIndexKey: a class is its index
                key={index}
                id={String(index)}
                textValue={String(index + 1)}
                className={floating.item ?? ''}
              >
                <ClassMark classIndex={index} sizePx={14} />
                <Text slot="label">{className(names, index) ?? t('data.class', { n: index + 1 })}</Text>
              </ListBoxItem>
            ))}
          </ListBox>
        </Popover>
      </Select>
    </span>
  );
}
