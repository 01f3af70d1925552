/**
 * The pointer in the table, taken in one place for all its cells. A press puts the cursor on a cell, another edits it; a press on a
 * number selects the row (with Ctrl, or by finger, besides others; with Shift all between). Resting on a row points at its point.
 */
import { type FocusEvent, type MouseEvent, type PointerEvent, useRef } from 'react';
import { look, store } from '../../../../store/store';
import { type ColumnId, columnsOf } from './columns';
import { type SelectHow, selectRow } from './rowSelection';
import type { Cell, Grid } from './useGrid';

export function useGridPresses(grid: Grid, order: Uint32Array) {
  /** The cell that had the focus before the press gave it to another. */
  const before = useRef<Element | null>(null);
  const byFinger = useRef(false);

  const onPointerDown = ({ pointerType }: PointerEvent) => {
    before.current = document.activeElement;
    byFinger.current = pointerType === 'touch';
  };
  const onClick = (event: MouseEvent) => {
    const pressed = cellAt(event);
    if (!pressed) return;
    const { cell, element } = pressed;
    const index = order[cell.row];
    if (index === undefined) return;
    if (cell.column === 'follow') follow(index);
    if (cell.column === 'number') select(grid, order, cell.row, howOf(event, byFinger.current));
    if (before.current === element) grid.startEditing(cell);
    else grid.moveTo(cell);
  };
  const onPointerOver = ({ target }: PointerEvent) => {
    const index =
      target instanceof Element ? target.closest<HTMLElement>('[data-index]')?.dataset.index : undefined;
    const pointed = index === undefined ? null : Number(index);
    if (pointed !== store.getState().view.pointed) look({ pointed });
  };
  const forget = () => look({ pointed: null });
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) forget();
  };
  return { onPointerDown, onClick, onPointerOver, onPointerLeave: forget, onBlur };
}

/** What was pressed; null beside the rows and in a field. */
function cellAt({ target, currentTarget }: MouseEvent): { cell: Cell; element: Element } | null {
  if (!(target instanceof Element) || !currentTarget.contains(target) || target.closest('input')) return null;
  const element = target.closest<HTMLElement>('[data-column]');
  const row = element?.closest<HTMLElement>('[data-row]')?.dataset.row;
  const columns = columnsOf(store.getState().experiment.data);
  const column = columns.find((id: ColumnId) => id === element?.dataset.column);
  return element && row !== undefined && column ? { cell: { row: Number(row), column }, element } : null;
}

function howOf({ shiftKey, ctrlKey, metaKey }: MouseEvent, byFinger: boolean): SelectHow {
  if (shiftKey) return 'range';
  return ctrlKey || metaKey || byFinger ? 'toggle' : 'only';
}

function select({ anchor, setAnchor }: Grid, order: Uint32Array, row: number, how: SelectHow): void {
  if (how !== 'range') setAnchor(row);
  const { selection } = store.getState().view;
  look({ selection: selectRow({ selection, order, anchor }, row, how) });
}

/** Pins a point, or lets go of it. */
function follow(index: number): void {
  const { probe } = store.getState().view;
  const isFollowed = probe?.kind === 'point' && probe.index === index;
  look({ probe: isFollowed ? null : { kind: 'point', index } });
}
