import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { experimentArbitrary } from '../../../tests/support/experimentArbitrary';
import {
  cloud,
  type ExperimentParts,
  experimentWith,
  networkExperiment,
} from '../../../tests/support/testExperiment';
import type { Experiment } from '../experiment';
import { type Change, planChange } from './planChange';

const table: [title: string, change: Change, parts: ExperimentParts][] = [
  [
    'the same values in new objects',
    'none',
    {
      data: { features: ['x1', 'x2'] },
      training: { stop: { epochs: null, trainLoss: null, plateau: null } },
    },
  ],
  ['the learning rate', 'retune', { training: { learningRate: 0.5 } }],
  ['the schedule', 'retune', { training: { schedule: { id: 'cosine', options: { epochs: 10 } } } }],
  ['the optimiser', 'retune', { training: { optimizer: { id: 'sgd', options: {} } } }],
  [
    'an option of the optimiser',
    'retune',
    { training: { optimizer: { id: 'adam', options: { beta1: 0.5, beta2: 0.999, epsilon: 1e-7 } } } },
  ],
  ['the clipping norm', 'retune', { training: { clipNorm: 1 } }],
  ['what is frozen', 'retune', { training: { frozen: { layers: [0], parameters: [] } } }],
  ['a stop rule', 'retune', { training: { stop: { epochs: 5, trainLoss: null, plateau: null } } }],
  ['what is frozen', 'retune', { training: { frozen: { layers: [0], parameters: [70] } } }],
  ['L1', 'retune', { loss: { l1: 0.1 } }],
  ['L2', 'retune', { loss: { l2: 0.1 } }],
  ['the part of the plane that is shown', 'retune', { data: { plane: { x: [-1, 1], y: [-2, 9] } } }],
  [
    'the same range in new objects',
    'none',
    { data: { plane: structuredClone(networkExperiment.data.plane) } },
  ],
  ['the batch size', 'restart', { training: { batchSize: 'all' } }],
  ['the shuffle seed', 'restart', { training: { shuffleSeed: 2 } }],
  ['the loss', 'restart', { loss: { id: 'squaredError' } }],
  ['a layer', 'restart', { model: { hidden: [] } }],
  [
    'the units of a layer',
    'restart',
    {
      model: {
        hidden: [
          { units: 8, activation: 'relu' },
          { units: 9, activation: 'relu' },
        ],
      },
    },
  ],
  ['the output activation', 'restart', { model: { outputActivation: 'sigmoid' } }],
  ['the initialiser', 'restart', { model: { initializer: 'zeros' } }],
  ['the seed of the weights', 'restart', { model: { seed: 2 } }],
  ['the points', 'restart', { data: { source: cloud(8, 2) } }],
  [
    'the noise',
    'restart',
    { data: { source: { kind: 'preset', id: 'blobs', points: 400, noise: 0.5, seed: 1 } } },
  ],
  ['the features', 'restart', { data: { features: ['x2', 'x1'] } }],
  ['the test share', 'restart', { data: { testShare: 0.3 } }],
  ['standardising', 'restart', { data: { standardize: true } }],
  [
    'the plane and the points',
    'restart',
    { data: { plane: { x: [-1, 1], y: [-2, 9] }, source: cloud(8, 2) } },
  ],
  ['a retuning and a restarting field', 'restart', { training: { learningRate: 0.5, batchSize: 1 } }],
];

describe('planChange', () => {
  it.each(table)('of %s answers %s', (_, change, parts) => {
    expect(planChange(networkExperiment, experimentWith(parts))).toBe(change);
    expect(planChange(experimentWith(parts), networkExperiment)).toBe(change);
  });

  it('answers none for an experiment and its copy, whatever it is', () => {
    fc.assert(
      fc.property(experimentArbitrary, (experiment) => {
        expect(planChange(experiment, structuredClone(experiment))).toBe('none');
      }),
      { seed: 1 },
    );
  });

  it('sees one moved point among many', () => {
    const [source, moved] = [cloud(1000, 2), cloud(1000, 2)];
    const next = { ...moved, x1: moved.x1.with(999, 7) };
    const of = (own: typeof source): Experiment => experimentWith({ data: { source: own } });
    expect(planChange(of(source), of(moved))).toBe('none');
    expect(planChange(of(source), of(next))).toBe('restart');
  });
});
