/** What makes each dataset the one its name promises; what all of them share is in index.test.ts. */
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

describe('clean shapes', () => {
  it('xor tells classes by the sign of the product, until noise carries points across', () => {
    const wrong = (noise: number) =>
      eachPoint(draw(datasets.xor, { noise })).filter(({ x1, x2, y }) => y !== (x1 * x2 > 0 ? 0 : 1)).length;
    expect(wrong(0)).toBe(0);
    expect(wrong(1)).toBeGreaterThan(100);
  });

  it('quadrants number the classes as in mathematics', () => {
    for (const { x1, x2, y } of eachPoint(draw(datasets.quadrants, { noise: 0 }))) {
      expect(y).toBe(x2 > 0 ? (x1 > 0 ? 0 : 1) : x1 < 0 ? 2 : 3);
    }
  });

  it.each([2, 3, 4])('rings of %i classes lie on equally spaced circles', (classes) => {
    for (const { x1, x2, y } of eachPoint(draw(datasets.rings, { noise: 0, classes }))) {
      expect(Math.hypot(x1, x2)).toBeCloseTo((4.8 * (y + 1)) / classes, 9);
    }
  });

  it('circle leaves a gap between disc and ring', () => {
    for (const { x1, x2, y } of eachPoint(draw(datasets.circle, { noise: 0 }))) {
      const radius = Math.hypot(x1, x2);
      expect(y === 0 ? radius <= 2.2 : radius >= 3.5 && radius <= 5).toBe(true);
    }
  });

  it('moons mirror each other through the origin', () => {
    const points = eachPoint(draw(datasets.moons, { noise: 0 }));
    for (const { x1, x2, y } of points) {
      const side = y === 0 ? 1 : -1;
      expect(Math.hypot(side * x1 + 1.5, side * x2 + 0.75)).toBeCloseTo(3, 9);
      expect(side * x2).toBeGreaterThan(-0.75 - 1e-9);
    }
  });

  it.each([2, 3, 4])(
    '%i arms of a spiral and blades of a pinwheel are turned copies of one another',
    (classes) => {
      for (const dataset of [datasets.spiral, datasets.pinwheel]) {
        const points = eachPoint(draw(dataset, { noise: 0, classes }));
        const turnedBack = points.map(({ x1, x2, y }) => {
          const angle = (-2 * Math.PI * y) / classes;
          return { x1: x1 * Math.cos(angle) - x2 * Math.sin(angle), y };
        });
        const means = Array.from({ length: classes }, (_, label) =>
          mean(turnedBack.filter(({ y }) => y === label).map(({ x1 }) => x1)),
        );
        expect(Math.max(...means) - Math.min(...means)).toBeLessThan(0.15);
      }
    },
  );

  it.each([
    [2, ['0101', '1010', '0101', '1010']],
    [3, ['012', '120', '201']],
    [4, ['0101', '2323', '0101', '2323']],
  ] as const)('a checkerboard of %i classes fills its squares, and only them', (classes, board) => {
    const side = board.length;
    const seen = new Map<string, number>();
    for (const { x1, x2, y } of eachPoint(draw(datasets.checkerboard, { noise: 0, classes }))) {
      const column = Math.floor(((x1 + 5) / 10) * side);
      const row = Math.floor(((5 - x2) / 10) * side);
      expect(board[row]?.[column]).toBe(String(y));
      seen.set(`${row} ${column}`, (seen.get(`${row} ${column}`) ?? 0) + 1);
    }
    expect(seen.size).toBe(side * side);
    expect(Math.min(...seen.values())).toBeGreaterThan(0.8 * (4_000 / side ** 2));
  });
});

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

/** Whether a perceptron finds a line that puts every point of two classes on its side. */
function perceptronSeparates(points: Points, epochs: number): boolean {
  const all = eachPoint(points);
  let [w1, w2, b] = [0, 0, 0];
  for (let epoch = 0; epoch < epochs; epoch++) {
    let mistakes = 0;
    for (const { x1, x2, y } of all) {
      const side = y === 1 ? 1 : -1;
      if (side * (w1 * x1 + w2 * x2 + b) > 0) continue;
      mistakes++;
      w1 += side * x1;
      w2 += side * x2;
      b += side;
    }
    if (mistakes === 0) return true;
  }
  return false;
}

describe('linear separability', () => {
  it('holds for separable, even with 10,000 points', () => {
    expect(perceptronSeparates(draw(datasets.separable), 200)).toBe(true);
    expect(perceptronSeparates(draw(datasets.separable, { points: 10_000 }), 200)).toBe(true);
  });

  it.each([
    datasets.gaussians,
    datasets.xor,
    datasets.circle,
    datasets.moons,
    datasets.spiral,
    datasets.rings,
    datasets.checkerboard,
  ])('does not hold for $id', (dataset) => {
    expect(perceptronSeparates(draw(dataset, { points: 1_000 }), 200)).toBe(false);
  });
});

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
