/** A label that stands as columns of zeros and ones, one a class, of which each row has a single one. Pure. */
import { createRandom } from '../../engine/random';
import type { CsvColumn } from './columns';
import type { Layout } from './layout';
import { isMissing } from './numbers';
import type { CsvTable } from './table';

/** Rows that may have no one, or several: mistakes. */
const mostMistakes = 0.05;

/** 1, 0, or NaN where a cell is neither. */
export function hotValue(cell: string): number {
  const text = cell.trim().toLowerCase();
  if (/^(1(\.0*)?|true|t)$/.test(text)) return 1;
  return /^(0(\.0*)?|false|f)$/.test(text) ? 0 : Number.NaN;
}

/** Neighbours that make up such a group, the largest there is, with two columns of numbers left; empty without one. */
export function findOneHot(
  table: CsvTable,
  columns: readonly CsvColumn[],
  layout: Layout,
  free: readonly number[],
): readonly number[] {
  const isNumeric = (i: number) => (columns[i]?.numeric ?? 0) >= 0.5;
  const numeric = free.filter(isNumeric).length;
  const hot = free.filter((i) => isHot(columns[i]));
  const tallies = tallyRows(table, layout, hot);
  for (let size = hot.length; size >= 2; size--) {
    for (let start = 0; start + size <= hot.length; start++) {
      const group = hot.slice(start, start + size);
      const isTogether = (group.at(-1) as number) - (group[0] as number) === size - 1;
      if (!isTogether || numeric - group.filter(isNumeric).length < 2) continue;
      if (isOneHot(tallies, start, start + size)) return group;
    }
  }
  return [];
}

/** Whether a column holds zeros and ones, and both. */
function isHot(column: CsvColumn | undefined): boolean {
  return column?.kinds.length === 2 && column.kinds.every((kind) => !Number.isNaN(hotValue(kind)));
}

/** Rows that are looked at, spread over the table: a table may have 256 such columns, and 30,000 groups of neighbours. */
const mostRows = 2000;

/** What a row holds before each of the columns, so that the cells of any group are counted by a difference. [column] */
interface RowTally {
  readonly ones: Uint16Array;
  readonly missing: Uint16Array;
  /** Cells that are neither a zero nor a one. */
  readonly others: Uint16Array;
}

function tallyRows({ rows }: CsvTable, layout: Layout, columns: readonly number[]): RowTally[] {
  const tallies: RowTally[] = [];
  if (columns.length < 2) return tallies;
  for (const row of sampledRows(layout.first, rows.length)) {
    if (layout.comments.has(row)) continue;
    const [ones, missing, others] = [0, 1, 2].map(() => new Uint16Array(columns.length + 1)) as [
      Uint16Array,
      Uint16Array,
      Uint16Array,
    ];
    for (const [place, column] of columns.entries()) {
      const cell = rows[row]?.[column] ?? '';
      const value = hotValue(cell);
      ones[place + 1] = (ones[place] as number) + (value === 1 ? 1 : 0);
      missing[place + 1] = (missing[place] as number) + (isMissing(cell) ? 1 : 0);
      others[place + 1] = (others[place] as number) + (Number.isNaN(value) ? 1 : 0);
    }
    tallies.push({ ones, missing, others });
  }
  return tallies;
}

/** All rows, or one by chance of each of so many equal parts: rows at equal distances may fall into step with a table that repeats itself. */
function sampledRows(first: number, end: number): number[] {
  const count = Math.max(0, end - first);
  if (count <= mostRows) return Array.from({ length: count }, (_, i) => first + i);
  const random = createRandom(1);
  const part = count / mostRows;
  return Array.from({ length: mostRows }, (_, i) => first + Math.floor((i + random.uniform()) * part));
}

function isOneHot(tallies: readonly RowTally[], from: number, to: number): boolean {
  const within = (counts: Uint16Array) => (counts[to] as number) - (counts[from] as number);
  let [counted, mistakes] = [0, 0];
  for (const { ones, missing, others } of tallies) {
    if (within(missing) === to - from) continue;
    counted++;
    if (within(ones) === 1 && within(others) === 0) continue;
    mistakes++;
    if (mistakes > mostMistakes * tallies.length) return false;
  }
  return counted > 0 && mistakes <= mostMistakes * counted;
}

/** What the columns are called without what all of them begin with: `species_setosa`, `color=red`. */
export function hotNames(names: readonly string[]): string[] {
  const [first = ''] = names;
  const cut = [...first.matchAll(/[_=.:]/g)]
    .map(({ index }) => first.slice(0, index + 1))
    .findLast((prefix) => names.every((name) => name.startsWith(prefix) && name.length > prefix.length));
  return names.map((name) => name.slice(cut?.length ?? 0));
}
