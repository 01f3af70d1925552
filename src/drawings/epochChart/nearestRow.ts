import { bisector } from 'd3-array';
import type { EpochRow } from '../../engine/training/history';

const byEpoch = bisector((row: EpochRow) => row.epoch);

/** Index of the row nearest to an epoch; `rows` ascend. −1 when there is none. */
export function nearestRow(rows: readonly EpochRow[], epoch: number): number {
  return rows.length === 0 ? -1 : byEpoch.center(rows, epoch);
}
