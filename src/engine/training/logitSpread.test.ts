import { expect, it } from 'vitest';
import { planNetwork } from '../model/network';
import { logitSpread } from './logitSpread';

const plan = planNetwork(
  {
    hidden: [{ units: 2, activation: 'relu' }],
    outputActivation: 'sigmoid',
    initializer: 'zeros',
    seed: 1,
  },
  { task: 'classification', classes: 2 },
  1,
);
/** z[1] = (x, −2x + 1), z[2] = max(0, x) + max(0, 1 − 2x). */
const parameters = [1, -2, 0, 1, 1, 1, 0];
const inputs = Float32Array.of(0.5, 3, -4);

it('counts the weighted sums of a layer, and those out of sight by side', () => {
  const { histogram, below, above } = logitSpread(plan, parameters, inputs, [0], [-6, 6]);
  const places = Array.from(histogram.counts).flatMap((count, bin) => (count > 0 ? [[bin, count]] : []));
  // z: 0.5 and 0; 3 and −5; −4 and 9. A bin is a quarter wide.
  expect(places).toEqual([
    [4, 1],
    [8, 1],
    [24, 1],
    [26, 1],
    [36, 1],
  ]);
  expect([below, above]).toEqual([0, 1 / 6]);
});

it('takes several layers together', () => {
  const { histogram, above } = logitSpread(plan, parameters, inputs, [0, 1], [-6, 6]);
  // z[2]: 0.5, 3, 9.
  expect(Array.from(histogram.counts).reduce((sum, count) => sum + count)).toBe(7);
  expect(above).toBeCloseTo(2 / 9);
});

it('of no points is empty', () => {
  const { histogram, below } = logitSpread(plan, parameters, new Float32Array(0), [0], [-6, 6]);
  expect(Math.max(...histogram.counts)).toBe(0);
  expect(below).toBeNaN();
});
