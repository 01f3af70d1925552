/**
 * Where one is in the table: the cell with the cursor, the cell that is being edited, and the sentence about a value that was refused.
 * The cursor is the one cell that Tab reaches; it has the focus while the table is used.
 */
import { useLayoutEffect, useRef, useState } from 'react';
import { setPoint } from '../../../../store/dataEdits';
import { edit, look, store } from '../../../../store/store';
import { exactText } from '../../../controls/numberText';
import { useWords } from '../../../controls/useWords';
import { rangeOf, readCell } from './cellText';
import { type ColumnId, columnsOf, type EditableColumn, isEditable } from './columns';

export interface Cell {
  /** −1 is the row of the headers. */
  readonly row: number;
  readonly column: ColumnId;
}

export interface Editing {
  /** The point. */
  readonly index: number;
  readonly column: EditableColumn;
  /** The first typed character, which replaces the value; null to edit the present value. */
  readonly typed: string | null;
}

export interface Grid {
  /** The element that scrolls; null before it is there. */
  readonly element: HTMLDivElement | null;
  readonly setElement: (element: HTMLDivElement | null) => void;
  readonly cursor: Cell;
  readonly editing: Editing | null;
  readonly problem: string | null;
  /** The row where a range of selected rows begins. */
  readonly anchor: number;
  readonly setAnchor: (row: number) => void;
  /** Puts the cursor somewhere and the focus on it. */
  readonly moveTo: (cell: Cell) => void;
  /** `typed` begins the value; `index` is the point of a row that is not drawn yet. */
  readonly startEditing: (cell: Cell, typed?: string, index?: number) => void;
  /** Gives the focus back to the cell. */
  readonly stopEditing: () => void;
  /** The focus has gone elsewhere; why a value was refused stays in sight. */
  readonly leaveEditing: () => void;
  /** Takes what was typed; answers whether it could be. */
  readonly commit: (text: string) => boolean;
  /** Edits the next cell, or the one before it. */
  readonly editNext: (step: 1 | -1) => void;
}

export function useGrid(order: Uint32Array): Grid {
  const { t } = useWords();
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const [anchor, setAnchor] = useState(0);
  const focusNext = useFocusOnCursor(element);
  const [wanted, setCursor] = useState<Cell>({ row: 0, column: 'number' });
  const [editing, setEditing] = useState<Editing | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const cursor = { ...wanted, row: Math.min(wanted.row, order.length - 1) };

  const moveTo = (cell: Cell) => {
    setCursor(cell);
    look({ pointed: order[cell.row] ?? null });
    focusNext();
  };
  const startEditing = ({ row, column }: Cell, typed?: string, index = order[row]) => {
    if (index === undefined || !isEditable(column)) return;
    setProblem(null);
    moveTo({ row, column });
    setEditing({ index, column, typed: typed ?? null });
  };
  const commit = (text: string) => {
    const refused = editing && takeTyped(editing, text);
    setProblem(refused && t(`controls.${refused.problem}`, refused.words));
    return !refused;
  };
  const leaveEditing = () => setEditing(null);
  const stopEditing = () => {
    setEditing(null);
    setProblem(null);
    focusNext();
  };
  const editNext = (step: 1 | -1) => {
    const next = neighbour(cursor, step);
    if (order[next.row] === undefined) stopEditing();
    else startEditing(next);
  };
  return {
    element,
    setElement,
    anchor,
    setAnchor,
    cursor,
    editing,
    problem,
    moveTo,
    startEditing,
    stopEditing,
    leaveEditing,
    commit,
    editNext,
  };
}

/** Gives the point what was typed for it, or answers the problem with that and what the sentence about it needs. */
function takeTyped({ index, column }: Editing, text: string) {
  const { data } = store.getState().experiment;
  const typed = readCell(text, column, data);
  if ('value' in typed) {
    edit((experiment) => setPoint(experiment, index, { [column]: typed.value }));
    return null;
  }
  const [min, max] = rangeOf(column, data);
  const words = { value: typed.text, min: exactText(min), max: exactText(max) };
  return { problem: typed.problem, words };
}

/** The next cell that can be edited, from left to right and from row to row. */
function neighbour({ row, column }: Cell, step: 1 | -1): Cell {
  const editable = columnsOf(store.getState().experiment.data).filter(isEditable);
  const place = (isEditable(column) ? editable.indexOf(column) : -1) + step;
  const next = editable[place];
  if (next) return { row, column: next };
  return { row: row + step, column: editable.at(step === 1 ? 0 : -1) ?? 'x1' };
}

/** Answers how to ask for the focus on the cursor once it is drawn; rows out of sight are not there at once. */
function useFocusOnCursor(element: HTMLDivElement | null): () => void {
  const isWanted = useRef(false);
  useLayoutEffect(() => {
    const cell = isWanted.current ? element?.querySelector<HTMLElement>('[data-cursor]') : null;
    if (!cell) return;
    isWanted.current = false;
    focusOn(cell);
    // A menu that closes leaves the rest of the page inert a little longer.
    if (document.activeElement !== cell) requestAnimationFrame(() => focusOn(cell));
  });
  return () => {
    isWanted.current = true;
  };
}

function focusOn(cell: HTMLElement): void {
  cell.focus({ preventScroll: true });
  cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
