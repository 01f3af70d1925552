import { expect, it } from 'vitest';
import { planNetwork } from '../model/network';
import { evenly, examine, updateRatiosOf } from './health';

const loss = { id: 'squaredError', l1: 0, l2: 0 } as const;
const base = { outputActivation: 'linear', initializer: 'zeros', seed: 1 } as const;
const task = { task: 'regression', classes: 2 } as const;

/** Three points on a line: x = −1, 0, 2, with targets 1, 1, 1. */
const part = {
  points: 3,
  inputs: Float32Array.of(-1, 0, 2),
  targets: Float32Array.of(1, 1, 1),
  labels: Float64Array.of(1, 1, 1),
};

it('the gradient norm is that of the mean gradient, the penalty included', () => {
  const plan = planNetwork({ ...base, hidden: [] }, task, 1);
  // f = 2x: errors −3, −1, 3; dJ/dw = (3 + 0 + 6) / 3 = 3, dJ/db = −1/3.
  const seen = examine({
    network: plan,
    loss: { ...loss, l2: 0.25 },
    parameters: Float32Array.of(2, 0),
    part,
    epoch: 7,
    updateRatios: [0.5],
    care: 'whole',
  });
  expect(seen).toMatchObject({
    epoch: 7,
    points: 3,
    layers: [{ updateRatio: 0.5, dead: null, saturated: null }],
  });
  expect(seen.layers[0]!.gradientNorm).toBeCloseTo(Math.hypot(3 + 2 * 0.25 * 2, 1 / 3), 10);
});

it('a ReLU unit that answers 0 everywhere is dead, one that answers once is not', () => {
  const plan = planNetwork({ ...base, hidden: [{ units: 2, activation: 'relu' }] }, task, 1);
  // Kernel 1, 1; biases −1 and −5; then the output layer.
  const parameters = Float32Array.of(1, 1, -1, -5, 1, 1, 0);
  const { layers } = examine({
    network: plan,
    loss,
    parameters,
    part,
    epoch: 0,
    updateRatios: null,
    care: 'whole',
  });
  expect(layers[0]).toMatchObject({ dead: 0.5, saturated: null, updateRatio: null });
});

it('outputs near an end of the range are saturated', () => {
  const plan = planNetwork({ ...base, hidden: [{ units: 1, activation: 'tanh' }] }, task, 1);
  const { layers } = examine({
    network: plan,
    loss,
    parameters: Float32Array.of(10, 0, 1, 0),
    part,
    epoch: 0,
    updateRatios: null,
    care: 'whole',
  });
  // tanh(−10), tanh(0), tanh(20)
  expect(layers[0]!.saturated).toBeCloseTo(2 / 3, 10);
  expect(layers[0]!.activations.counts.reduce((sum, n) => sum + n)).toBe(3);
  expect(layers[0]!.weights).toMatchObject({ low: 9.5, high: 10.5 });
});

it('the update ratio is the length of the change over the length of the weights, layer by layer', () => {
  const plan = planNetwork({ ...base, hidden: [{ units: 1, activation: 'tanh' }] }, task, 1);
  expect(updateRatiosOf(plan, [3, 4, 1, 0], [3, 4.5, 1, 0])).toEqual([0.1, 0]);
});

it('a sample is spread evenly over all points', () => {
  expect(evenly(10, 5)).toEqual([0, 2, 4, 6, 8]);
  expect(evenly(3, 3)).toEqual([0, 1, 2]);
});
