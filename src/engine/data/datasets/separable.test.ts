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
