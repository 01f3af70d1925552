/** Cells as text: short and of one width where they are read, in full where they are typed. Pure. */
import type { DataSpec } from '../../../../engine/experiment';
import { limits } from '../../../../engine/experiment';
import { furthest } from '../../../../io/csv/points';
import { readTyped, type Typed } from '../../../controls/numberText';
import type { EditableColumn } from './columns';

/** A coordinate or target, to a thousandth where that says enough. */
export function coordinateText(value: number): string {
  const size = Math.abs(value);
  const isPlain = size < 10_000 && (size >= 0.001 || size === 0);
  return (isPlain ? value.toFixed(3) : value.toPrecision(4)).replaceAll('-', '−');
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
