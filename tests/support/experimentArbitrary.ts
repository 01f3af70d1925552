/**
 * For tests only: any valid experiment document, for property tests of code that stores, sends or edits one. Every choice that
 * `decode` accepts can come up; sizes stay small so that hundreds of documents can be tried.
 */
import fc from 'fast-check';
import type { PlaneRange } from '../../src/engine/data/dataset';
import { type DatasetId, datasets } from '../../src/engine/data/datasets';
import { type FeatureId, features } from '../../src/engine/data/features';
import { presentFeatures } from '../../src/engine/data/inputs';
import {
  type Choice,
  type DataSpec,
  type Experiment,
  experimentVersion,
  type Frozen,
  type LossSpec,
  limits,
  type ModelSpec,
  type StopRules,
  type TrainingSpec,
} from '../../src/engine/experiment';
import {
  type ActivationId,
  activations,
  type OutputActivationId,
  outputActivations,
} from '../../src/engine/model/activations';
import { type InitializerId, initializers } from '../../src/engine/model/initializers';
import { type LossId, losses } from '../../src/engine/model/losses';
import { planNetwork } from '../../src/engine/model/network';
import type { Hyperparameter } from '../../src/engine/training/hyperparameter';
import { type OptimizerId, optimizers } from '../../src/engine/training/optimizers';
import { type ScheduleId, schedules } from '../../src/engine/training/schedules';

const keyOf = <Id extends string>(registry: Record<Id, unknown>) =>
  fc.constantFrom(...(Object.keys(registry) as Id[]));

/** −0 is left out: JSON has no sign for zero. */
function within([min, max]: readonly [number, number]): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true }).map((value) => (value === 0 ? 0 : value));
}

const wholeWithin = ([min, max]: readonly [number, number]) => fc.integer({ min, max });
const seed = wholeWithin(limits.seed);
const coordinate = within([-1e9, 1e9]);

function choiceOf<Id extends string>(
  registry: Record<Id, { readonly hyperparameters: readonly Hyperparameter[] }>,
  ids = Object.keys(registry) as Id[],
): fc.Arbitrary<Choice<Id>> {
  return fc.constantFrom(...ids).chain((id) => {
    const options = registry[id].hyperparameters.map(
      ({ id: option, range, integer }) => [option, integer ? wholeWithin(range) : within(range)] as const,
    );
    return fc.record({ id: fc.constant(id), options: fc.record(Object.fromEntries(options)) });
  });
}

const span = fc
  .tuple(within([-1e5, 1e5]), within([1e-3, 1e5]))
  .map(([low, width]): PlaneRange['x'] => [low, low + width]);

type Frame = Pick<DataSpec, 'task' | 'inputs' | 'classes' | 'source'>;

const presetFrame: fc.Arbitrary<Frame> = keyOf<DatasetId>(datasets).chain((id) => {
  const { task, inputs, classes } = datasets[id];
  const amount = wholeWithin(limits.generatedPoints);
  return fc.record({
    task: fc.constant(task),
    inputs: fc.constant(inputs),
    classes: wholeWithin(task === 'regression' ? limits.classes : classes),
    source: fc.record({
      kind: fc.constant('preset' as const),
      id: fc.constant(id),
      points: amount,
      noise: within(limits.noise),
      seed,
    }),
  });
});

function ownSource(label: fc.Arbitrary<number>): fc.Arbitrary<DataSpec['source']> {
  return fc.array(fc.tuple(coordinate, coordinate, label), { maxLength: 12 }).map((points) => ({
    kind: 'own' as const,
    x1: points.map(([x1]) => x1),
    x2: points.map(([, x2]) => x2),
    y: points.map(([, , y]) => y),
  }));
}

const ownFrame: fc.Arbitrary<Frame> = fc
  .tuple(fc.constantFrom('classification' as const, 'regression' as const), wholeWithin(limits.classes))
  .chain(([task, classes]) =>
    fc.record({
      task: fc.constant(task),
      inputs: task === 'regression' ? fc.constantFrom<1 | 2>(1, 2) : fc.constant<1 | 2>(2),
      classes: fc.constant(classes),
      source: ownSource(task === 'regression' ? coordinate : fc.nat({ max: classes - 1 })),
    }),
  );

/** At least one feature that the number of inputs allows; others may come along. */
function featuresFor(inputs: 1 | 2): fc.Arbitrary<FeatureId[]> {
  return fc
    .uniqueArray(keyOf<FeatureId>(features), { minLength: 1, maxLength: 5 })
    .filter((ids) => inputs === 2 || ids.some((id) => !features[id].usesX2));
}

const dataSpec: fc.Arbitrary<DataSpec> = fc.oneof(presetFrame, ownFrame).chain((frame) =>
  fc
    .record({
      plane: fc.record({ x: span, y: span }),
      testShare: within(limits.testShare),
      splitSeed: seed,
      features: featuresFor(frame.inputs),
      standardize: fc.boolean(),
    })
    .map((rest) => ({ ...frame, ...rest })),
);

const modelSpec: fc.Arbitrary<ModelSpec> = fc.record({
  hidden: fc.array(
    fc.record({ units: wholeWithin(limits.units), activation: keyOf<ActivationId>(activations) }),
    {
      maxLength: limits.hiddenLayers,
    },
  ),
  outputActivation: keyOf<OutputActivationId>(outputActivations),
  initializer: keyOf<InitializerId>(initializers),
  seed,
});

function lossFor(task: DataSpec['task']): fc.Arbitrary<LossSpec> {
  const ids = (Object.keys(losses) as LossId[]).filter((id) =>
    (losses[id].tasks as readonly string[]).includes(task),
  );
  const penalties = fc.record({ l1: within(limits.penalty), l2: within(limits.penalty) });
  return fc.tuple(choiceOf<LossId>(losses, ids), penalties).map(([{ id, options }, rest]) => ({
    id,
    ...rest,
    ...(losses[id].hyperparameters.length > 0 ? { options } : {}),
  }));
}

const stopRules: fc.Arbitrary<StopRules> = fc.record({
  epochs: fc.option(wholeWithin(limits.stopEpochs)),
  trainLoss: fc.option(within([0, 1e6])),
  plateau: fc.option(fc.record({ epochs: wholeWithin(limits.stopEpochs), minImprovement: within([0, 1e6]) })),
});

const trainingSpec: fc.Arbitrary<Omit<TrainingSpec, 'frozen'>> = fc.record({
  optimizer: choiceOf<OptimizerId>(optimizers),
  learningRate: within(limits.learningRate),
  schedule: choiceOf<ScheduleId>(schedules),
  batchSize: fc.oneof(fc.constant('all' as const), wholeWithin([1, limits.points])),
  shuffleSeed: seed,
  clipNorm: fc.option(within(limits.clipNorm)),
  stop: stopRules,
});

/** Some layers and some weights of the network. */
function frozenIn(data: DataSpec, model: ModelSpec): fc.Arbitrary<Frozen> {
  const { layers, parameterCount } = planNetwork(model, data, presentFeatures(data).length);
  return fc.record({
    layers: fc.uniqueArray(fc.nat({ max: layers.length - 1 }), { maxLength: 3 }),
    parameters: fc.uniqueArray(fc.nat({ max: parameterCount - 1 }), { maxLength: 8 }),
  });
}

export const experimentArbitrary: fc.Arbitrary<Experiment> = fc
  .tuple(dataSpec, modelSpec)
  .chain(([data, model]) =>
    fc.record({
      version: fc.constant(experimentVersion),
      data: fc.constant(data),
      model: fc.constant(model),
      loss: lossFor(data.task),
      training: fc
        .tuple(trainingSpec, frozenIn(data, model))
        .map(([training, frozen]) => ({ ...training, frozen })),
    }),
  );
