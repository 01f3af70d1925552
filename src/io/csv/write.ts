/**
 * Points with what the model says about them as CSV (RFC 4180): coordinates and targets in full, so that an import has them back. The
 * columns that programs read come first and have fixed names; points with names of their own follow under these.
 */
import Papa from 'papaparse';
import type { Points } from '../../engine/data/dataset';
import type { DataSpec, PointNames } from '../../engine/experiment';
import { float32Text } from '../../engine/float32Text';
import { createPauses, type SliceOptions } from '../slices';

export interface WrittenPoints {
  readonly data: Pick<DataSpec, 'task' | 'inputs'>;
  readonly points: Points;
  /** 1 in the test set, 0 in training. [point] */
  readonly isTest: Uint8Array;
  /** Predicted class, from 0, or value; null where nothing is known. [point] */
  readonly predictions: Float32Array | null;
  /** [point] */
  readonly losses: Float32Array | null;
  readonly names?: PointNames | undefined;
}

/** Rows of one piece of text. */
const pieceRows = 1000;

/** The text in pieces, a header first. */
export async function writeCsv(written: WrittenPoints, options: SliceOptions = {}): Promise<string[]> {
  const pause = createPauses(options);
  const { points } = written;
  const own = namedColumns(written);
  const pieces = [lines([[...headerOf(written.data), ...own.map(({ name }) => name)]])];
  for (let start = 0; start < points.y.length; start += pieceRows) {
    const end = Math.min(start + pieceRows, points.y.length);
    const rows = Array.from({ length: end - start }, (_, i) => [
      ...rowOf(written, start + i),
      ...own.map(({ cell }) => cell(start + i)),
    ]);
    pieces.push(lines(rows));
    await pause(end / points.y.length);
  }
  return pieces;
}

function lines(rows: readonly (readonly string[])[]): string {
  return `${Papa.unparse(rows as string[][], { newline: '\r\n' })}\r\n`;
}

function headerOf({ task, inputs }: WrittenPoints['data']): string[] {
  const columns = inputs === 1 ? ['x1'] : ['x1', 'x2'];
  return [...columns, task === 'classification' ? 'class' : 'y', 'split', 'prediction', 'loss'];
}

/** The columns again under the names that they have, the class as its label. */
function namedColumns({ data, points, names }: WrittenPoints) {
  const columns: { readonly name: string; readonly cell: (i: number) => string }[] = [];
  if (!names) return columns;
  const add = (name: string, cell: (i: number) => string) => {
    if (name !== '') columns.push({ name, cell });
  };
  add(names.x1, (i) => String(points.x1[i]));
  if (data.inputs === 2) add(names.x2, (i) => String(points.x2[i]));
  if (data.task === 'regression') add(names.y, (i) => String(points.y[i]));
  else if (names.classes.length > 0) add(names.y || 'label', (i) => names.classes[points.y[i] ?? 0] ?? '');
  return columns;
}

function rowOf({ data, points, isTest, predictions, losses }: WrittenPoints, i: number): string[] {
  const classifies = data.task === 'classification';
  const answer = (value: number | undefined) => {
    if (value === undefined) return '';
    return classifies ? String(value + 1) : String(value);
  };
  return [
    String(points.x1[i]),
    ...(data.inputs === 1 ? [] : [String(points.x2[i])]),
    answer(points.y[i]),
    isTest[i] === 1 ? 'test' : 'train',
    classifies ? answer(predictions?.[i]) : float32Text(predictions?.[i]),
    float32Text(losses?.[i]),
  ];
}

/** Some points as rows to paste into a spreadsheet or back into the table: coordinates and class (from 1) or target, tab-separated. */
export function spreadsheetRows(
  { task, inputs }: WrittenPoints['data'],
  { x1, x2, y }: Points,
  indices: Iterable<number>,
): string {
  const first = task === 'classification' ? 1 : 0;
  return Array.from(indices, (i) => {
    const answer = (y[i] ?? 0) + first;
    return (inputs === 1 ? [x1[i], answer] : [x1[i], x2[i], answer]).join('\t');
  }).join('\n');
}
