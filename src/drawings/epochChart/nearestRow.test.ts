import { expect, test } from 'vitest';
import { nearestRow } from './nearestRow';

const rows = [0, 10, 40].map((epoch) => ({ epoch }));

test('finds the nearest row, also beyond the ends', () => {
  expect([-5, 4, 6, 24, 26, 99].map((epoch) => nearestRow(rows, epoch))).toEqual([0, 0, 1, 1, 2, 2]);
  expect(nearestRow([], 3)).toBe(-1);
});
