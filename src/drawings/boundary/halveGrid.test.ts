import { expect, test } from 'vitest';
import { halveGrid } from './halveGrid';

test('each cell is the mean of four, of the first unit only', () => {
  const side = 64;
  const values = new Float32Array(2 * side * side).fill(100);
  for (let i = 0; i < side * side; i++) values[i] = i % side;
  const half = halveGrid({ columns: side, rows: side, units: 2, values });
  expect(half).toMatchObject({ columns: 32, rows: 32 });
  expect(half.values).toHaveLength(32 * 32);
  expect([...half.values.subarray(0, 3)]).toEqual([0.5, 2.5, 4.5]);
});

test.each([
  [65, 64],
  [32, 32],
])('a grid of %i × %i is kept', (columns, rows) => {
  const grid = { columns, rows, units: 1, values: new Float32Array(columns * rows) };
  expect(halveGrid(grid)).toBe(grid);
});
