/** Curves of kept runs and of races as the loss chart lays them over each other. */
import type { Overlay } from '../drawings/losses/overlay';
import type { HistoryRow } from '../engine/training/snapshot';
import type { RunsState } from './runs';

/** What the line of a kept run is called in the chart, where its name has no room. */
export function lineLetter(line: number): string {
  return String.fromCharCode(65 + line);
}

/** The curve of one part of the data. */
export function overlayOf(
  line: number,
  label: string,
  rows: readonly HistoryRow[],
  part: RunsState['part'],
): Overlay {
  const points = rows.map(({ epoch, trainLoss, testLoss }) => ({
    epoch,
    loss: part === 'train' ? trainLoss : (testLoss ?? Number.NaN),
  }));
  return { line, label, points };
}

/** Those of kept runs that have a line. */
export function overlaysOf({ kept, part }: RunsState): readonly Overlay[] {
  return kept.flatMap(({ line, rows }) =>
    line === null ? [] : [overlayOf(line, lineLetter(line), rows, part)],
  );
}
