import { expect, test } from 'vitest';
import { createRandom } from '../../engine/random';
import { principalAxes } from './principalAxes';
import { project, type Samples, unitProjection } from './projection';

function samplesOf(...columns: number[][]): Samples {
  return {
    values: Float32Array.from(columns.flat()),
    units: columns.length,
    places: columns[0]!.length,
  };
}

test('points on a plane in space: two axes show everything, along the longer side first', () => {
  // A rectangle spanned by (1, 1, 0)/√2 (long) and (0, 0, 1) (short), about (5, 0, 1).
  const corners = [
    [4, 1],
    [4, -1],
    [-4, 1],
    [-4, -1],
  ] as const;
  const samples = samplesOf(
    corners.map(([long]) => 5 + long / Math.SQRT2),
    corners.map(([long]) => long / Math.SQRT2),
    corners.map(([, short]) => 1 + short),
  );
  const axes = principalAxes(samples)!;
  expect(axes.share).toBeCloseTo(1, 6);
  expect(Array.from(axes.centre, (a) => Math.round(a * 1e4) / 1e4)).toEqual([5, 0, 1]);
  expect(Math.abs(axes.axes[0][0]!)).toBeCloseTo(Math.SQRT1_2, 5);
  expect(Math.abs(axes.axes[1][2]!)).toBeCloseTo(1, 5);
  const along = project(samples, axes, 0);
  expect(along.map(Math.abs).every((a) => Math.abs(a - 4) < 1e-4)).toBe(true);
});

test('the share is what is left beside the other directions', () => {
  const random = createRandom(5);
  const column = (deviation: number) => Array.from({ length: 4000 }, () => deviation * random.normal());
  const { share } = principalAxes(samplesOf(column(1), column(3), column(2), column(1)))!;
  // 9 + 4 of 1 + 9 + 4 + 1.
  expect(share).toBeCloseTo(13 / 15, 1);
});

test('the axes are orthonormal and uncorrelated', () => {
  const random = createRandom(9);
  const base = Array.from({ length: 300 }, () => [random.normal(), random.normal(), random.normal()]);
  const samples = samplesOf(
    ...[0, 1, 2, 3, 4].map((unit) =>
      base.map(([a, b, c]) => Math.max(0, a! * Math.sin(unit) + b! + c! * unit)),
    ),
  );
  const found = principalAxes(samples)!;
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, v, i) => sum + v * b[i]!, 0);
  const [x, y] = [project(samples, found, 0), project(samples, found, 1)];
  expect(dot(found.axes[0], found.axes[0])).toBeCloseTo(1, 9);
  expect(dot(found.axes[0], found.axes[1])).toBeCloseTo(0, 9);
  expect(dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y))).toBeCloseTo(0, 6);
  expect(dot(x, x)).toBeGreaterThan(dot(y, y));
});

test('places that are not finite are left out; without variance there are no axes', () => {
  const clean = principalAxes(samplesOf([0, 1, 2], [0, 0, 1], [1, 1, 1]))!;
  const marred = principalAxes(samplesOf([0, Number.NaN, 1, 2], [0, 5, 0, 1], [1, 7, 1, 1]))!;
  expect(marred).toEqual(clean);
  expect(principalAxes(samplesOf([3, 3], [0, 0], [1, 1]))).toBeNull();
  expect(principalAxes(samplesOf([Number.NaN, Infinity], [1, 2], [1, 2]))).toBeNull();
});

test('a projection on units takes their values and no others, however bad those are', () => {
  const samples = samplesOf([1, 2], [Number.NaN, Infinity], [5, 6]);
  const view = unitProjection(3, 2, 0);
  expect(Array.from(project(samples, view, 0))).toEqual([5, 6]);
  expect(Array.from(project(samples, view, 1))).toEqual([1, 2]);
});
