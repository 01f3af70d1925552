/** Brings rows into sight that were chosen elsewhere: selected on the plane, or pointed at by the plane's keyboard cursor. */
import { useEffect, useEffectEvent } from 'react';
import { useStore } from '../../../../store/store';
import { rowsOf } from './rowOrder';
import type { Grid } from './useGrid';

export function useRowsInSight(order: Uint32Array, { element }: Grid, scrollTo: (row: number) => void): void {
  const selection = useStore((state) => state.view.selection);
  const pointed = useStore((state) => state.view.pointed);
  /** The first of the rows; nothing moves under a hand that is in the table. */
  const show = useEffectEvent((indices: Iterable<number>) => {
    if (isInUse(element)) return;
    const rows = rowsOf(order);
    let first = Number.POSITIVE_INFINITY;
    for (const index of indices) first = Math.min(first, rows[index] ?? first);
    if (Number.isFinite(first)) scrollTo(first);
  });
  useEffect(() => show(selection), [selection]);
  useEffect(() => {
    if (pointed !== null && document.activeElement?.matches('[role=application]:focus-visible')) {
      show([pointed]);
    }
  }, [pointed]);
}

function isInUse(element: HTMLElement | null): boolean {
  return element !== null && (element.contains(document.activeElement) || element.matches(':hover'));
}
