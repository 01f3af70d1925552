/** Which sheets of settings are open: at most one for now, and those that are pinned. */
import { type Step, steps, type ViewState } from './runState';
import { look, store } from './store';

type Sheets = Pick<ViewState, 'openSheet' | 'pinnedSheets'> & { readonly mode?: ViewState['mode'] };

/** The sheets in sight, in the order of the steps; for a projector only one that is asked for there. */
export function shownSheets({ openSheet, pinnedSheets, mode }: Sheets): Step[] {
  const pinned = mode === 'present' ? [] : pinnedSheets;
  return steps.filter((step) => step === openSheet || pinned.includes(step));
}

/** Opens a sheet in place of the one that is open for now; a pinned one is open already. */
export function openSheet(step: Step): void {
  if (!store.getState().view.pinnedSheets.includes(step)) look({ openSheet: step });
}

/** Closes a sheet, pinned or not. */
export function closeSheet(step: Step): void {
  const { openSheet: open, pinnedSheets } = store.getState().view;
  look({
    openSheet: open === step ? null : open,
    pinnedSheets: pinnedSheets.filter((pinned) => pinned !== step),
  });
}

/** A sheet that is no longer pinned is the one that is open for now. */
export function pinSheet(step: Step, pins: boolean): void {
  const { openSheet: open, pinnedSheets } = store.getState().view;
  const others = pinnedSheets.filter((pinned) => pinned !== step);
  if (pins) look({ openSheet: open === step ? null : open, pinnedSheets: inOrder([...others, step]) });
  else look({ openSheet: step, pinnedSheets: others });
}

/** Those of the names that are steps, each once, in the order of the steps. */
export function inOrder(names: readonly string[]): Step[] {
  return steps.filter((step) => names.includes(step));
}
