/** What the loss curves say at an epoch: those of the run, and further ones as far as they go. */
import type { EpochRow } from '../../engine/training/history';
import type { HistoryRow } from '../../engine/training/snapshot';
import type { EpochChartWords } from '../epochChart/EpochChart';
import { nearestRow } from '../epochChart/nearestRow';
import type { EpochReading, ReadValue } from '../epochChart/Readout';
import { lineColour, type Overlay, overlayLoss } from './overlay';

export interface LossWords extends EpochChartWords {
  readonly train: string;
  readonly test: string;
  /** What goes up: the cost. */
  readonly cost: string;
}

/** Of the line and the dots of the test loss: paler than its name may be. */
export const testColour = 'var(--edge)';

/** The epochs that can be read: those of the run, or without one those of the longest further curve. */
export function readableRows(rows: readonly HistoryRow[], overlays: readonly Overlay[]): readonly EpochRow[] {
  if (rows.length > 0) return rows;
  return overlays.reduce<readonly EpochRow[]>(
    (longest, { points }) => (points.length > longest.length ? points : longest),
    [],
  );
}

/** Of further curves only those that have a finite loss there. */
export function readingAt(
  epoch: number,
  rows: readonly HistoryRow[],
  overlays: readonly Overlay[],
  words: Pick<LossWords, 'train' | 'test'>,
): EpochReading {
  const row = rows[nearestRow(rows, epoch)];
  const values: ReadValue[] = [];
  if (row) values.push({ name: words.train, value: row.trainLoss });
  if (row && row.testLoss !== null) {
    values.push({ name: words.test, value: row.testLoss, dotColour: testColour });
  }
  for (const overlay of overlays) {
    const value = overlayLoss(overlay, epoch);
    if (value === null || !Number.isFinite(value)) continue;
    const colour = lineColour(overlay.line);
    values.push({ name: overlay.label, value, dotColour: colour, nameColour: colour });
  }
  return { epoch, values };
}
