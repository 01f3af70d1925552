/** Keys that work everywhere but in text fields. The plane has its own besides. */
import { tinykeys } from 'tinykeys';
import { limits } from '../engine/experiment';
import { questions } from '../panels/page/pages';
import { showPage } from '../store/page';
import type { PageId } from '../store/runState';
import { look, pause, play, redo, reset, step, store, undo } from '../store/store';

function isTyping({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type=range], [type=checkbox], [type=radio]), textarea, select')
  );
}

/** Space and Enter press what has the focus. */
function isOnControl({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('button, a, input, [role=option], [role=application]') !== null
  );
}

function unlessTyping(work: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (isTyping(event)) return;
    event.preventDefault();
    work();
  };
}

function playOrPause(event: KeyboardEvent): void {
  if (isOnControl(event)) return;
  event.preventDefault();
  const { playing, replaying } = store.getState().run;
  if (playing || replaying) pause();
  else play();
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

/** Listens on the window; answers how to stop. */
export function listenToKeys(): () => void {
  const brushes: Record<string, (event: KeyboardEvent) => void> = {};
  for (let index = 0; index < limits.planeClasses[1]; index++) {
    brushes[String(index + 1)] = unlessTyping(() => chooseBrush(index));
  }
  return tinykeys(window, {
    '$mod+z': unlessTyping(undo),
    '$mod+Shift+z': unlessTyping(redo),
    '$mod+y': unlessTyping(redo),
    e: unlessTyping(() => look({ tool: { kind: 'eraser' } })),
    s: unlessTyping(() => look({ tool: { kind: 'select' } })),
    p: unlessTyping(() => look({ tool: { kind: 'probe' } })),
    n: unlessTyping(() => step(store.getState().view.stepUnit)),
    r: unlessTyping(reset),
    ArrowRight: inPresent(() => turnPage(1)),
    ArrowLeft: inPresent(() => turnPage(-1)),
    Escape: inPresent(
      () => look({ mode: 'explore', show: null }),
      () => false,
    ),
    Space: playOrPause,
    ...brushes,
  });
}
