/**
 * Cells of the confusion matrices as selections. A selection remembers the cell it was made from, so that it can follow the cell while
 * training moves points in and out of it; any other selection ends that.
 */
import type { Snapshot } from '../../../engine/training/snapshot';
import { prepared } from '../../../store/derived';
import { look, store } from '../../../store/store';

export interface Cell {
  readonly part: 'train' | 'test';
  readonly truth: number;
  readonly predicted: number;
}

type Predicted = Pick<Snapshot, 'predictions'>;

const cellOf = new WeakMap<ReadonlySet<number>, Cell>();

export function isSelected({ part, truth, predicted }: Cell, selection: ReadonlySet<number>): boolean {
  const cell = cellOf.get(selection);
  return cell?.part === part && cell.truth === truth && cell.predicted === predicted;
}

/** Selects the points of a cell, and shows them; a cell that is selected already is let go. */
export function pressCell(cell: Cell, { predictions }: Predicted): void {
  const { selection } = store.getState().view;
  if (isSelected(cell, selection)) {
    look({ selection: new Set() });
    return;
  }
  const points = pointsOf(cell, predictions);
  cellOf.set(points, cell);
  look(cell.part === 'test' ? { selection: points, showTest: true } : { selection: points });
}

/** Brings a selection that was made from a cell up to date. */
export function followCell(snapshot: Predicted | null): void {
  const { selection } = store.getState().view;
  const cell = cellOf.get(selection);
  if (!cell || !snapshot) return;
  const points = pointsOf(cell, snapshot.predictions);
  if (points.size === selection.size && [...points].every((index) => selection.has(index))) return;
  cellOf.set(points, cell);
  look({ selection: points });
}

function pointsOf({ part, truth, predicted }: Cell, predictions: Float32Array): Set<number> {
  const { points, split } = prepared(store.getState().experiment.data);
  const found = new Set<number>();
  if (predictions.length !== points.y.length) return found;
  for (const index of split[part]) {
    if (points.y[index] === truth && predictions[index] === predicted) found.add(index);
  }
  return found;
}
