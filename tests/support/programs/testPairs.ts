/**
 * For tests only: small experiments in which every pair of options occurs: each activation with each
 * optimiser and each of its hyper-parameters away from the default, each of those with each kind of clipping, freezing, schedule,
 * loss, output, penalty, stop rule, language, with and without data, and so on. An activation stands in one of two hidden layers.
 */

import { allPairs } from '../../../src/codegen/allPairs';
import type { ProgramOptions, RunOnPage } from '../../../src/codegen/program';
import type { FeatureId } from '../../../src/engine/data/features';
import type {
  DataSpec,
  Experiment,
  Frozen,
  LossSpec,
  ModelSpec,
  StopRules,
} from '../../../src/engine/experiment';
import type { ActivationId, OutputActivationId } from '../../../src/engine/model/activations';
import type { InitializerId } from '../../../src/engine/model/initializers';
import type { LossId } from '../../../src/engine/model/losses';
import { defaultValues, type HyperparameterValues } from '../../../src/engine/training/hyperparameter';
import { type OptimizerId, optimizers } from '../../../src/engine/training/optimizers';
import type { ScheduleId } from '../../../src/engine/training/schedules';
import { cloud, experimentWith } from '../testExperiment';

/** A program to write: of an experiment, with these options, beside this run. */
export interface Pairing extends ProgramOptions {
  readonly title: string;
  readonly experiment: Experiment;
  readonly handSet: boolean;
}

/** What the page says of a run whose start a hand has set: numbers that no initialiser draws, some of them 0. */
export function handSetStart(count: number): RunOnPage {
  return { start: Float32Array.from({ length: count }, (_, i) => ((i * 7) % 11) / 10 - 0.5), changed: false };
}

/** Epochs that each trains at most. */
const pairEpochs = 4;

/** Choices by name; one of them is always there. */
type Named<T, Usual extends string> = Readonly<Record<Usual, T> & Record<string, T>>;

type Task = 'two classes' | 'three classes' | 'four classes' | 'a line' | 'a surface';
const taskList: readonly Task[] = ['two classes', 'three classes', 'four classes', 'a line', 'a surface'];
const isRegression = (task: string) => task === 'a line' || task === 'a surface';

const firstLayers: readonly (ActivationId | 'none')[] = ['none', 'sigmoid', 'relu', 'elu', 'gelu', 'linear'];
const secondLayers: readonly (ActivationId | 'none')[] = ['none', 'tanh', 'leakyRelu', 'swish', 'softplus'];

/** Options away from the default, each by itself; what is whole where a program might forget that it is a float. */
const variants: Readonly<Record<OptimizerId, readonly HyperparameterValues[]>> = {
  sgd: [{}],
  momentum: [{}, { momentum: 0.5 }, { momentum: 0 }],
  nesterov: [{}, { momentum: 0.5 }, { momentum: 0 }],
  adagrad: [{}, { epsilon: 1e-2 }],
  rmsprop: [{}, { rho: 0.5 }, { epsilon: 1e-3 }],
  adam: [{}, { beta1: 0 }, { beta2: 0.9 }, { epsilon: 1e-2 }],
  adamw: [{}, { weightDecay: 1 }, { weightDecay: 0 }, { beta1: 0.5 }, { beta2: 0.5 }, { epsilon: 1e-3 }],
};
const optimizerVariants = (Object.keys(variants) as OptimizerId[]).flatMap((id) =>
  variants[id].map((values) => ({
    name: [id, ...Object.entries(values).map(([key, value]) => `${key} ${value}`)].join(' '),
    id,
    options: { ...defaultValues(optimizers[id].hyperparameters), ...values },
  })),
);

const featureSets: Readonly<Record<string, readonly FeatureId[]>> = {
  'x1, x2': ['x1', 'x2'],
  x1: ['x1'],
  polynomials: ['x1', 'x1Squared', 'x1Cubed', 'x2Squared', 'x1x2', 'x2Cubed'],
  curves: ['sinX1', 'cosX1', 'sinX2', 'cosX2', 'radius'],
};

const stops: Named<StopRules, 'epochs'> = {
  epochs: { epochs: pairEpochs, trainLoss: null, plateau: null },
  loss: { epochs: pairEpochs, trainLoss: 0.6, plateau: null },
  plateau: { epochs: pairEpochs, trainLoss: null, plateau: { epochs: 2, minImprovement: 0.02 } },
  both: { epochs: pairEpochs, trainLoss: 1e-4, plateau: { epochs: 1, minImprovement: 0 } },
};

const factors = {
  task: taskList,
  output: ['softmax', 'sigmoid', 'linear', 'relu', 'softplus', 'tanh'] satisfies OutputActivationId[],
  loss: ['categoricalCrossentropy', 'binaryCrossentropy', 'squaredError'] satisfies LossId[],
  first: firstLayers,
  second: secondLayers,
  initializer: [
    'glorotUniform',
    'glorotNormal',
    'heUniform',
    'heNormal',
    'lecunNormal',
    'uniform',
    'normal',
    'zeros',
  ] satisfies InitializerId[],
  optimizer: optimizerVariants.map(({ name }) => name),
  rate: ['usual', 'small'],
  schedule: ['constant', 'step', 'step by 1', 'exponential', 'cosine'],
  clip: ['none', 'tight', 'whole', 'wide'],
  penalty: ['none', 'l1', 'l2', 'both'],
  frozen: ['none', 'layer', 'weights', 'layer and weights', 'all'],
  batch: ['all', '16', '7', '1000'],
  stop: Object.keys(stops),
  features: Object.keys(featureSets),
  standardize: ['no', 'yes'],
  test: ['no', 'yes'],
  locale: ['en', 'zh'] satisfies ProgramOptions['locale'][],
  inlined: ['yes', 'no'],
  start: ['drawn', 'by hand'],
};
type Row = { readonly [K in keyof typeof factors]: (typeof factors)[K][number] };

/** What the document allows. A row that is not complete yet has no value for some of them. */
function isAllowed(row: Partial<Row>): boolean {
  if (row.task && isRegression(row.task)) {
    if (row.loss && row.loss !== 'squaredError') return false;
    if (row.output === 'softmax') return false;
  }
  return true;
}

function dataOf({ task, features, standardize, test }: Row): Partial<DataSpec> {
  const points = cloud(30, 4, 4);
  const classes = task === 'three classes' ? 3 : task === 'four classes' ? 4 : 2;
  const inputs = task === 'a line' ? 1 : 2;
  // Classes that can be told apart for the most part, and values that a smooth function of the place has.
  const label = (i: number) =>
    Math.floor(((Math.atan2(points.x2[i] ?? 0, points.x1[i] ?? 0) / Math.PI + 1) / 2) * classes * 0.999);
  const value = (i: number) =>
    0.5 * (points.x1[i] ?? 0) - 0.25 + (inputs === 2 ? 0.3 * (points.x2[i] ?? 0) : 0);
  const y = points.x1.map((_, i) => (isRegression(task) ? value(i) : label(i)));
  return {
    task: isRegression(task) ? 'regression' : 'classification',
    inputs,
    classes,
    source: { ...points, x2: inputs === 1 ? points.x1.map(() => 0) : points.x2, y },
    features: featureSets[features] ?? [],
    standardize: standardize === 'yes',
    testShare: test === 'yes' ? 0.2 : 0,
  };
}

function hiddenOf({ first, second }: Row): ModelSpec['hidden'] {
  const layers = [
    { units: 4, activation: first },
    { units: 3, activation: second },
  ];
  return layers.flatMap(({ units, activation }) => (activation === 'none' ? [] : [{ units, activation }]));
}

function frozenOf(kind: string, layers: number): Frozen {
  const whole = kind === 'layer' || kind === 'layer and weights' ? [0] : [];
  return {
    layers: kind === 'all' ? Array.from({ length: layers }, (_, k) => k) : whole,
    parameters: kind.endsWith('weights') ? [0, 2, 5, 9, 12, 15, 18] : [],
  };
}

const rates: Readonly<Record<OptimizerId, number>> = {
  sgd: 1,
  momentum: 0.1,
  nesterov: 0.1,
  adagrad: 0.1,
  rmsprop: 0.01,
  adam: 0.02,
  adamw: 0.02,
};
const schedulesOf: Named<{ id: ScheduleId; options: HyperparameterValues }, 'constant'> = {
  constant: { id: 'constant', options: {} },
  step: { id: 'step', options: { epochs: 2, factor: 0.3 } },
  'step by 1': { id: 'step', options: { epochs: 2, factor: 1 } },
  exponential: { id: 'exponential', options: { epochs: 3, factor: 0.5 } },
  cosine: { id: 'cosine', options: { epochs: 4 } },
};
const clips: Readonly<Record<string, number | null>> = { none: null, tight: 0.05, whole: 1, wide: 1000 };
const penalties: Readonly<Record<string, Omit<LossSpec, 'id'>>> = {
  none: { l1: 0, l2: 0 },
  l1: { l1: 0.01, l2: 0 },
  l2: { l1: 0, l2: 0.02 },
  both: { l1: 5e-4, l2: 0.01 },
};

function named<T extends { readonly name: string }>(list: readonly T[], name: string): T {
  const found = list.find((each) => each.name === name);
  if (!found) throw new RangeError(`there is no ${name}`);
  return found;
}

function experimentOf(row: Row): Experiment {
  const hidden = hiddenOf(row);
  const { id, options } = named(optimizerVariants, row.optimizer);
  return experimentWith({
    data: dataOf(row),
    model: { hidden, outputActivation: row.output, initializer: row.initializer },
    loss: { id: row.loss, ...penalties[row.penalty] },
    training: {
      optimizer: { id, options },
      learningRate: row.rate === 'small' ? 5e-4 : rates[id],
      schedule: schedulesOf[row.schedule] ?? schedulesOf.constant,
      clipNorm: clips[row.clip] ?? null,
      batchSize: row.batch === 'all' ? 'all' : Number(row.batch),
      stop: stops[row.stop] ?? stops.epochs,
      frozen: frozenOf(row.frozen, hidden.length + 1),
    },
  });
}

export const pairings: readonly Pairing[] = allPairs<Row>(factors, isAllowed).map((row) => ({
  title: Object.values(row).join(' / '),
  experiment: experimentOf(row),
  locale: row.locale,
  inlined: row.inlined === 'yes',
  handSet: row.start === 'by hand',
}));
