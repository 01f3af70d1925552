/** The columns of the table: which there are for a task, what they sort by, which can be typed in. */
import type { PreparedData } from '../../../../engine/data/prepareData';
import type { DataSpec } from '../../../../engine/experiment';
import type { Snapshot } from '../../../../engine/training/snapshot';
import { answersFor } from '../../../shared/answersFor';

export type ColumnId = 'number' | 'x1' | 'x2' | 'y' | 'split' | 'prediction' | 'loss' | 'follow';

const twoInputs: readonly ColumnId[] = ['number', 'x1', 'x2', 'y', 'split', 'prediction', 'loss', 'follow'];

const oneInput = twoInputs.filter((column) => column !== 'x2');

/** The same list every time. */
export function columnsOf({ inputs }: Pick<DataSpec, 'inputs'>): readonly ColumnId[] {
  return inputs === 1 ? oneInput : twoInputs;
}

export type EditableColumn = 'x1' | 'x2' | 'y';

export function isEditable(column: ColumnId): column is EditableColumn {
  return column === 'x1' || column === 'x2' || column === 'y';
}

/** Changes while training, so that rows sorted by it stay where they are until they are sorted again. */
export function isLive(column: ColumnId): boolean {
  return column === 'prediction' || column === 'loss';
}

/** What rows are sorted by. [point] */
export function keysOf(
  column: ColumnId,
  { points, split }: PreparedData,
  snapshot: Snapshot | null,
): Float64Array {
  const count = points.y.length;
  const answers = answersFor(snapshot, count);
  switch (column) {
    case 'x1':
    case 'x2':
    case 'y':
      return points[column];
    case 'split':
      return Float64Array.from(split.isTest);
    case 'prediction':
    case 'loss':
      return answers
        ? Float64Array.from(column === 'loss' ? answers.losses : answers.predictions)
        : new Float64Array(count).fill(Number.NaN);
    case 'number':
    case 'follow':
      return Float64Array.from({ length: count }, (_, i) => i);
  }
}
