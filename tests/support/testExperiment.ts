/**
 * For tests only: experiments as short as what a test is about. Parts are merged over a small network for four blobs, one level deep;
 * the points are a seeded cloud whose labels need no dataset.
 */
import {
  type DataSpec,
  defaultExperiment,
  type Experiment,
  type LossSpec,
  type ModelSpec,
  type OwnSource,
  type TrainingSpec,
} from '../../src/engine/experiment';
import { createRandom } from '../../src/engine/random';

/** The first document's data with a network that has something of everything: 2 – 8 – 8 – 4, ReLU, softmax, Adam. */
export const networkExperiment: Experiment = {
  ...defaultExperiment,
  model: {
    ...defaultExperiment.model,
    hidden: [
      { units: 8, activation: 'relu' },
      { units: 8, activation: 'relu' },
    ],
  },
  training: {
    ...defaultExperiment.training,
    optimizer: { id: 'adam', options: { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 } },
    learningRate: 0.01,
  },
};

export interface ExperimentParts {
  readonly data?: Partial<DataSpec>;
  readonly model?: Partial<ModelSpec>;
  readonly loss?: Partial<LossSpec>;
  readonly training?: Partial<TrainingSpec>;
}

export function experimentWith(parts: ExperimentParts): Experiment {
  return {
    ...networkExperiment,
    data: { ...networkExperiment.data, ...parts.data },
    model: { ...networkExperiment.model, ...parts.model },
    loss: { ...networkExperiment.loss, ...parts.loss },
    training: { ...networkExperiment.training, ...parts.training },
  };
}

/** `count` points, normal with standard deviation 1, labelled 0 … classes − 1 in turn. */
export function cloud(count: number, classes: number, seed = 1): OwnSource {
  const random = createRandom(seed);
  const indices = Array.from({ length: count }, (_, i) => i);
  return {
    kind: 'own',
    x1: indices.map(() => random.normal()),
    x2: indices.map(() => random.normal()),
    y: indices.map((i) => i % classes),
  };
}

/** A plan to fit y = 0.5 x₁ − 0.25 + noise, one input, no hidden layer, plain gradient descent over all points. */
export function lineExperiment(parts: ExperimentParts = {}): Experiment {
  const random = createRandom(3);
  const x1 = Array.from({ length: 30 }, (_, i) => (i - 15) / 5);
  const y = x1.map((x) => 0.5 * x - 0.25 + 0.05 * random.normal());
  const line = { kind: 'own', x1, x2: x1.map(() => 0), y } as const;
  return experimentWith({
    data: { task: 'regression', inputs: 1, source: line, features: ['x1'], testShare: 0, ...parts.data },
    model: { hidden: [], outputActivation: 'linear', ...parts.model },
    loss: { id: 'squaredError', ...parts.loss },
    training: {
      optimizer: { id: 'sgd', options: {} },
      learningRate: 0.1,
      batchSize: 'all',
      ...parts.training,
    },
  });
}
