import { expect, test } from 'vitest';
import { createScoreGrid, fillScores, refinement } from './scoreGrid';

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

/** One unit whose value depends on the place in cells. */
function gridOf(side: number, at: (x: number, y: number) => number) {
  const values = Float32Array.from({ length: side * side }, (_, i) =>
    at((i % side) + 0.5, Math.floor(i / side) + 0.5),
  );
  return { columns: side, rows: side, units: 1, values };
}

test('coarse grids are divided to about 128 cells a side, fine ones stay', () => {
  const parts = [20, 32, 48, 64, 96, 128, 256].map((side) => refinement({ columns: side, rows: side }));
  expect(parts).toEqual([4, 4, 3, 2, 2, 1, 1]);
});

test('a sharp sigmoid is refined through its logit: exact, also along the edges', () => {
  const z = (x: number, y: number) => 2 * x - 0.5 * y - 4;
  const grid = gridOf(4, (x, y) => sigmoid(z(x, y)));
  const fine = createScoreGrid(grid);
  expect(fillScores(fine, grid)).toBe('logarithm');
  expect(fine.columns).toBe(16);
  for (let cell = 0; cell < 256; cell++) {
    const x = ((cell % 16) + 0.5) / 4;
    const y = (Math.floor(cell / 16) + 0.5) / 4;
    expect(fine.scores[cell]).toBeCloseTo(z(x, y), 3);
  }
});

test('outputs beyond 0 and 1 are refined as they are', () => {
  const grid = gridOf(32, (x, y) => x - 2 * y);
  const fine = createScoreGrid(grid);
  expect(fillScores(fine, grid)).toBe('plain');
  expect(fine.scores[5 * 128 + 9]).toBeCloseTo(9.5 / 4 - (2 * 5.5) / 4, 4);
});

test('certainty stays finite', () => {
  const grid = gridOf(128, (x) => (x < 64 ? 0 : 1));
  const fine = createScoreGrid(grid);
  fillScores(fine, grid);
  expect(fine.scores.every(Number.isFinite)).toBe(true);
  expect(fine.scores[0]).toBeCloseTo(-fine.scores[127]!, 1);
});

test('what is not finite stays in its neighbourhood', () => {
  const grid = gridOf(64, (x) => (x < 10 ? Number.NaN : 0.5));
  const fine = createScoreGrid(grid);
  fillScores(fine, grid);
  expect(fine.scores[0]).toBeNaN();
  expect(fine.scores[30]).toBe(0);
});
