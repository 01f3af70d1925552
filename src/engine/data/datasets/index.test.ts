import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random';
import type { Dataset, Points } from '../dataset';
import { datasets } from './index';

const COUNTS = [10, 11, 400, 10_000];

interface Case {
  readonly title: string;
  readonly dataset: Dataset;
  readonly classes: number;
}

const cases: Case[] = Object.values<Dataset>(datasets).flatMap((dataset) => {
  const [fewest, most] = dataset.classes;
  return Array.from({ length: most - fewest + 1 }, (_, i) => ({
    title: `${dataset.id} with ${fewest + i} classes`,
    dataset,
    classes: fewest + i,
  }));
});

const arraysOf = ({ x1, x2, y }: Points): number[][] => [[...x1], [...x2], [...y]];

/** How often each class occurs among the first `count` points. */
function tally(y: Float64Array, count: number, classes: number): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const label of y.subarray(0, count)) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}

describe('the registry of datasets', () => {
  it.each(Object.entries<Dataset>(datasets))('%s describes itself', (key, dataset) => {
    expect(dataset.id).toBe(key);
    expect(dataset.name.en.trim()).not.toBe('');
    expect(dataset.name.zh).toMatch(/\p{Script=Han}/u);
    expect(dataset.phrase.en).toMatch(/^\S.*\S$/);
    expect(dataset.phrase.zh).toMatch(/\p{Script=Han}/u);
    expect(dataset.plane.x[0]).toBeLessThan(dataset.plane.x[1]);
    expect(dataset.plane.y[0]).toBeLessThan(dataset.plane.y[1]);
    expect(dataset.defaultNoise).toBeGreaterThan(0);
    expect(dataset.defaultNoise).toBeLessThanOrEqual(2);
    expect(dataset.defaultPoints).toBeGreaterThanOrEqual(10);
    expect(dataset.defaultPoints).toBeLessThanOrEqual(10_000);
    expect(dataset.classes[0] > 0).toBe(dataset.task === 'classification');
  });

  it('tells its datasets apart in both languages', () => {
    const all = Object.values<Dataset>(datasets);
    for (const locale of ['en', 'zh'] as const) {
      expect(new Set(all.map(({ name }) => name[locale])).size).toBe(all.length);
    }
  });
});

describe.each(cases)('$title', ({ dataset, classes }) => {
  const noises = [0, dataset.defaultNoise, 2];
  const draw = (points: number, noise: number, seed = 1): Points =>
    dataset.generate({ points, noise, classes }, createRandom(seed));

  it.each(COUNTS)('makes %i finite points at any noise', (count) => {
    for (const noise of noises) {
      const points = draw(count, noise);
      for (const values of [points.x1, points.x2, points.y]) {
        expect(values).toHaveLength(count);
        expect(values.every(Number.isFinite)).toBe(true);
      }
      if (dataset.inputs === 1) expect(points.x2.every((x2) => x2 === 0)).toBe(true);
    }
  });

  if (classes > 0) {
    it.each(COUNTS)('balances the classes of %i points and of every prefix', (count) => {
      for (const noise of noises) {
        const { y } = draw(count, noise);
        expect(y.every((label) => Number.isInteger(label) && label >= 0 && label < classes)).toBe(true);
        for (const prefix of [3, 10, count >> 1, count]) {
          const counts = tally(y, prefix, classes);
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        }
      }
    });
  }

  it('repeats itself for a seed and differs for another', () => {
    for (const noise of noises) {
      expect(arraysOf(draw(400, noise, 5))).toEqual(arraysOf(draw(400, noise, 5)));
      expect(arraysOf(draw(400, noise, 5))).not.toEqual(arraysOf(draw(400, noise, 6)));
    }
  });

  it('keeps the points it has when more are asked for', () => {
    const few = draw(11, dataset.defaultNoise);
    const many = draw(400, dataset.defaultNoise);
    expect(arraysOf(many).map((values) => values.slice(0, 11))).toEqual(arraysOf(few));
  });

  // A folded price does not move in proportion.
  if (dataset.id !== 'housePrice') {
    it('moves each point in proportion to the noise', () => {
      const [clean, some, much] = [draw(400, 0), draw(400, 0.5), draw(400, 2)].map(arraysOf);
      some?.forEach((values, axis) => {
        values.forEach((value, i) => {
          const from = clean?.[axis]?.[i] ?? Number.NaN;
          expect((much?.[axis]?.[i] ?? Number.NaN) - from).toBeCloseTo(4 * (value - from), 9);
        });
      });
    });
  }

  it.each([400, 10_000])('shows at least 98 %% of %i points at its default noise', (count) => {
    const { x1, x2, y } = draw(count, dataset.defaultNoise);
    const up = dataset.inputs === 1 ? y : x2;
    const [left, right] = dataset.plane.x;
    const [bottom, top] = dataset.plane.y;
    const seen = x1.filter((x, i) => {
      const height = up[i] ?? Number.NaN;
      return x >= left && x <= right && height >= bottom && height <= top;
    });
    expect(seen.length).toBeGreaterThanOrEqual(0.98 * count);
  });

  if (dataset.task === 'regression') {
    it('keeps clean targets within about 2 and makes them vary', () => {
      const { y } = draw(10_000, 0);
      expect(y.every((target) => Math.abs(target) <= 2.01)).toBe(true);
      expect(Math.max(...y) - Math.min(...y)).toBeGreaterThan(1.5);
    });
  }

  it('refuses amounts and classes it cannot make, naming the value', () => {
    expect(() => draw(-1, 0)).toThrow(/-1/);
    expect(() => draw(10.5, 0)).toThrow(RangeError);
    expect(() => draw(10, Number.NaN)).toThrow(/NaN/);
    expect(() => draw(10, -0.1)).toThrow(RangeError);
    if (classes > 0) {
      expect(() => dataset.generate({ points: 10, noise: 0, classes: 5 }, createRandom(1))).toThrow(/5/);
      expect(() => dataset.generate({ points: 10, noise: 0, classes: 1 }, createRandom(1))).toThrow(
        RangeError,
      );
    }
  });
});
