import { ticks } from 'd3-array';
import { expect, it } from 'vitest';
import { axisNumbers } from './axisNumbers';

it('numbers are short where the plane is', () => {
  expect(axisNumbers([-6, -4, -2, 0, 2])).toEqual(['−6', '−4', '−2', '0', '2']);
  expect(axisNumbers([0, 0.5, 1])).toEqual(['0.0', '0.5', '1.0']);
  expect(axisNumbers([0, 2000, 4000])).toEqual(['0', '2,000', '4,000']);
});

it('places that differ in the fourth decimal have numbers that do', () => {
  expect(axisNumbers(ticks(116.2996, 116.3042, 5))).toEqual([
    '116.300',
    '116.301',
    '116.302',
    '116.303',
    '116.304',
  ]);
  expect(axisNumbers(ticks(116.3001, 116.3004, 3))).toEqual(['116.3001', '116.3002', '116.3003', '116.3004']);
});

it('metres of a map grid keep their last figures, and round millions are written shorter', () => {
  expect(axisNumbers([448_250, 448_300])).toEqual(['448,250', '448,300']);
  expect(axisNumbers([0, 5e6, 1e7])).toEqual(['0', '5e6', '1e7']);
  expect(axisNumbers([0, 2e-6, 4e-6])).toEqual(['0', '2e−6', '4e−6']);
});

it.each([
  [-1e6, 1e6],
  [999_999, 1e6],
  [0, 1e-6],
  [116.3, 116.3003],
  [-0.02, 0.0301],
])('from %d to %d no two are alike', (low, high) => {
  for (const count of [2, 5, 8]) {
    const words = axisNumbers(ticks(low, high, count));
    expect(new Set(words).size).toBe(words.length);
  }
});
