/** The names in an export of the page: columns behind its own repeat coordinates, targets and labels under them. Pure. */
import { limits, type PointNames } from '../../engine/experiment';
import type { CsvColumn } from './columns';
import type { Layout } from './layout';
import type { CsvTable } from './table';

/** null where a table is no export with names. */
export function exportedNames(
  { rows }: CsvTable,
  columns: readonly CsvColumn[],
  { first }: Layout,
): PointNames | null {
  const header = columns.map(({ name }) => name);
  const loss = header.indexOf('loss');
  const isExport = /^x1(,x2)?,(class|y),split,prediction,loss$/.test(header.slice(0, loss + 1).join());
  if (!isExport || loss === columns.length - 1) return null;
  const [target, second] = [
    header.findIndex((name) => name === 'class' || name === 'y'),
    header.indexOf('x2'),
  ];
  const found = { x1: '', x2: '', y: '', classes: [] as string[] };
  for (const [i, column] of columns.entries()) {
    if (i <= loss) continue;
    const repeats = (of: number) =>
      column.numbers.every((value, row) => row < first || value === columns[of]?.numbers[row]);
    const name = column.name.slice(0, limits.nameLength);
    if (repeats(0)) found.x1 ||= name;
    else if (second >= 0 && repeats(second)) found.x2 ||= name;
    else {
      found.y = name;
      if (header[target] !== 'class') continue;
      for (let row = first; row < rows.length; row++) {
        const index = (columns[target]?.numbers[row] ?? 0) - 1;
        if (index >= 0 && index < limits.classes[1]) found.classes[index] ??= rows[row]?.[i]?.trim() ?? '';
      }
    }
  }
  return {
    ...found,
    classes: Array.from({ length: found.classes.length }, (_, i) =>
      (found.classes[i] ?? '').slice(0, limits.nameLength),
    ),
  };
}
