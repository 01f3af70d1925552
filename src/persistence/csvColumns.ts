/** What the columns of a table hold: numbers, or labels, and of how many kinds. */
import type { CsvTable } from './csv';
import { readNumber } from './csvNumbers';
import { createPauses, type SliceOptions } from './csvSlices';

export interface CsvColumn {
  /** The cell of the first row, which is the column's name if that row is a header. */
  readonly first: string;
  /** NaN where the cell is no number. [row] */
  readonly numbers: Float64Array;
  /** The share of its filled cells, 0–1, that are numbers; the first row, perhaps a header, counts only where it is alone. */
  readonly numeric: number;
  /** Whether all numbers are whole and small, as codes of classes are. */
  readonly isCode: boolean;
  /** Different labels, the first row not counted; `mostKinds` stands for many. */
  readonly kinds: number;
}

/** More columns than these are not looked at. */
const mostColumns = 64;
const mostKinds = 20;
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
export async function examineColumns(table: CsvTable, options: SliceOptions = {}): Promise<CsvColumn[]> {
  const pause = createPauses(options);
  const width = Math.min(
    mostColumns,
    table.rows.reduce((most, row) => Math.max(most, row.length), 0),
  );
  const tallies = Array.from({ length: width }, () => createTally(table.rows.length));
  const decimalComma = table.separator !== ',';
  for (const [index, row] of table.rows.entries()) {
    for (const [column, tally] of tallies.entries()) tally.add(index, row[column] ?? '', decimalComma);
    if (index % 256 === 0) await pause(index / table.rows.length);
  }
  return tallies.map((tally, column) => tally.finish(table.rows[0]?.[column] ?? ''));
}

function createTally(rows: number) {
  const numbers = new Float64Array(rows).fill(Number.NaN);
  const labels = new Set<string>();
  let [filled, numeric, isCode] = [0, 0, true];
  return {
    add(index: number, cell: string, decimalComma: boolean) {
      const label = cell.trim();
      if (label === '') return;
      const number = readNumber(label, decimalComma);
      numbers[index] = number;
      if (index === 0 && rows > 1) return;
      filled++;
      if (labels.size < mostKinds) labels.add(label);
      if (Number.isNaN(number)) return;
      numeric++;
      if (!Number.isInteger(number) || Math.abs(number) > largestCode) isCode = false;
    },
    finish: (first: string): CsvColumn => ({
      first: first.trim(),
      numbers,
      numeric: filled > 0 ? numeric / filled : 0,
      isCode,
      kinds: labels.size,
    }),
  };
}
