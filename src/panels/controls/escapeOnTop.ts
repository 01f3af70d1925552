/**
 * Escape closes what lies on top over the page, wherever the focus is. An overlay answers keys of its own elements only. The focus may be
 * elsewhere: the editor of a unit stays open beside what one does; the button that should have the focus back may not be seen any more in a
 * window that has become wider; a menu that closes late gives it to what lies under a dialog.
 */
import { isTyping } from './isTyping';

/** The part that takes the keys of what was opened last over the page: overlays are put at the end of the body, beside the page. */
function topOverlay(): Element | null {
  const overlays = [...document.body.children].filter(({ id }) => id !== 'root');
  const inside = overlays.map((overlay) =>
    overlay.querySelector('[role=dialog], [role=menu], [role=listbox]'),
  );
  return inside.findLast((part) => part !== null) ?? null;
}

function passOn(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  const top = topOverlay();
  if (!top || top.contains(event.target as Node)) return;
  event.preventDefault();
  event.stopPropagation();
  top.dispatchEvent(new KeyboardEvent('keydown', event));
}

/** Begins to listen; answers how to end that. */
export function listenToEscape(): () => void {
  // Before the plane and the tables, which have something to let go of at every Escape; after a field, which may have a draft to give up.
  const early = (event: KeyboardEvent) => isTyping(event) || passOn(event);
  addEventListener('keydown', early, { capture: true });
  document.addEventListener('keydown', passOn);
  return () => {
    removeEventListener('keydown', early, { capture: true });
    document.removeEventListener('keydown', passOn);
  };
}
