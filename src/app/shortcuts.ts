/** Keys that work everywhere but in text fields. The plane has its own besides. */
import { matchKeyBindingPress, parseKeybinding } from 'tinykeys';
import { limits } from '../engine/experiment';
import { meantKeys, type PressedKey } from '../panels/controls/meantKeys';
import { questions } from '../panels/page/pages';
import { reset, step } from '../store/commands';
import { showPage } from '../store/page';
import type { PageId } from '../store/runState';
import { look, redo, store, undo } from '../store/store';
import { listenToSpace } from './spaceKey';

function isTyping({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type=range], [type=checkbox], [type=radio]), textarea, select')
  );
}

function unlessTyping(work: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (isTyping(event)) return;
    event.preventDefault();
    work();
  };
}

function chooseBrush(index: number): void {
  const { task } = store.getState().experiment.data;
  if (task === 'classification' || index === 0) look({ tool: { kind: 'brush', class: index } });
}

/** What has a use of its own for arrow keys. */
const arrowed = [
  'slider',
  'tablist',
  'radiogroup',
  'application',
  'toolbar',
  'menu',
  'listbox',
  'grid',
  'dialog',
]
  .map((role) => `[role=${role}]`)
  .join();

function usesArrows({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.closest(arrowed) !== null;
}

/** In Present arrows go through the questions, unless what has the focus has a use for them, and Escape leaves. */
function inPresent(work: () => void, isBusy = usesArrows): (event: KeyboardEvent) => void {
  return (event) => {
    const isPresent = store.getState().view.mode === 'present';
    if (!isPresent || event.defaultPrevented || isTyping(event) || isBusy(event)) return;
    event.preventDefault();
    work();
  };
}

function turnPage(by: number): void {
  const stops: readonly PageId[] = questions;
  const at = stops.indexOf(store.getState().view.page);
  const next = stops[Math.min(Math.max(at + by, 0), stops.length - 1)];
  if (next) showPage(next);
}

interface Shortcut {
  /** As tinykeys writes them; letters and digits stand for what `meantKeys` says. */
  readonly keys: readonly string[];
  readonly act: (event: KeyboardEvent) => void;
}

const brushes = Array.from({ length: limits.planeClasses[1] }, (_, index) => index);

/** All keys that work everywhere, but for the space bar. */
export const shortcuts: readonly Shortcut[] = [
  { keys: ['$mod+z'], act: unlessTyping(undo) },
  { keys: ['$mod+Shift+z', '$mod+y'], act: unlessTyping(redo) },
  { keys: ['e'], act: unlessTyping(() => look({ tool: { kind: 'eraser' } })) },
  { keys: ['s'], act: unlessTyping(() => look({ tool: { kind: 'select' } })) },
  { keys: ['p'], act: unlessTyping(() => look({ tool: { kind: 'probe' } })) },
  { keys: ['n'], act: unlessTyping(() => step(store.getState().view.stepUnit)) },
  { keys: ['r'], act: unlessTyping(reset) },
  ...brushes.map((index) => ({ keys: [String(index + 1)], act: unlessTyping(() => chooseBrush(index)) })),
  { keys: ['ArrowRight'], act: inPresent(() => turnPage(1)) },
  { keys: ['ArrowLeft'], act: inPresent(() => turnPage(-1)) },
  {
    keys: ['Escape'],
    act: inPresent(
      () => look({ mode: 'explore', show: null }),
      () => false,
    ),
  },
];

/** What a press of a key asks for, on any keyboard. */
export function shortcutFor(event: PressedKey): Shortcut | undefined {
  for (const key of meantKeys(event)) {
    const found = shortcuts.find(({ keys }) => keys.some((binding) => matches(binding, key, event)));
    if (found) return found;
  }
  return undefined;
}

function matches(binding: string, key: string, event: PressedKey): boolean {
  // Digits stand above other characters on some keyboards and below them on others.
  const isDigit = /^\d$/.test(key);
  const pressed: PressedKey = {
    key,
    code: '',
    isComposing: false,
    getModifierState: (name) => !(isDigit && name === 'Shift') && event.getModifierState(name),
  };
  return parseKeybinding(binding).every((press) => matchKeyBindingPress(pressed as KeyboardEvent, press));
}

/** Listens on the window for as long as the page lives. */
export function listenToKeys(): void {
  addEventListener('keydown', (event) => shortcutFor(event)?.act(event));
  listenToSpace();
}
