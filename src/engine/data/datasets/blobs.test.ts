import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random';
import type { Dataset, Points } from '../dataset';
import { datasets } from './index';

const draw = (
  dataset: Dataset,
  { points = 4_000, noise = dataset.defaultNoise, classes = dataset.classes[0] } = {},
) => dataset.generate({ points, noise, classes }, createRandom(3));

const eachPoint = ({ x1, x2, y }: Points) =>
  Array.from(y, (target, i) => ({ x1: x1[i] ?? Number.NaN, x2: x2[i] ?? Number.NaN, y: target }));

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: readonly number[]) =>
  Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));

describe('blobs', () => {
  it.each([
    [
      datasets.blobs,
      [
        [-5, 2],
        [-2, -2],
        [1, 2],
        [5, -2],
      ],
    ],
    [
      datasets.cornerBlobs,
      [
        [3, 3],
        [-3, 3],
        [-3, -3],
        [3, -3],
      ],
    ],
  ] as const)('$id has its centres and standard deviation', (dataset, centres) => {
    const points = eachPoint(draw(dataset, { points: 10_000, noise: 1 }));
    centres.forEach(([centreX1, centreX2], label) => {
      const own = points.filter(({ y }) => y === label);
      expect(Math.abs(mean(own.map(({ x1 }) => x1)) - centreX1)).toBeLessThan(0.08);
      expect(Math.abs(mean(own.map(({ x2 }) => x2)) - centreX2)).toBeLessThan(0.08);
      expect(Math.abs(deviation(own.map(({ x1 }) => x1)) - 1)).toBeLessThan(0.06);
      expect(Math.abs(deviation(own.map(({ x2 }) => x2)) - 1)).toBeLessThan(0.06);
    });
  });

  it('of the course lab have standard deviation 1 by default', () => {
    expect(datasets.blobs.defaultNoise).toBe(1);
    expect(datasets.blobs.plane).toEqual({ x: [-8, 8], y: [-8, 8] });
  });
});
