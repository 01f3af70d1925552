/**
 * The space bar plays and pauses. It belongs to a control only where keys have gone to it: after a press of the pointer no button is
 * pressed again by it. Owns listeners on the window, which come before those of the controls.
 */
import { textFields } from '../panels/controls/isTyping';
import { actionOf } from './actions';

/** Where a space is written, or chooses among things that are open. */
const writes = [textFields, '[role=option]', '[role^=menuitem]', '[role=grid]'].join();

const controls = [
  'button',
  'a',
  'input',
  'summary',
  '[role=button]',
  '[role=tab]',
  '[role=application]',
].join();

/** Keys that bring the focus to a control, or move within it. */
const goingKeys = /^(Tab|Arrow|Home|End|Page)/;

/** Listens for as long as the page lives. */
export function listenToSpace(): void {
  const options = { capture: true };
  /** Where the pointer was pressed last; null after a key has moved the focus. */
  let pressed: Element | null = null;
  /** The key press was handled here, so its release must do nothing either. */
  let isTaken = false;

  const isControls = (target: Element): boolean => {
    const control = target.closest(controls);
    if (!control) return false;
    // The plane has a cursor of its own, which keys can come to while the pointer pressed something else.
    return pressed === null || (control.role === 'application' && !control.contains(pressed));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (goingKeys.test(event.key)) pressed = null;
    const { target } = event;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (event.key !== ' ' || !isPlain) return;
    if (target instanceof Element && (target.closest(writes) || isControls(target))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    isTaken = true;
    if (!event.repeat) actionOf('play').run();
  };
  const onKeyUp = (event: KeyboardEvent) => {
    if (event.key !== ' ' || !isTaken) return;
    isTaken = false;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener(
    'pointerdown',
    ({ target }) => {
      pressed = target instanceof Element ? target : null;
    },
    options,
  );
  addEventListener('keydown', onKeyDown, options);
  addEventListener('keyup', onKeyUp, options);
}
