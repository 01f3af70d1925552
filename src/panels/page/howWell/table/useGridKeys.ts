/**
 * The keys of the table. Arrows, Home, End, Page Up and Page Down move; with Shift they select rows. Enter or F2 edits, and so does
 * typing; Space selects, Delete removes, Escape lets go of the selection.
 */
import type { KeyboardEvent } from 'react';
import { removePoints, setPoint } from '../../../../store/dataEdits';
import { edit, look, store } from '../../../../store/store';
import { meantKeys } from '../../../controls/meantKeys';
import { mostClasses } from './cellText';
import { type ColumnId, columnsOf, isEditable } from './columns';
import { selectRow } from './rowSelection';
import type { Cell, Grid } from './useGrid';

export function useGridKeys(grid: Grid, order: Uint32Array, rowPx: number) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (grid.editing || event.altKey || event.defaultPrevented) return;
    const columns = columnsOf(store.getState().experiment.data);
    const page = Math.max(1, Math.floor((grid.element?.clientHeight ?? 0) / rowPx) - 2);
    const to = destination(event, grid.cursor, columns, order.length, page);
    if (to) move(grid, order, to, event.shiftKey);
    else if (!act(event, grid, order)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return onKeyDown;
}

/** Where a key goes; null for keys that go nowhere. */
function destination(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  { row, column }: Cell,
  columns: readonly ColumnId[],
  rows: number,
  page: number,
): Cell | null {
  const far = ctrlKey || metaKey;
  const beside = (step: number): Cell => {
    const place = Math.min(Math.max(columns.indexOf(column) + step, 0), columns.length - 1);
    return { row, column: columns[place] ?? column };
  };
  const at = (to: number): Cell => ({ row: Math.min(Math.max(to, -1), rows - 1), column });
  switch (key) {
    case 'ArrowUp':
      return at(far ? 0 : row - 1);
    case 'ArrowDown':
      return at(far ? rows - 1 : row + 1);
    case 'ArrowLeft':
      return beside(far ? -columns.length : -1);
    case 'ArrowRight':
      return beside(far ? columns.length : 1);
    case 'PageUp':
      return at(Math.max(row - page, 0));
    case 'PageDown':
      return at(row + page);
    case 'Home':
      return far ? { row: 0, column: columns[0] ?? column } : beside(-columns.length);
    case 'End':
      return far ? { row: rows - 1, column: columns.at(-1) ?? column } : beside(columns.length);
    default:
      return null;
  }
}

function move(grid: Grid, order: Uint32Array, to: Cell, isSelecting: boolean): void {
  if (isSelecting && to.row >= 0 && to.row !== grid.cursor.row) {
    const { selection } = store.getState().view;
    const anchor = selection.size === 0 ? grid.cursor.row : grid.anchor;
    grid.setAnchor(anchor);
    look({ selection: selectRow({ selection, order, anchor }, to.row, 'range') });
  }
  grid.moveTo(to);
}

/** Answers whether the key means something here. Headers and buttons have their own Enter and Space. */
function act(event: KeyboardEvent, grid: Grid, order: Uint32Array): boolean {
  const { row, column } = grid.cursor;
  const { key } = event;
  const isButton = row < 0 || column === 'follow';
  if (event.ctrlKey || event.metaKey) {
    if (!meantKeys(event.nativeEvent).some((meant) => meant.toLowerCase() === 'a')) return false;
    look({ selection: new Set(order) });
    return true;
  }
  if (key === 'Escape') return letGo();
  if (row < 0) return false;
  if (key === 'Delete' || key === 'Backspace') return remove(order[row]);
  if (isButton) return false;
  if (key === ' ' || (key === 'Enter' && column === 'number')) return toggle(grid, order, row);
  if (key === 'Enter' || key === 'F2') grid.startEditing(grid.cursor);
  else return typedIn(column, event).some((typed) => type(typed, grid, order[row]));
  return isEditable(column);
}

/** A class is chosen by the place of its digit, a number is written. */
function typedIn(column: ColumnId, event: KeyboardEvent): readonly string[] {
  const isClass = column === 'y' && store.getState().experiment.data.task === 'classification';
  return isClass ? meantKeys(event.nativeEvent) : [event.key];
}

/** A digit or sign begins a number; in the column of classes a digit is the class. */
function type(key: string, grid: Grid, index: number | undefined): boolean {
  const { column } = grid.cursor;
  const { data } = store.getState().experiment;
  if (index === undefined || !isEditable(column) || !/^[-+−.,\d]$/.test(key)) return false;
  if (column !== 'y' || data.task === 'regression') {
    grid.startEditing(grid.cursor, key);
    return true;
  }
  const chosen = Number(key);
  if (chosen < 1 || chosen > mostClasses(data)) return false;
  edit((experiment) => setPoint(experiment, index, { y: chosen - 1 }));
  return true;
}

function letGo(): boolean {
  if (store.getState().view.selection.size === 0) return false;
  look({ selection: new Set() });
  return true;
}

function toggle({ setAnchor }: Grid, order: Uint32Array, row: number): boolean {
  setAnchor(row);
  const { selection } = store.getState().view;
  look({ selection: selectRow({ selection, order, anchor: row }, row, 'toggle') });
  return true;
}

/** Removes what is selected, or else the point of the row. */
function remove(index: number | undefined): boolean {
  const { selection } = store.getState().view;
  if (selection.size === 0 && index === undefined) return false;
  const gone = selection.size > 0 ? selection : new Set(index === undefined ? [] : [index]);
  edit((experiment) => removePoints(experiment, gone));
  return true;
}
