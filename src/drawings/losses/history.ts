/**
 * The memory of a curve over the epochs: as many rows as the eye can use, however long the run. When it is full, every second row
 * goes, and from then on only every second arrival stays; the first and the latest row are always there. Same rows in, same rows out.
 */
import type { HistoryRow } from '../../engine/training/snapshot';

/** What a curve is drawn from at one moment of a run. */
export interface EpochRow {
  readonly epoch: number;
}

export interface History<Row extends EpochRow> {
  /** In order of arrival; a new array after every append. */
  readonly rows: readonly Row[];
  /** Rows that arrived in all. */
  readonly arrived: number;
  /** One arrival in `stride` stays (the latest besides). A power of two. */
  readonly stride: number;
}

export type LossHistory = History<HistoryRow>;

const MOST_ROWS = 4000;

export const emptyHistory: History<never> = { rows: [], arrived: 0, stride: 1 };

/** Appends rows in order. `mostRows` is at least 2. */
export function appendHistory<Row extends EpochRow>(
  history: History<Row>,
  added: readonly Row[],
  mostRows = MOST_ROWS,
): History<Row> {
  if (added.length === 0) return history;
  const rows = history.rows.slice();
  let { arrived, stride } = history;
  for (const row of added) {
    // The same moment again, say after a weight was set by hand.
    if (rows.at(-1)?.epoch === row.epoch) {
      rows[rows.length - 1] = row;
      continue;
    }
    // The latest row was kept only for being the latest.
    if (arrived > 0 && (arrived - 1) % stride !== 0) rows.pop();
    rows.push(row);
    arrived++;
    if (rows.length <= mostRows) continue;
    stride *= 2;
    thin(rows, (arrived - 1) % stride !== 0);
  }
  return { rows, arrived, stride };
}

/** What is left when everything after `epoch` is taken back. */
export function historyUntil<Row extends EpochRow>(history: History<Row>, epoch: number): History<Row> {
  const rows = history.rows.filter((row) => row.epoch <= epoch);
  // As if the row after the last one that has a place of its own were the next to arrive.
  const arrived = rows.length === 0 ? 0 : (rows.length - 1) * history.stride + 1;
  return { rows, arrived, stride: history.stride };
}

/** Keeps rows 0, 2, 4 …, and the last one too when it has no place of its own. */
function thin(rows: EpochRow[], keepLast: boolean): void {
  const last = rows.at(-1)!;
  let kept = 0;
  for (let i = 0; i < rows.length; i += 2) rows[kept++] = rows[i]!;
  rows.length = kept;
  if (keepLast && rows.at(-1) !== last) rows.push(last);
}
