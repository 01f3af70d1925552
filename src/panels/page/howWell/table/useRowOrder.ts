/**
 * The order of the rows. A press on a header sorts by the values of that time: training and typing never move a row, only
 * another press or `sortAgain` do.
 */
import { useState } from 'react';
import type { PreparedData } from '../../../../engine/data/prepareData';
import { currentSnapshot } from '../../../../store/derived';
import { type ColumnId, isLive, keysOf } from './columns';
import { carryOrder, documentOrder, sortOrder } from './rowOrder';

export interface Sorting {
  readonly column: ColumnId;
  readonly descending: boolean;
}

interface Kept {
  readonly data: PreparedData;
  readonly order: Uint32Array;
  readonly sorting: Sorting | null;
  /** Whether values have changed since, or may have. */
  readonly isOld: boolean;
}

export interface RowOrder {
  /** The point of each row. [row] */
  readonly order: Uint32Array;
  readonly sorting: Sorting | null;
  /** Whether sorting again may change something. */
  readonly isOld: boolean;
  readonly sortBy: (column: ColumnId) => void;
  readonly sortAgain: () => void;
}

export function useRowOrder(data: PreparedData): RowOrder {
  const [known, setKept] = useState(() => sorted(data, null));
  const kept = known.data === data ? known : carried(known, data);
  if (kept !== known) setKept(kept);
  return {
    order: kept.order,
    sorting: kept.sorting,
    isOld: kept.sorting !== null && (kept.isOld || isLive(kept.sorting.column)),
    sortBy: (column) => setKept(sorted(data, nextSorting(kept.sorting, column))),
    sortAgain: () => setKept(sorted(data, kept.sorting)),
  };
}

function sorted(data: PreparedData, sorting: Sorting | null): Kept {
  const order = sorting
    ? sortOrder(keysOf(sorting.column, data, currentSnapshot.get()), sorting.descending)
    : documentOrder(data.points.y.length);
  return { data, order, sorting, isOld: false };
}

/** After a change of the points. Other points altogether are sorted again, as far as anything is known about them yet. */
function carried({ data: before, order, sorting }: Kept, data: PreparedData): Kept {
  if (!sorting) return sorted(data, null);
  const next = carryOrder(before.points, order, data.points);
  if (next) return { data, order: next, sorting, isOld: true };
  return sorted(data, isLive(sorting.column) ? null : sorting);
}

/** A first press sorts, a second turns the order round, a third goes back to the document. Of losses, the large ones matter. */
function nextSorting(sorting: Sorting | null, column: ColumnId): Sorting | null {
  const first = column === 'loss' || column === 'number';
  if (sorting?.column !== column) return { column, descending: first };
  return sorting.descending === first && column !== 'number' ? { column, descending: !first } : null;
}
