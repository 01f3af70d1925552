/** What makes each classification shape the one its name promises; what all datasets share is in index.test.ts. */
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
