/**
 * Where the focus goes between the sentence and its sheets. A sheet is one tab stop: its frame takes the focus, Enter goes in, Tab goes
 * past; inside, Tab goes from setting to setting. Knows the elements by their ids only.
 */
import type { FocusEvent, KeyboardEvent } from 'react';
import type { Step } from '../../store/runState';

export const partId = (step: Step): string => `part-${step}`;
export const sheetId = (step: Step): string => `sheet-${step}`;
/** Where its settings begin, after the title line. */
export const settingsId = (step: Step): string => `settings-${step}`;

/** To the first setting. */
export function enterSheet(step: Step): void {
  const settings = document.getElementById(settingsId(step));
  const first = settings && stopsIn(settings)[0];
  first?.focus({ preventScroll: true });
  document.getElementById(sheetId(step))?.scrollIntoView({ block: 'nearest' });
}

/** Back to the part of the sentence that opened it. */
export function leaveSheet(step: Step): void {
  document.getElementById(partId(step))?.focus();
}

const focusable = 'button, input, select, textarea, a[href], [tabindex]';

/** What Tab comes to, in order. */
function stopsIn(element: HTMLElement): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(focusable)].filter(
    (stop) => stop.tabIndex >= 0 && !stop.matches(':disabled') && stop.getClientRects().length > 0,
  );
}

/** For the frame, whose children in React may lie elsewhere on the page. */
export function onSheetKey(event: KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget } = event;
  if (target !== currentTarget) return;
  const stops = stopsIn(currentTarget);
  if (key === 'Enter') {
    event.preventDefault();
    stops[0]?.focus();
  } else if (key === 'Tab' && !event.shiftKey) {
    // From the last stop the browser goes on to what follows the sheet.
    stops.at(-1)?.focus({ preventScroll: true });
  }
}

/** Shift+Tab into a sheet focuses its frame, not its last setting. */
export function onSheetFocus({ target, relatedTarget, currentTarget }: FocusEvent<HTMLElement>): void {
  if (target === currentTarget || !(relatedTarget instanceof HTMLElement)) return;
  const isFromAfter = currentTarget.compareDocumentPosition(relatedTarget) & Node.DOCUMENT_POSITION_FOLLOWING;
  if (!isFromAfter || currentTarget.contains(relatedTarget) || !target.matches(':focus-visible')) return;
  if (target === stopsIn(currentTarget).at(-1)) currentTarget.focus({ preventScroll: true });
}
