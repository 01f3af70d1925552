/** Points with what the model says about them as CSV (RFC 4180): coordinates and targets in full, so that an import has them back. */
import { csvFormatRow } from 'd3-dsv';
import type { Points } from '../engine/data/dataset';
import type { DataSpec } from '../engine/experiment';
import { singleText } from '../engine/singleText';
import { createPauses, type SliceOptions } from './csvSlices';

export interface WrittenPoints {
  readonly data: Pick<DataSpec, 'task' | 'inputs'>;
  readonly points: Points;
  /** 1 in the test set, 0 in training. [point] */
  readonly isTest: Uint8Array;
  /** Predicted class, from 0, or value; null where nothing is known. [point] */
  readonly predictions: Float32Array | null;
  /** [point] */
  readonly losses: Float32Array | null;
}

/** Rows of one piece of text. */
const pieceRows = 1000;

/** The text in pieces, a header first. */
export async function writeCsv(written: WrittenPoints, options: SliceOptions = {}): Promise<string[]> {
  const pause = createPauses(options);
  const { data, points } = written;
  const pieces = [line(headerOf(data))];
  for (let start = 0; start < points.y.length; start += pieceRows) {
    const end = Math.min(start + pieceRows, points.y.length);
    let piece = '';
    for (let i = start; i < end; i++) piece += line(rowOf(written, i));
    pieces.push(piece);
    await pause(end / points.y.length);
  }
  return pieces;
}

function line(cells: readonly string[]): string {
  return `${csvFormatRow([...cells])}\r\n`;
}

function headerOf({ task, inputs }: WrittenPoints['data']): string[] {
  const columns = inputs === 1 ? ['x1'] : ['x1', 'x2'];
  return [...columns, task === 'classification' ? 'class' : 'y', 'split', 'prediction', 'loss'];
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
    classifies ? answer(predictions?.[i]) : singleText(predictions?.[i]),
    singleText(losses?.[i]),
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
