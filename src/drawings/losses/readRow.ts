/** Which row of the history is read: the one nearest to the pointer, or the one a key moves to. −1 is none. */
import { bisector } from 'd3-array';
import type { EpochRow } from './history';

const byEpoch = bisector((row: EpochRow) => row.epoch);

/** Index into `rows` (ascending epochs). */
export function nearestRow(rows: readonly EpochRow[], epoch: number): number {
  return rows.length === 0 ? -1 : byEpoch.center(rows, epoch);
}

/**
 * The row after a key: arrows go by one, Page keys by a tenth, Home and End to the ends, Escape stops reading; other keys change
 * nothing. Reading starts at the latest row.
 */
export function rowAfterKey(key: string, index: number, count: number): number {
  if (key === 'Escape' || count === 0) return -1;
  const from = index === -1 ? count - 1 : index;
  const page = Math.max(1, Math.round(count / 10));
  const moves: Record<string, number> = {
    ArrowLeft: from - 1,
    ArrowDown: from - 1,
    ArrowRight: from + 1,
    ArrowUp: from + 1,
    PageDown: from - page,
    PageUp: from + page,
    Home: 0,
    End: count - 1,
  };
  const next = moves[key];
  return next === undefined ? index : Math.min(Math.max(next, 0), count - 1);
}
