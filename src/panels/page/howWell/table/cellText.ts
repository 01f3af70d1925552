/** Cells as text: short and of one width where they are read, in full where they are typed. Pure. */
import type { AxisRange } from '../../../../engine/data/planeRange';
import type { DataSpec } from '../../../../engine/experiment';
import { limits } from '../../../../engine/experiment';
import { furthest } from '../../../../io/csv/points';
import { readTyped, type Typed } from '../../../controls/numberText';
import type { EditableColumn } from './columns';

/** Least number of places along an axis that have different texts. */
const places = 500;

/**
 * A coordinate or target, to a thousandth where that says enough, finer where its axis is short for its numbers. `range` is what its
 * axis shows; null without one.
 */
export function coordinateText(value: number, range: AxisRange | null): string {
  return plainText(value, range).replaceAll('-', '−');
}

function plainText(value: number, range: AxisRange | null): string {
  const size = Math.abs(value);
  const step = range ? (range[1] - range[0]) / places : size / 1000;
  const isShort = step >= size / 1000 && size > 0;
  if (isShort && size < 0.001) return value.toPrecision(4);
  if (size < 10_000) return value.toFixed(Math.max(3, decimalsFor(step)));
  if (!range) return String(Number(value.toPrecision(8)));
  return isShort ? value.toPrecision(4) : value.toFixed(Math.max(0, decimalsFor(step)));
}

function decimalsFor(step: number): number {
  return Math.min(Math.ceil(-Math.log10(step)), 10);
}

/** The axis that a column lies on; null for the target of two inputs. */
export function axisOf(
  column: EditableColumn,
  { plane, inputs }: Pick<DataSpec, 'plane' | 'inputs'>,
): AxisRange | null {
  if (column === 'x1') return plane.x;
  return column === 'x2' || inputs === 1 ? plane.y : null;
}

/** A loss, or a predicted value; a dash for none. */
export function liveText(value: number | undefined): string {
  if (value === undefined) return '–';
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const size = Math.abs(value);
  const isPlain = size < 1000 && size >= 0.0005;
  return (isPlain ? value.toFixed(3) : value.toExponential(1)).replaceAll('-', '−').replace('e+', 'e');
}

/** Classes that a cell can take, counted from 1: those of the plane, or more where the document has more. */
export function mostClasses({ classes }: Pick<DataSpec, 'classes'>): number {
  return Math.max(limits.planeClasses[1], classes);
}

/** The values a cell takes: what a plane can show, which widens to it, and classes from 1. */
export function rangeOf(
  column: EditableColumn,
  data: Pick<DataSpec, 'task' | 'classes'>,
): readonly [number, number] {
  const isClass = column === 'y' && data.task === 'classification';
  return isClass ? [1, mostClasses(data)] : [-furthest, furthest];
}

/** What was typed in a cell, as a value of the column or the problem with it; classes are typed from 1 and answered from 0. */
export function readCell(
  text: string,
  column: EditableColumn,
  data: Pick<DataSpec, 'task' | 'classes'>,
): Typed {
  const isClass = column === 'y' && data.task === 'classification';
  const typed = readTyped(text, { range: rangeOf(column, data), integer: isClass });
  return 'value' in typed && isClass ? { value: typed.value - 1 } : typed;
}
