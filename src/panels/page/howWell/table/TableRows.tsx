/** The rows in sight, and the one with the cursor wherever it is, so that it keeps the focus. Predictions and losses follow training. */
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent } from 'react';
import type { DataSpec } from '../../../../engine/experiment';
import { currentSnapshot, prepared } from '../../../../store/derived';
import { useStore } from '../../../../store/store';
import { useSnapshot } from '../../../../store/useSnapshot';
import { useWords } from '../../../controls/useWords';
import { answersFor } from '../../../shared/answersFor';
import { namesOf } from '../../../shared/dataNames';
import { columnsOf } from './columns';
import styles from './DataTable.module.css';
import { rowsOf } from './rowOrder';
import { TableRow } from './TableRow';
import type { Grid } from './useGrid';

/** Rows beyond the edges, so that a quick scroll finds them drawn. */
const overscan = 4;

interface TableRowsProps {
  data: DataSpec;
  order: Uint32Array;
  grid: Grid;
  rowPx: number;
  problemId: string;
}

export function TableRows({ data, order, grid, rowPx, problemId }: TableRowsProps) {
  const { t } = useWords();
  const { points, split } = prepared(data);
  const snapshot = answersFor(useSnapshot(currentSnapshot), order.length);
  const { selection, pointed, probe } = useStore((state) => state.view);
  const { cursor, editing } = grid;
  // oxlint-disable-next-line hooks/incompatible-library -- its functions are called here and handed to nobody
  const virtualizer = useVirtualizer({
    count: order.length,
    getScrollElement: () => grid.element,
    estimateSize: () => rowPx,
    overscan,
    // The headers lie over the first row's height.
    scrollPaddingEnd: rowPx,
    rangeExtractor: (range) => withRow(range, cursor.row),
  });
  useRowsInSight(order, grid, (row) => virtualizer.scrollToIndex(row));
  const columns = columnsOf(data);
  const names = namesOf(data);
  return (
    <tbody className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ index: row, start }) => {
        const index = order[row] ?? 0;
        return (
          <TableRow
            key={index}
            index={index}
            row={row}
            topPx={start}
            columns={columns}
            x1={points.x1[index] ?? 0}
            x2={points.x2[index] ?? 0}
            y={points.y[index] ?? 0}
            isTest={split.isTest[index] === 1}
            prediction={snapshot?.predictions[index]}
            loss={snapshot?.losses[index]}
            classes={data.task === 'classification' ? data.classes : null}
            isSelected={selection.has(index)}
            isPointed={pointed === index}
            isFollowed={probe?.kind === 'point' && probe.index === index}
            cursor={cursor.row === row ? cursor.column : null}
            plane={data.plane}
            inputs={data.inputs}
            names={names}
            t={t}
            editor={editing?.index === index ? { editing, grid, problemId } : null}
          />
        );
      })}
    </tbody>
  );
}

function withRow(range: Range, row: number): number[] {
  const rows = defaultRangeExtractor(range);
  if (row < 0 || row >= range.count || rows.includes(row)) return rows;
  return [...rows, row].sort((a, b) => a - b);
}

/** Brings rows into sight that were chosen elsewhere: selected on the plane, or pointed at by the plane's keyboard cursor. */
function useRowsInSight(order: Uint32Array, { element }: Grid, scrollTo: (row: number) => void): void {
  const selection = useStore((state) => state.view.selection);
  const pointed = useStore((state) => state.view.pointed);
  /** The first of the rows; nothing moves while the pointer is in the table. */
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
