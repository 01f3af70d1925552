/** A grid with half the columns and rows, each cell the mean of four: enough for level lines, at a quarter of the work. */
import type { UnitGrid } from '../../engine/training/snapshot';

/** The first unit only. A grid with an odd side, or below 64 cells a side, is returned as it is. */
export function halveGrid(grid: UnitGrid): Omit<UnitGrid, 'units'> {
  const { columns, rows, values } = grid;
  if (columns % 2 || rows % 2 || Math.min(columns, rows) < 64) return grid;
  const half = new Float32Array((columns / 2) * (rows / 2));
  let cell = 0;
  for (let row = 0; row < rows; row += 2) {
    for (let column = 0; column < columns; column += 2) {
      const at = row * columns + column;
      half[cell++] = (values[at]! + values[at + 1]! + values[at + columns]! + values[at + columns + 1]!) / 4;
    }
  }
  return { columns: columns / 2, rows: rows / 2, values: half };
}
