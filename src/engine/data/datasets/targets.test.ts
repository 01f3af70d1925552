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

describe('targets', () => {
  it.each([0, 0.15, 0.5, 2])('a house price is never negative at noise %d', (noise) => {
    expect(eachPoint(draw(datasets.housePrice, { noise })).every(({ y }) => y >= 0)).toBe(true);
  });

  it('a house price does scatter below its clean value', () => {
    const clean = draw(datasets.housePrice, { noise: 0 });
    const noisy = draw(datasets.housePrice, { noise: 0.15 });
    expect(mean(Array.from(noisy.y, (y, i) => y - (clean.y[i] ?? 0)))).toBeCloseTo(0, 1);
    expect(deviation(Array.from(noisy.y, (y, i) => y - (clean.y[i] ?? 0)))).toBeCloseTo(0.15, 1);
  });

  it.each([10, 400])('a daily change has both signs among %i points', (points) => {
    const { y } = draw(datasets.dailyChange, { points });
    expect(Math.min(...y)).toBeLessThan(0);
    expect(Math.max(...y)).toBeGreaterThan(0);
  });

  it.each([
    [datasets.line, ({ x1 }: { x1: number }) => 0.3 * x1 + 0.2],
    [datasets.parabola, ({ x1 }: { x1: number }) => 0.1 * x1 ** 2 - 1.2],
    [datasets.sine, ({ x1 }: { x1: number }) => 1.5 * Math.sin(x1)],
    [datasets.step, ({ x1 }: { x1: number }) => (x1 < 0 ? -1 : 1)],
    [datasets.plane, ({ x1, x2 }: { x1: number; x2: number }) => 0.2 * x1 - 0.1 * x2],
    [datasets.saddle, ({ x1, x2 }: { x1: number; x2: number }) => (x1 ** 2 - x2 ** 2) / 20],
  ] as const)('$id lies on its formula when clean and has the noise asked for', (dataset, formula) => {
    for (const point of eachPoint(draw(dataset, { noise: 0 })))
      expect(point.y).toBeCloseTo(formula(point), 9);
    const residuals = eachPoint(draw(dataset, { noise: 0.5 })).map((point) => point.y - formula(point));
    expect(Math.abs(deviation(residuals) - 0.5)).toBeLessThan(0.03);
  });
});
