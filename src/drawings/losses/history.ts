/**
 * The loss curve's memory: as many rows as the eye can use, however long the run. When it is full, every second row goes, and from
 * then on only every second arrival stays; the first and the latest row are always there. Same rows in, same rows out.
 */
import type { HistoryRow } from '../../engine/training/snapshot';

export interface LossHistory {
  /** In order of arrival; a new array after every append. */
  readonly rows: readonly HistoryRow[];
  /** Rows that arrived in all. */
  readonly arrived: number;
  /** One arrival in `stride` stays (the latest besides). A power of two. */
  readonly stride: number;
}

const MOST_ROWS = 4000;

export const emptyHistory: LossHistory = { rows: [], arrived: 0, stride: 1 };

/** Appends rows in order. `mostRows` is at least 2. */
export function appendHistory(
  history: LossHistory,
  added: readonly HistoryRow[],
  mostRows = MOST_ROWS,
): LossHistory {
  if (added.length === 0) return history;
  const rows = history.rows.slice();
  let { arrived, stride } = history;
  for (const row of added) {
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
export function historyUntil(history: LossHistory, epoch: number): LossHistory {
  const rows = history.rows.filter((row) => row.epoch <= epoch);
  // As if the row after the last one that has a place of its own were the next to arrive.
  const arrived = rows.length === 0 ? 0 : (rows.length - 1) * history.stride + 1;
  return { rows, arrived, stride: history.stride };
}

/** Keeps rows 0, 2, 4 …, and the last one too when it has no place of its own. */
function thin(rows: HistoryRow[], keepLast: boolean): void {
  const last = rows.at(-1)!;
  let kept = 0;
  for (let i = 0; i < rows.length; i += 2) rows[kept++] = rows[i]!;
  rows.length = kept;
  if (keepLast && rows.at(-1) !== last) rows.push(last);
}
