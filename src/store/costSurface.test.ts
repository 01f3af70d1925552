import { describe, expect, it } from 'vitest';
import { cloud, experimentWith } from '../../tests/support/testExperiment';
import type { Experiment } from '../engine/experiment';
import { surfaceQuestion } from './costSurface';
import { firstView } from './runState';

const view = firstView.costSurface;
const logistic = experimentWith({
  data: { classes: 2, source: cloud(10, 2) },
  model: { hidden: [], outputActivation: 'sigmoid' },
  loss: { id: 'binaryCrossentropy' },
});
const line = experimentWith({
  data: { task: 'regression', inputs: 1, features: ['x1'], source: cloud(10, 2) },
  model: { hidden: [], outputActivation: 'linear' },
  loss: { id: 'squaredError' },
});

describe('what is asked of the cost surface', () => {
  it('is about the first two weights, or the only one and its bias', () => {
    expect(surfaceQuestion(logistic, view).directions).toEqual({ kind: 'pair', first: 0, second: 1 });
    expect(surfaceQuestion(line, view).directions).toEqual({ kind: 'pair', first: 0, second: 1 });
    const network = experimentWith({
      data: { classes: 4, source: cloud(12, 4) },
      model: { hidden: [{ units: 3, activation: 'relu' }], outputActivation: 'softmax' },
    });
    // 2 × 3 weights and 3 biases come before; weights of one unit lie four apart.
    expect(surfaceQuestion(network, view).directions).toEqual({ kind: 'pair', first: 9, second: 13 });
  });

  it('keeps a chosen pair as long as the network has it', () => {
    const chosen = { ...view, pair: { first: 2, second: 0 } };
    expect(surfaceQuestion(logistic, chosen).directions).toEqual({ kind: 'pair', first: 2, second: 0 });
    expect(surfaceQuestion(line, chosen).directions).toEqual({ kind: 'pair', first: 0, second: 1 });
  });

  it('is about the loss of the document, or the other one', () => {
    const loss = (experiment: Experiment, squared: boolean | null) =>
      surfaceQuestion(experiment, { ...view, squared }).loss;
    expect(loss(logistic, null)).toBe('binaryCrossentropy');
    expect(loss(logistic, true)).toBe('squaredError');
    const squared = { ...logistic, loss: { ...logistic.loss, id: 'squaredError' as const } };
    expect(loss(squared, null)).toBe('squaredError');
    expect(loss(squared, false)).toBe('binaryCrossentropy');
    const softmax = { ...squared, model: { ...squared.model, outputActivation: 'softmax' as const } };
    expect(loss(softmax, false)).toBe('categoricalCrossentropy');
    expect(loss(line, false)).toBe('squaredError');
  });
});
