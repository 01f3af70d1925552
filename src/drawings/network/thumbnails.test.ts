import { expect, test } from 'vitest';
import { planNetwork } from '../../engine/model/network';
import { layoutNetwork } from './layoutNetwork';
import { columnMaps, columnRange } from './thumbnails';
import { layerScale } from './unitScales';

const hidden = [{ units: 3, activation: 'relu' }] as const;
const model = { hidden, outputActivation: 'softmax', initializer: 'zeros', seed: 1 } as const;
const plan = planNetwork(model, { task: 'classification', classes: 4 }, 2);
const layout = layoutNetwork(plan, 400, 300);
const gridOf = (units: number) => ({ columns: 2, rows: 2, units, values: new Float32Array(units * 4) });

test('each column finds its first unit', () => {
  const maps = columnMaps(plan, layout, gridOf(2), gridOf(7));
  expect(maps.map((map) => map?.firstUnit)).toEqual([0, 0, 3]);
});

test('maps of another network are not shown', () => {
  expect(columnMaps(plan, layout, gridOf(3), gridOf(8))).toEqual([null, null, null]);
});

test('hidden units share a scale that is symmetric round zero, probabilities run from 0 to 1', () => {
  const grid = gridOf(7);
  grid.values.set([0, 0, 2, 4]);
  const [, hiddenColumn, outputs] = layout.columns;
  const range = columnRange(hiddenColumn!, { grid, firstUnit: 0 }, 'classification');
  expect(range.low).toBe(-range.high);
  expect(range.high).toBeGreaterThan(2);
  expect(columnRange(outputs!, { grid, firstUnit: 3 }, 'classification')).toEqual({ low: 0, high: 1 });
});

test('a few extreme cells do not wash out the rest', () => {
  const values = new Float32Array(1000).fill(1);
  values[0] = 1000;
  expect(layerScale(values, 0, 1000)).toBeLessThan(100);
});

test('zeros, and numbers that are not finite, still give a scale', () => {
  expect(layerScale(new Float32Array(4), 0, 4)).toBe(1);
  expect(layerScale([Number.NaN, Number.POSITIVE_INFINITY, 2], 0, 3)).toBe(2);
});
