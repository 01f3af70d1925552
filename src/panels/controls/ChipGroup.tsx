/**
 * Buttons that belong together as one tab stop: Tab comes to the one that was used last, or else to the pressed or first one, arrow
 * keys, Home and End go to the others. The buttons are its children; a button that opens a menu keeps its up and down.
 */
import { type FocusEvent, type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { hasModifier } from '../../drawings/interaction/keyMoves';

export interface ChipGroupProps {
  /** Accessible name; not shown. */
  label: string;
  className?: string | undefined;
  children: ReactNode;
}

export function ChipGroup({ label, className, children }: ChipGroupProps) {
  const group = useRef<HTMLDivElement>(null);
  const stop = useRef<HTMLButtonElement | null>(null);
  // After every render: buttons may have come, gone, or been disabled.
  useLayoutEffect(() => {
    const offered = group.current ? buttonsIn(group.current) : [];
    const kept = offered.find((button) => button === stop.current);
    stop.current = kept ?? offered.find((button) => button.ariaPressed === 'true') ?? offered[0] ?? null;
    for (const button of offered) button.tabIndex = button === stop.current ? 0 : -1;
  });
  const onFocus = ({ target, currentTarget }: FocusEvent<HTMLElement>) => {
    const chosen = buttonsIn(currentTarget).find((button) => button === target);
    if (!chosen || chosen === stop.current) return;
    if (stop.current) stop.current.tabIndex = -1;
    chosen.tabIndex = 0;
    stop.current = chosen;
  };
  return (
    <div
      ref={group}
      role="toolbar"
      aria-label={label}
      className={className}
      onFocus={onFocus}
      onKeyDown={moveByKey}
    >
      {children}
    </div>
  );
}

/** Those that can be pressed; not those of what is open over the page, which is a child in React only. */
function buttonsIn(group: HTMLElement): HTMLButtonElement[] {
  return [...group.querySelectorAll('button')].filter((button) => !button.disabled);
}

function moveByKey(event: KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget } = event;
  if (hasModifier(event) || !(target instanceof HTMLButtonElement)) return;
  const opensMenu = target.ariaHasPopup !== null && (key === 'ArrowUp' || key === 'ArrowDown');
  const buttons = buttonsIn(currentTarget);
  const at = buttons.indexOf(target);
  const to = opensMenu || at < 0 ? undefined : buttonAfter(key, at, buttons.length);
  if (to === undefined) return;
  event.preventDefault();
  buttons[to]?.focus();
}

/** Goes round at the ends. */
function buttonAfter(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight' || key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (at + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
