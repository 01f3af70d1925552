/** What the columns of a table hold: numbers, or labels, and of how many kinds. */

import { createPauses, type SliceOptions } from '../slices';
import type { Layout } from './layout';
import { type DecimalMark, isMissing, readNumber } from './numbers';
import { type CsvTable, mostColumns } from './table';

export interface CsvColumn {
  /** '' for none. */
  readonly name: string;
  /** NaN where the cell is no number. [row] */
  readonly numbers: Float64Array;
  /** The share of its filled cells, 0–1, that are numbers. */
  readonly numeric: number;
  /** Cells that hold something. */
  readonly filled: number;
  /** Whether all numbers are whole, and whether they are small besides, as codes of classes are. */
  readonly isWhole: boolean;
  readonly isCode: boolean;
  /** Whether the numbers count the rows: each is the one above and one more. */
  readonly isCount: boolean;
  /** Labels in the order of their first appearance; no more than `mostKinds`, which stands for many. */
  readonly kinds: readonly string[];
}

export const mostKinds = 20;
/** The largest code of a class, either sign. */
const largestCode = 10;

/** Whether a column is one of numbers, perhaps with mistakes in it. */
export function holdsNumbers(column: CsvColumn | undefined): boolean {
  return (column?.numeric ?? 0) >= 0.5;
}

/** Whether labels are numbers: the few that are not would be mistakes. */
export function holdsNumericLabels(column: CsvColumn | undefined): boolean {
  return (column?.numeric ?? 0) >= 0.9;
}

/** Examines every column; rejects with an AbortError when `options.signal` says so. */
export async function examineColumns(
  table: CsvTable,
  layout: Layout,
  mark: DecimalMark,
  options: SliceOptions = {},
): Promise<CsvColumn[]> {
  const pause = createPauses(options);
  const width = Math.min(
    mostColumns,
    table.rows.reduce(
      (most, row, i) => (i < layout.first || layout.comments.has(i) ? most : Math.max(most, row.length)),
      layout.names.length,
    ),
  );
  const tallies = Array.from({ length: width }, () => createTally(table.rows.length));
  for (let row = layout.first; row < table.rows.length; row++) {
    if (layout.comments.has(row)) continue;
    const cells = table.rows[row] ?? [];
    for (const [column, tally] of tallies.entries()) tally.add(row, cells[column] ?? '', mark);
    if (row % 256 === 0) await pause(row / table.rows.length);
  }
  return tallies.map((tally, column) => tally.finish(layout.names[column] ?? ''));
}

function createTally(rows: number) {
  const numbers = new Float64Array(rows).fill(Number.NaN);
  const kinds = new Set<string>();
  let [filled, numeric, isWhole, isCode, isCount] = [0, 0, true, true, true];
  let last = Number.NaN;
  return {
    add(row: number, cell: string, mark: DecimalMark) {
      const label = cell.trim();
      const number = readNumber(label, mark);
      if (Number.isNaN(number) && isMissing(label)) return;
      numbers[row] = number;
      filled++;
      if (kinds.size < mostKinds) kinds.add(label);
      if (filled > 1 && number !== last + 1) isCount = false;
      last = number;
      if (Number.isNaN(number)) return;
      numeric++;
      if (!Number.isInteger(number)) isWhole = false;
      if (!isWhole || Math.abs(number) > largestCode) isCode = false;
    },
    finish: (name: string): CsvColumn => ({
      name,
      numbers,
      filled,
      numeric: filled > 0 ? numeric / filled : 0,
      isWhole: isWhole && numeric > 0,
      isCode: isCode && numeric > 0,
      isCount: isCount && numeric > 1,
      kinds: [...kinds],
    }),
  };
}
