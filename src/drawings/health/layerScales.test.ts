import { describe, expect, test } from 'vitest';
import { layerScales } from './layerScales';

const area = { left: 40, right: 340, top: 10, bottom: 110, textPx: 12 };
const rowsOf = (...values: number[][]) => values.map((layers, epoch) => ({ epoch, values: layers }));

test('equal ratios are equal distances, epochs run over the whole width and back', () => {
  const { x, y, epochAt, ticks } = layerScales(rowsOf([1, 0.01], [0.1, 0.001]), area);
  expect(y(0.01) - y(0.1)).toBeCloseTo(y(0.001) - y(0.01));
  expect([x(0), x(1)]).toEqual([40, 340]);
  expect(epochAt(190)).toBeCloseTo(0.5);
  expect(ticks).toEqual([1, 0.1, 0.01, 0.001]);
});

test('0 lies at the foot, below every other value', () => {
  const { y, isAtFoot } = layerScales(rowsOf([1, 0], [0.1, 1e-5]), area);
  expect(y(0)).toBe(110);
  expect(y(1e-5)).toBeLessThan(105);
  expect([isAtFoot(0), isAtFoot(1e-5)]).toEqual([true, false]);
});

test('a value that is as good as 0 does not squeeze the rest', () => {
  const { y, isAtFoot } = layerScales(rowsOf([1, 1e-200]), area);
  expect(isAtFoot(1e-200)).toBe(true);
  expect(y(0.01) - y(1)).toBeGreaterThan(10);
});

test('what is to be in sight is, with and without rows', () => {
  for (const rows of [[], rowsOf([0.5]), rowsOf([1e-9])]) {
    const { y } = layerScales(rows, area, [3e-4, 3e-3]);
    for (const value of [3e-4, 3e-3]) {
      expect(y(value)).toBeGreaterThanOrEqual(area.top);
      expect(y(value)).toBeLessThan(area.bottom);
    }
  }
});

describe.each([
  { rows: [] },
  { rows: rowsOf([0]) },
  { rows: rowsOf([3]) },
  { rows: rowsOf([Number.NaN], [Number.POSITIVE_INFINITY]) },
])('rows $rows', ({ rows }) => {
  test('have finite places inside the plot and ticks', () => {
    const { y, x, ticks } = layerScales(rows, area);
    expect(ticks.length).toBeGreaterThan(0);
    for (const value of [0, 1e-3, 0.5, ...ticks]) expect(y(value)).toBeLessThanOrEqual(area.bottom);
    expect(x(0)).toBe(area.left);
  });
});

test('what is not finite has no place', () => {
  const { y } = layerScales(rowsOf([1, 2]), area);
  expect([y(Number.NaN), y(Number.POSITIVE_INFINITY)]).toEqual([Number.NaN, Number.NaN]);
});
