/** The row of the history nearest to an epoch. */
import { bisector } from 'd3-array';
import type { HistoryRow } from '../../engine/training/snapshot';

const byEpoch = bisector((row: HistoryRow) => row.epoch);

/** Index into `rows` (ascending epochs); −1 without rows. */
export function nearestRow(rows: readonly HistoryRow[], epoch: number): number {
  return rows.length === 0 ? -1 : byEpoch.center(rows, epoch);
}
