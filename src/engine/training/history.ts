/**
 * The stored rows of a curve over the epochs, bounded for runs of any length. When it is full, the row is removed whose
 * neighbours lie closest together on the film's axis; the first and the latest row are always there. Same rows in, same rows out.
 */
import { softUpdates } from './film';
import type { HistoryRow } from './snapshot';

/** What a curve is drawn from at one epoch of a run. */
export interface EpochRow {
  readonly epoch: number;
}

export interface History<Row extends EpochRow> {
  /** Ascending epochs; a new array after every append. */
  readonly rows: readonly Row[];
}

export type LossHistory = History<HistoryRow>;

const MOST_ROWS = 1500;

export const emptyHistory: History<never> = { rows: [] };

/** Appends rows in order. `mostRows` is at least 2. */
export function appendHistory<Row extends EpochRow>(
  history: History<Row>,
  added: readonly Row[],
  mostRows = MOST_ROWS,
): History<Row> {
  if (added.length === 0) return history;
  const rows = history.rows.slice();
  for (const row of added) {
    // A row of the same epoch, for example after a weight was typed, replaces the last one.
    if (rows.at(-1)?.epoch === row.epoch) rows[rows.length - 1] = row;
    else rows.push(row);
    if (rows.length > mostRows) rows.splice(leastMissed(rows), 1);
  }
  return { rows };
}

/** What is left when everything after `epoch` is taken back. */
export function historyUntil<Row extends EpochRow>(history: History<Row>, epoch: number): History<Row> {
  return { rows: history.rows.filter((row) => row.epoch <= epoch) };
}

/** Index of an inner row. The first step of a run is the measure of its beginning. */
function leastMissed(rows: readonly EpochRow[]): number {
  const soft = softUpdates * (rows[1]?.epoch || 1);
  let least = 1;
  let narrowest = Number.POSITIVE_INFINITY;
  for (let i = 1; i < rows.length - 1; i++) {
    const [before, after] = [rows[i - 1] as EpochRow, rows[i + 1] as EpochRow];
    const gap = (after.epoch + soft) / (before.epoch + soft);
    if (gap < narrowest) [least, narrowest] = [i, gap];
  }
  return least;
}
