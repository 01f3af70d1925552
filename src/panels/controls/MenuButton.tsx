/** A button that opens a menu of actions, or of choices when `value` says which one holds. */
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { type ButtonVariant, buttonClass } from './ActionButton';
import floating from './floating.module.css';
import type { HintText } from './taughtHint';
import { useHint } from './useHint';

export interface MenuAction<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** One sentence, shown below the label. */
  readonly description?: string;
  /** Language of the label, where it is not that of the page. */
  readonly lang?: string;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
}

export interface MenuButtonProps<Id extends string> {
  label: string;
  /** Language of the label, where it is not that of the page. */
  lang?: string;
  /** Alone on the button when `iconOnly`; otherwise before the label. */
  icon?: ReactNode;
  iconOnly?: boolean;
  variant?: ButtonVariant;
  items: readonly MenuAction<Id>[];
  value?: Id;
  onAction: (id: Id) => void;
  disabled?: boolean;
  hint: HintText;
}

export function MenuButton<Id extends string>(props: MenuButtonProps<Id>) {
  const {
    label,
    lang,
    icon,
    iconOnly = false,
    variant = 'plain',
    items,
    value,
    onAction,
    disabled = false,
  } = props;
  const hint = useHint(props.hint);
  return (
    <MenuTrigger>
      <span {...hint.triggerProps}>
        <Button
          className={buttonClass(variant, iconOnly)}
          isDisabled={disabled}
          {...(iconOnly ? { 'aria-label': label } : {})}
          {...(hint.describedBy ? { 'aria-describedby': hint.describedBy } : {})}
        >
          {icon}
          {!iconOnly && <span lang={lang}>{label}</span>}
          {!iconOnly && <ChevronDown aria-hidden />}
        </Button>
        {hint.hintNode}
      </span>
      <Popover className={floating.popover ?? ''}>
        <Menu
          className={floating.list ?? ''}
          aria-label={label}
          disabledKeys={items.filter((item) => item.disabled).map((item) => item.id)}
          onAction={(id) => onAction(id as Id)}
          {...(value === undefined ? {} : { selectionMode: 'single', selectedKeys: [value] })}
        >
          {items.map((item) => (
            <MenuItem key={item.id} id={item.id} textValue={item.label} className={floating.item ?? ''}>
              {value === undefined ? item.icon : <Check aria-hidden className={floating.mark} />}
              <Text slot="label" lang={item.lang}>
                {item.label}
              </Text>
              {item.description !== undefined && (
                <Text slot="description" className={floating.description ?? ''}>
                  {item.description}
                </Text>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
