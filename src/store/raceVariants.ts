/**
 * Variants of an experiment that differ in one thing, for a race between them. Everything else is the same object: data, split and
 * seeds. As pure functions.
 */
import { type Experiment, limits } from '../engine/experiment';
import { activations } from '../engine/model/activations';
import { initializers } from '../engine/model/initializers';
import { losses } from '../engine/model/losses';
import { optimizers } from '../engine/training/optimizers';
import type { Localized } from '../i18n/localized';
import type { SettingValue } from './differences';
import { chooseOptimizer, setInitializer, setLoss, setTraining } from './modelEdits';

export const raceFactors = ['activation', 'optimizer', 'loss', 'learningRate', 'initializer'] as const;

/** The one thing in which the lanes of a race differ. */
export type RaceThing = (typeof raceFactors)[number];

/** Two to four can be told apart side by side. */
export const laneCount = [2, 4] as const;

export interface Variant {
  /** What the thing is set to. */
  readonly value: SettingValue;
  readonly experiment: Experiment;
}

interface Named {
  readonly id: string;
  readonly name: Localized;
}

/** The names a thing can have in an experiment; none for the learning rate, which is a number. */
export function choicesOf(thing: RaceThing, { data }: Experiment): readonly Named[] {
  switch (thing) {
    case 'activation':
      return Object.values(activations);
    case 'optimizer':
      return Object.values(optimizers);
    case 'initializer':
      return Object.values(initializers);
    case 'loss':
      return Object.values(losses).filter(({ tasks }) => (tasks as readonly string[]).includes(data.task));
    case 'learningRate':
      return [];
  }
}

/** What is chosen at first: an instructive pair, or the present rate among smaller and larger ones. */
export function firstChoices(thing: RaceThing, experiment: Experiment): readonly string[] {
  switch (thing) {
    case 'activation':
      return ['sigmoid', 'relu'];
    case 'optimizer':
      return ['sgd', 'adam'];
    case 'initializer':
      return ['glorotUniform', 'normal'];
    case 'loss':
      return choicesOf('loss', experiment)
        .map(({ id }) => id)
        .filter((id) => id === experiment.loss.id || id === 'squaredError');
    case 'learningRate': {
      const { learningRate } = experiment.training;
      const [low, high] = limits.learningRate;
      const rates = [learningRate / 10, learningRate, learningRate * 10];
      return rates
        .filter((rate) => rate >= low && rate <= high)
        .map((rate) => String(Number(rate.toPrecision(6))));
    }
  }
}

/** The variants for ids of the registry, or for learning rates as text; unknown ones are left out. */
export function variantsOf(
  thing: RaceThing,
  values: readonly string[],
  experiment: Experiment,
): readonly Variant[] {
  if (thing === 'learningRate') {
    return values.map((text) => ({
      value: { kind: 'figure', figure: Number(text) },
      experiment: setTraining(experiment, { learningRate: Number(text) }),
    }));
  }
  return choicesOf(thing, experiment)
    .filter(({ id }) => values.includes(id))
    .map(({ id, name }) => ({ value: { kind: 'name', name }, experiment: vary(thing, id, experiment) }));
}

function idIn<R extends object>(registry: R, id: string): id is keyof R & string {
  return Object.hasOwn(registry, id);
}

function vary(thing: RaceThing, id: string, experiment: Experiment): Experiment {
  if (thing === 'activation' && idIn(activations, id)) {
    const hidden = experiment.model.hidden.map((layer) => ({ ...layer, activation: id }));
    return { ...experiment, model: { ...experiment.model, hidden } };
  }
  if (thing === 'optimizer' && idIn(optimizers, id)) return chooseOptimizer(experiment, id);
  if (thing === 'loss' && idIn(losses, id)) return setLoss(experiment, { id });
  if (thing === 'initializer' && idIn(initializers, id)) return setInitializer(experiment, id);
  return experiment;
}
