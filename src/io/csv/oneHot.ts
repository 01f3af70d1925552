/** A label that stands as columns of zeros and ones, one a class, of which each row has a single one. Pure. */
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
  const isBinary = (i: number) => (columns[i]?.kinds ?? []).every((kind) => !Number.isNaN(hotValue(kind)));
  const runs: number[][] = [];
  for (const i of free.filter(isBinary)) {
    if (runs.at(-1)?.at(-1) === i - 1) runs.at(-1)?.push(i);
    else runs.push([i]);
  }
  const groups = runs.flatMap((run) =>
    run.flatMap((_, start) => run.slice(start + 1).map((_, more) => run.slice(start, start + more + 2))),
  );
  const others = (group: readonly number[]) =>
    free.filter((i) => !group.includes(i) && (columns[i]?.numeric ?? 0) >= 0.5).length;
  return (
    groups
      .toSorted((a, b) => b.length - a.length)
      .find(
        (group) =>
          others(group) >= 2 &&
          group.every((i) => columns[i]?.kinds.length === 2) &&
          isOneHot(table, layout, group),
      ) ?? []
  );
}

function isOneHot({ rows }: CsvTable, layout: Layout, group: readonly number[]): boolean {
  let [counted, mistakes] = [0, 0];
  for (let row = layout.first; row < rows.length; row++) {
    const cells = group.map((i) => rows[row]?.[i] ?? '');
    if (layout.comments.has(row) || cells.every(isMissing)) continue;
    counted++;
    if (cells.reduce((sum, cell) => sum + hotValue(cell), 0) !== 1) mistakes++;
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
