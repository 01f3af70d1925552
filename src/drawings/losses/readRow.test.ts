import { expect, test } from 'vitest';
import type { HistoryRow } from '../../engine/training/snapshot';
import { nearestRow, rowAfterKey } from './readRow';

const rows = [0, 10, 40].map(
  (epoch): HistoryRow => ({ epoch, trainLoss: 1, testLoss: null, trainAccuracy: null, testAccuracy: null }),
);

test('finds the nearest row, also beyond the ends', () => {
  expect([-5, 4, 6, 24, 26, 99].map((epoch) => nearestRow(rows, epoch))).toEqual([0, 0, 1, 1, 2, 2]);
  expect(nearestRow([], 3)).toBe(-1);
});

test('keys start at the latest row, move by one or a tenth and stop at the ends', () => {
  expect(rowAfterKey('ArrowLeft', -1, 50)).toBe(48);
  expect(rowAfterKey('ArrowRight', 48, 50)).toBe(49);
  expect(rowAfterKey('ArrowRight', 49, 50)).toBe(49);
  expect(rowAfterKey('PageDown', 20, 50)).toBe(15);
  expect(rowAfterKey('Home', 20, 50)).toBe(0);
  expect(rowAfterKey('End', 20, 50)).toBe(49);
});

test('Escape stops reading, other keys change nothing', () => {
  expect(rowAfterKey('Escape', 7, 50)).toBe(-1);
  expect(rowAfterKey('a', 7, 50)).toBe(7);
  expect(rowAfterKey('ArrowLeft', -1, 0)).toBe(-1);
});
