/** Keys that work everywhere but in text fields, as the list of actions has them. The plane has its own besides. */
import { matchKeyBindingPress, parseKeybinding } from 'tinykeys';
import { listenToEscape } from '../panels/controls/escapeOnTop';
import { isTyping } from '../panels/controls/isTyping';
import { meantKeys, type PressedKey } from '../panels/controls/meantKeys';
import { type Action, actions, isPossible } from './actions';
import { listenToSpace } from './spaceKey';

/** All actions with a key; the space bar is listened to in a way of its own. */
export const shortcuts: readonly Action[] = actions.filter(
  ({ keys }) => keys.length > 0 && !keys.includes('Space'),
);

/** Elements that use arrow keys themselves. */
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

/** Whether the focused element uses the key itself. */
function isTaken(event: KeyboardEvent): boolean {
  if (isTyping(event)) return true;
  if (event.key.startsWith('Arrow')) return event.defaultPrevented || usesArrows(event);
  return event.key === 'Escape' && event.defaultPrevented;
}

/** What a press of a key asks for, on any keyboard. */
export function shortcutFor(event: PressedKey): Action | undefined {
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

/** While a word of Chinese is composed, Enter, Escape and arrows are for its candidates: nobody on the page hears of them. */
function leaveToInputMethod(event: KeyboardEvent): void {
  // oxlint-disable-next-line typescript/no-deprecated -- Safari ends the composition before the key that ended it, and gives that 229
  if (event.isComposing || event.keyCode === 229) event.stopImmediatePropagation();
}

/** Listens on the window for as long as the page lives. */
export function listenToKeys(): void {
  addEventListener('keydown', leaveToInputMethod, { capture: true });
  listenToEscape();
  addEventListener('keydown', (event) => {
    const action = shortcutFor(event);
    if (!action || isTaken(event) || !isPossible(action)) return;
    event.preventDefault();
    action.run();
  });
  listenToSpace();
}
