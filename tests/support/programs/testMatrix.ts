/**
 * For tests only: experiments that together use every activation, initialiser, loss with every kind of output, optimiser, schedule,
 * penalty and kind of freezing there is, each small and short enough to be run by several libraries within seconds.
 */
import {
  type DataSpec,
  defaultExperiment,
  type Experiment,
  type TrainingSpec,
} from '../../../src/engine/experiment';
import { type ActivationId, activations } from '../../../src/engine/model/activations';
import { defaultValues } from '../../../src/engine/training/hyperparameter';
import type { OptimizerId } from '../../../src/engine/training/optimizers';
import { optimizers } from '../../../src/engine/training/optimizers';
import { type ExperimentParts, experimentWith, lineExperiment } from '../testExperiment';

/** Epochs that each of them trains. */
export const epochs = 12;

const stop = { epochs, trainLoss: null, plateau: null };

function preset(
  id: 'blobs' | 'threeBlobs' | 'gaussians' | 'xor' | 'moons' | 'spiral',
  classes: number,
  points = 60,
): Partial<DataSpec> {
  return {
    classes,
    source: { kind: 'preset', id, points, noise: 0.8, seed: 5 },
    plane: defaultExperiment.data.plane,
  };
}

function optimizer(id: OptimizerId, learningRate: number): Partial<TrainingSpec> {
  return { optimizer: { id, options: defaultValues(optimizers[id].hyperparameters) }, learningRate };
}

function experiment({ training, ...parts }: ExperimentParts): Experiment {
  return experimentWith({ ...parts, training: { stop, batchSize: 16, ...training } });
}

const binary = { outputActivation: 'sigmoid', hidden: [] } as const;
const hidden = (...list: ActivationId[]) => list.map((activation, i) => ({ units: 5 - (i % 2), activation }));

const chosen: Readonly<Record<string, Experiment>> = {
  'logistic regression, gradient descent over all points': experiment({
    data: preset('gaussians', 2),
    model: binary,
    loss: { id: 'binaryCrossentropy' },
    training: { ...optimizer('sgd', 0.1), batchSize: 'all' },
  }),
  'softmax regression, mini-batches': experiment({
    data: preset('threeBlobs', 3),
    model: { hidden: [], initializer: 'zeros' },
    training: optimizer('sgd', 0.05),
  }),
  'linear regression with one input': lineExperiment({
    data: { testShare: 0.2 },
    training: { ...optimizer('sgd', 0.1), batchSize: 'all', stop },
  }),
  'softmax network of four classes, Adam, mini-batches': experiment({
    data: preset('blobs', 4),
    model: { hidden: hidden('relu', 'relu') },
    training: optimizer('adam', 0.02),
  }),
  'sigmoid network, momentum': experiment({
    data: preset('xor', 2),
    model: { ...binary, hidden: hidden('sigmoid'), initializer: 'glorotNormal' },
    loss: { id: 'binaryCrossentropy' },
    training: optimizer('momentum', 0.1),
  }),
  'tanh and ELU network, Nesterov': experiment({
    data: preset('moons', 2),
    model: { ...binary, hidden: hidden('tanh', 'elu'), initializer: 'lecunNormal' },
    loss: { id: 'binaryCrossentropy' },
    training: optimizer('nesterov', 0.05),
  }),
  'swish and GELU network, RMSProp': experiment({
    data: preset('spiral', 3),
    model: { hidden: hidden('swish', 'gelu'), initializer: 'heUniform' },
    training: optimizer('rmsprop', 0.01),
  }),
  'softplus and leaky ReLU network, AdamW, single weights frozen': experiment({
    data: preset('moons', 2),
    model: { ...binary, hidden: hidden('softplus', 'leakyRelu'), initializer: 'heNormal' },
    loss: { id: 'binaryCrossentropy' },
    training: {
      ...optimizer('adamw', 0.02),
      optimizer: { id: 'adamw', options: { beta1: 0.8, beta2: 0.99, epsilon: 1e-6, weightDecay: 0.1 } },
      frozen: { layers: [], parameters: [0, 7, 11, 34, 36] },
    },
  }),
  'linear hidden layer, Adagrad, L1 and L2, exponential schedule': experiment({
    data: preset('threeBlobs', 3),
    model: { hidden: hidden('linear'), initializer: 'uniform' },
    loss: { id: 'categoricalCrossentropy', l1: 0.01, l2: 0.02 },
    training: {
      ...optimizer('adagrad', 0.1),
      schedule: { id: 'exponential', options: { epochs: 3, factor: 0.5 } },
    },
  }),
  'clipping, step schedule and momentum': experiment({
    data: preset('xor', 2),
    model: { ...binary, hidden: hidden('tanh'), initializer: 'normal' },
    loss: { id: 'binaryCrossentropy' },
    training: {
      ...optimizer('momentum', 0.2),
      clipNorm: 0.1,
      schedule: { id: 'step', options: { epochs: 4, factor: 0.3 } },
    },
  }),
  'standardised features, cosine schedule': experiment({
    data: {
      ...preset('xor', 2),
      standardize: true,
      features: [
        'x1',
        'x2',
        'x1Squared',
        'x2Squared',
        'x1x2',
        'x1Cubed',
        'x2Cubed',
        'sinX1',
        'sinX2',
        'cosX1',
        'cosX2',
        'radius',
      ],
    },
    model: binary,
    loss: { id: 'binaryCrossentropy' },
    training: { ...optimizer('adam', 0.05), schedule: { id: 'cosine', options: { epochs: 10 } } },
  }),
  'a frozen layer, single weights frozen beside it, clipping and penalties': experiment({
    data: preset('blobs', 4),
    model: { hidden: hidden('relu', 'tanh') },
    loss: { id: 'categoricalCrossentropy', l1: 0.001, l2: 0.003 },
    training: {
      ...optimizer('adam', 0.02),
      clipNorm: 0.5,
      frozen: { layers: [0], parameters: [16, 20, 36, 39] },
    },
  }),
  'squared error of two classes': experiment({
    data: preset('moons', 2),
    model: { ...binary, hidden: hidden('relu') },
    loss: { id: 'squaredError' },
    training: { ...optimizer('adagrad', 0.1), optimizer: { id: 'adagrad', options: { epsilon: 1e-5 } } },
  }),
  'squared error of three classes through softmax': experiment({
    data: preset('threeBlobs', 3),
    model: { hidden: hidden('tanh') },
    loss: { id: 'squaredError' },
    training: optimizer('momentum', 0.1),
  }),
  'regression network without a test set': lineExperiment({
    data: { inputs: 1, standardize: true, features: ['x1', 'x1Squared'] },
    model: { hidden: hidden('relu') },
    training: { ...optimizer('adam', 0.02), batchSize: 7, stop },
  }),
  'regression with an output that is never negative': lineExperiment({
    model: { outputActivation: 'softplus', hidden: hidden('sigmoid') },
    training: { ...optimizer('sgd', 0.1), batchSize: 'all', stop },
  }),
  'binary cross-entropy of three sigmoid units': experiment({
    data: preset('threeBlobs', 3),
    model: { ...binary, hidden: hidden('relu') },
    loss: { id: 'binaryCrossentropy' },
    training: optimizer('adam', 0.02),
  }),
  'binary cross-entropy through softmax': experiment({
    data: preset('threeBlobs', 3),
    model: { hidden: hidden('tanh') },
    loss: { id: 'binaryCrossentropy' },
    training: optimizer('sgd', 0.1),
  }),
  'categorical cross-entropy of sigmoid units': experiment({
    data: preset('threeBlobs', 3),
    model: { ...binary, hidden: hidden('tanh') },
    training: optimizer('sgd', 0.1),
  }),
  'categorical cross-entropy of an output that is not a probability': experiment({
    data: preset('threeBlobs', 3),
    model: { outputActivation: 'softplus', hidden: hidden('tanh') },
    training: optimizer('sgd', 0.02),
  }),
  'binary cross-entropy of a tanh output': experiment({
    data: preset('moons', 2),
    model: { outputActivation: 'tanh', hidden: hidden('tanh') },
    loss: { id: 'binaryCrossentropy' },
    training: optimizer('sgd', 0.002),
  }),
  'a stop at a training loss': experiment({
    data: preset('gaussians', 2),
    model: binary,
    loss: { id: 'binaryCrossentropy' },
    training: { ...optimizer('sgd', 0.01), stop: { epochs, trainLoss: 0.134, plateau: null } },
  }),
  'a stop on a plateau': experiment({
    data: preset('gaussians', 2),
    model: binary,
    loss: { id: 'binaryCrossentropy' },
    training: {
      ...optimizer('sgd', 0.05),
      stop: { epochs, trainLoss: null, plateau: { epochs: 3, minImprovement: 0.05 } },
    },
  }),
  'everything frozen': experiment({
    data: preset('gaussians', 2),
    model: binary,
    loss: { id: 'binaryCrossentropy' },
    training: { ...optimizer('sgd', 0.05), frozen: { layers: [0], parameters: [] } },
  }),
};

const used = new Set(
  Object.values(chosen).flatMap(({ model }) => [
    model.outputActivation,
    ...model.hidden.map(({ activation }) => activation),
  ]),
);
const others = (Object.keys(activations) as ActivationId[]).filter((id) => !used.has(id));

/** Activations that no experiment above uses have one each. */
export const testMatrix: Readonly<Record<string, Experiment>> = {
  ...chosen,
  ...Object.fromEntries(
    others.map((id) => [
      `hidden layers of ${id}`,
      experiment({
        data: preset('moons', 2),
        model: { ...binary, hidden: hidden(id, id) },
        loss: { id: 'binaryCrossentropy' },
        training: optimizer('sgd', 0.05),
      }),
    ]),
  ),
};
