/** Experiments that show what the questions of Why are about. */
import type { PlaneRange } from '../../../engine/data/dataset';
import { type DatasetId, datasets } from '../../../engine/data/datasets';
import {
  type DataSpec,
  defaultExperiment,
  type Experiment,
  type ModelSpec,
} from '../../../engine/experiment';
import type { OutputActivationId } from '../../../engine/model/activations';
import type { LossId } from '../../../engine/model/losses';

const plane: PlaneRange = { x: [-6, 6], y: [-6, 6] };

function dataOf(id: DatasetId, classes: number, noise: number, points = 300): DataSpec {
  return {
    ...defaultExperiment.data,
    classes,
    source: { kind: 'preset', id, points, noise, seed: 1 },
    plane,
  };
}

function experimentOf(data: DataSpec, model: Partial<ModelSpec>, loss: LossId): Experiment {
  const { model: usual, loss: penalties } = defaultExperiment;
  return { ...defaultExperiment, data, model: { ...usual, ...model }, loss: { ...penalties, id: loss } };
}

export const softmaxOfTwo = experimentOf(
  dataOf('gaussians', 2, 1),
  { outputActivation: 'softmax' },
  'categoricalCrossentropy',
);

/** No line divides the moons: however long it trains, the border stays straight. */
export const linearLayers = experimentOf(
  dataOf('moons', 2, 0.3),
  {
    hidden: [
      { units: 3, activation: 'linear' },
      { units: 3, activation: 'linear' },
    ],
    outputActivation: 'sigmoid',
  },
  'binaryCrossentropy',
);

const sigmoidLayer = { units: 8, activation: 'sigmoid' } as const;

/** Deep enough that hardly any gradient comes through three layers of sigmoid. */
export const sigmoidNetwork = experimentOf(
  dataOf('circle', 2, 0.2),
  { hidden: [sigmoidLayer, sigmoidLayer, sigmoidLayer], outputActivation: 'sigmoid' },
  'binaryCrossentropy',
);

/** What a target may be, in the order of the course. */
export const targetKinds = ['yesNo', 'class', 'anyNumber', 'neverNegative'] as const;

export type TargetKind = (typeof targetKinds)[number];

export const suitedOutput = {
  yesNo: 'sigmoid',
  class: 'softmax',
  anyNumber: 'linear',
  neverNegative: 'relu',
} as const satisfies Record<TargetKind, OutputActivationId>;

/** A target of that kind, with the output that suits it. */
export function outputActivation(kind: TargetKind): Experiment {
  const output = { outputActivation: suitedOutput[kind] };
  switch (kind) {
    case 'yesNo':
      return experimentOf(dataOf('gaussians', 2, 1), output, 'binaryCrossentropy');
    case 'class':
      return experimentOf(dataOf('threeBlobs', 3, 0.8), output, 'categoricalCrossentropy');
    case 'anyNumber':
      return experimentOf(curveOf('dailyChange'), { ...output, hidden: [bend, bend] }, 'squaredError');
    case 'neverNegative':
      return experimentOf(curveOf('housePrice'), { ...output, hidden: [bend] }, 'squaredError');
  }
}

const bend = { units: 8, activation: 'relu' } as const;

function curveOf(id: 'dailyChange' | 'housePrice'): DataSpec {
  const { plane: own, defaultNoise, defaultPoints } = datasets[id];
  return {
    ...dataOf(id, 2, defaultNoise, defaultPoints),
    task: 'regression',
    inputs: 1,
    features: ['x1'],
    plane: own,
  };
}
