/** Which row of the history is read: the one nearest to the pointer, or the one a key moves to. −1 is none. */
import { bisector } from 'd3-array';
import type { HistoryRow } from '../../engine/training/snapshot';
import { type Overlay, overlayLoss } from './overlay';

const byEpoch = bisector((row: AtEpoch) => row.epoch);

export interface AtEpoch {
  readonly epoch: number;
}

/** What all curves say at one epoch. */
export interface LossReading extends AtEpoch {
  /** null where there is no run but further curves. */
  readonly row: HistoryRow | null;
  /** Curves that have a finite loss there. */
  readonly besides: readonly { readonly line: number; readonly label: string; readonly loss: number }[];
}

/** Index into `rows` (ascending epochs). */
export function nearestRow(rows: readonly AtEpoch[], epoch: number): number {
  return rows.length === 0 ? -1 : byEpoch.center(rows, epoch);
}

/** The epochs that can be read: those of the run, or without one those of the longest further curve. */
export function readableRows(rows: readonly HistoryRow[], overlays: readonly Overlay[]): readonly AtEpoch[] {
  if (rows.length > 0) return rows;
  return overlays.reduce<readonly AtEpoch[]>(
    (longest, { points }) => (points.length > longest.length ? points : longest),
    [],
  );
}

export function readingAt(
  epoch: number,
  rows: readonly HistoryRow[],
  overlays: readonly Overlay[],
): LossReading {
  const besides = overlays.flatMap((overlay) => {
    const loss = overlayLoss(overlay, epoch);
    return loss !== null && Number.isFinite(loss) ? [{ line: overlay.line, label: overlay.label, loss }] : [];
  });
  return { epoch, row: rows[nearestRow(rows, epoch)] ?? null, besides };
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
