/** Changes of the model, loss and training parts of the document, as pure functions. */
import {
  type Experiment,
  type HiddenLayer,
  type LossSpec,
  limits,
  type ModelSpec,
  type TrainingSpec,
} from '../engine/experiment';
import type { OutputActivationId } from '../engine/model/activations';
import type { InitializerId } from '../engine/model/initializers';
import type { LossId } from '../engine/model/losses';
import { losses } from '../engine/model/losses';
import type { Loss } from '../engine/model/losses/loss';
import { defaultValues } from '../engine/training/hyperparameter';
import { type OptimizerId, optimizers } from '../engine/training/optimizers';
import { type ScheduleId, schedules } from '../engine/training/schedules';
import { keepFrozen } from './freezeEdits';

/** The models of the course; a network has hidden layers. */
export type ModelKind = 'logistic' | 'softmax' | 'linear' | 'network';

const firstLayer: HiddenLayer = { units: 8, activation: 'relu' };

interface Pair {
  readonly outputActivation: OutputActivationId;
  readonly loss: LossId;
}

/** Output and loss whose dL/dz is a − y. */
const naturalPairs = {
  logistic: { outputActivation: 'sigmoid', loss: 'binaryCrossentropy' },
  softmax: { outputActivation: 'softmax', loss: 'categoricalCrossentropy' },
  linear: { outputActivation: 'linear', loss: 'squaredError' },
} as const satisfies Record<Exclude<ModelKind, 'network'>, Pair>;

/** The output and the loss that suit a task. */
export function suitedPair({ task, classes }: Pick<Experiment['data'], 'task' | 'classes'>): Pair {
  if (task === 'regression') return naturalPairs.linear;
  return classes === 2 ? naturalPairs.logistic : naturalPairs.softmax;
}

/**
 * After a change of data: where output and loss suited the old task and do not fit the new one, the new one's pair takes their
 * place. A deliberate odd choice stays, except that a loss must exist for the task.
 */
export function suitOutput(next: Experiment, before: Experiment): Experiment {
  const was = suitedPair(before.data);
  const suits = suitedPair(next.data);
  const lossFits = (losses[next.loss.id].tasks as readonly string[]).includes(next.data.task);
  const taskChanged = next.data.task !== before.data.task;
  const followed = next.model.outputActivation === was.outputActivation && next.loss.id === was.loss;
  const outgrown =
    followed && was.outputActivation !== suits.outputActivation && was.outputActivation !== 'softmax';
  if (!taskChanged && !outgrown && lossFits) return keepFrozen(next, before);
  const model = { ...next.model, outputActivation: suits.outputActivation };
  return keepFrozen(chooseLoss({ ...next, model }, suits.loss), before);
}

/** All changes of the model part pass through here. */
function withModel(experiment: Experiment, change: Partial<ModelSpec>): Experiment {
  return keepFrozen({ ...experiment, model: { ...experiment.model, ...change } }, experiment);
}

export function modelKindOf({ model }: Experiment): ModelKind | null {
  if (model.hidden.length > 0) return 'network';
  if (model.outputActivation === 'sigmoid') return 'logistic';
  if (model.outputActivation === 'softmax') return 'softmax';
  return model.outputActivation === 'linear' ? 'linear' : null;
}

export function chooseKind(experiment: Experiment, kind: ModelKind): Experiment {
  const { model, data } = experiment;
  if (kind === 'network') {
    const hidden = model.hidden.length > 0 ? model.hidden : [firstLayer, firstLayer];
    return withModel(experiment, { hidden });
  }
  const { outputActivation, loss: lossId } = naturalPairs[kind];
  const fits = (losses[lossId].tasks as readonly string[]).includes(data.task);
  const changed = withModel(experiment, { hidden: [], outputActivation });
  return fits ? chooseLoss(changed, lossId) : changed;
}

/** Adds a hidden layer before the output, shaped like the last one. */
export function addLayer(experiment: Experiment): Experiment {
  return insertLayer(experiment, experiment.model.hidden.length);
}

/** Puts a hidden layer before the one at `index` (or before the output), shaped like its left neighbour, or else its right one. */
export function insertLayer(experiment: Experiment, index: number): Experiment {
  const { hidden } = experiment.model;
  if (hidden.length >= limits.hiddenLayers) return experiment;
  const like = hidden[index - 1] ?? hidden[index] ?? firstLayer;
  return withModel(experiment, { hidden: hidden.toSpliced(index, 0, like) });
}

export function removeLayer(experiment: Experiment, index: number): Experiment {
  const hidden = experiment.model.hidden.filter((_, i) => i !== index);
  return withModel(experiment, { hidden });
}

export function setLayer(experiment: Experiment, index: number, change: Partial<HiddenLayer>): Experiment {
  const hidden = experiment.model.hidden.map((layer, i) => (i === index ? { ...layer, ...change } : layer));
  return withModel(experiment, { hidden });
}

/** Gives all hidden layers an activation, or only those that have `instead` now. */
export function setHiddenActivation(
  experiment: Experiment,
  activation: HiddenLayer['activation'],
  instead: HiddenLayer['activation'] | null = null,
): Experiment {
  const changes = (layer: HiddenLayer) => instead === null || layer.activation === instead;
  const hidden = experiment.model.hidden.map((layer) => (changes(layer) ? { ...layer, activation } : layer));
  return withModel(experiment, { hidden });
}

export function setOutputActivation(
  experiment: Experiment,
  outputActivation: OutputActivationId,
): Experiment {
  return withModel(experiment, { outputActivation });
}

export function setInitializer(experiment: Experiment, initializer: InitializerId): Experiment {
  return withModel(experiment, { initializer });
}

export function setWeightSeed(experiment: Experiment, seed: number): Experiment {
  return withModel(experiment, { seed });
}

/** The next seed, wrapping at the end of the range. */
export function nextSeed(seed: number): number {
  const [low, high] = limits.seed;
  return seed >= high ? low : seed + 1;
}

export function setPenalties(
  experiment: Experiment,
  change: Partial<Pick<LossSpec, 'l1' | 'l2'>>,
): Experiment {
  return { ...experiment, loss: { ...experiment.loss, ...change } };
}

/** Another loss, with its own defaults; the penalties stay. */
export function chooseLoss(experiment: Experiment, id: LossId): Experiment {
  return experiment.loss.id === id ? experiment : { ...experiment, loss: lossOf(id, experiment.loss) };
}

function lossOf(id: LossId, { l1, l2 }: Pick<LossSpec, 'l1' | 'l2'>): LossSpec {
  const { hyperparameters }: Loss = losses[id];
  return hyperparameters.length > 0
    ? { id, options: defaultValues(hyperparameters), l1, l2 }
    : { id, l1, l2 };
}

export function setTraining(experiment: Experiment, change: Partial<TrainingSpec>): Experiment {
  return { ...experiment, training: { ...experiment.training, ...change } };
}

/** Another optimiser, with its own defaults. */
export function chooseOptimizer(experiment: Experiment, id: OptimizerId): Experiment {
  if (experiment.training.optimizer.id === id) return experiment;
  return setTraining(experiment, {
    optimizer: { id, options: defaultValues(optimizers[id].hyperparameters) },
  });
}

export function chooseSchedule(experiment: Experiment, id: ScheduleId): Experiment {
  if (experiment.training.schedule.id === id) return experiment;
  return setTraining(experiment, { schedule: { id, options: defaultValues(schedules[id].hyperparameters) } });
}

export function setOption(
  experiment: Experiment,
  of: 'optimizer' | 'schedule' | 'loss',
  id: string,
  value: number,
): Experiment {
  if (of === 'loss') {
    const { loss } = experiment;
    return { ...experiment, loss: { ...loss, options: { ...loss.options, [id]: value } } };
  }
  const choice = experiment.training[of];
  return setTraining(experiment, { [of]: { ...choice, options: { ...choice.options, [id]: value } } });
}
