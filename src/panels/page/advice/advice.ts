/**
 * What a teacher would say about the choice of output, loss and hidden activations for this task. Advice, never a prohibition; pure,
 * the words are in i18n under `advice`.
 */
import type { DataSpec, Experiment } from '../../../engine/experiment';
import { type OutputActivationId, outputActivations } from '../../../engine/model/activations';
import type { InitializerId } from '../../../engine/model/initializers';
import { type LossId, losses } from '../../../engine/model/losses';
import { suitedPair } from '../../../store/modelEdits';

export type AdviceKey =
  | 'softmaxOneUnit'
  | 'reluForClasses'
  | 'linearForClasses'
  | 'tanhForClasses'
  | 'otherForClasses'
  | 'noProbability'
  | 'sigmoidForManyClasses'
  | 'sigmoidForRegression'
  | 'tanhForRegression'
  | 'reluForSigned'
  | 'nonNegativeTargets'
  | 'squaredErrorForClasses'
  | 'binaryForManyClasses'
  | 'zerosInitializer'
  | 'linearHidden'
  | 'softmaxForTwoClasses';

export interface AdvisedChange {
  readonly outputActivation?: OutputActivationId;
  readonly loss?: LossId;
  readonly initializer?: InitializerId;
}

export interface Advice {
  readonly key: AdviceKey;
  readonly kind: 'warning' | 'info';
  /** The change that would follow the advice. */
  readonly remedy?: AdvisedChange;
}

/** `targets` are the regression targets, or class indices. Gravest first. */
export function adviceFor(experiment: Experiment, targets: ArrayLike<number>): Advice[] {
  const output =
    experiment.data.task === 'classification'
      ? classAdvice(experiment)
      : regressionAdvice(experiment.model.outputActivation, targets);
  return [...output, ...lossAdvice(experiment), ...hiddenAdvice(experiment)];
}

/** The output whose outputs are probabilities, and its loss. */
export function probabilities({ classes }: DataSpec) {
  return suitedPair({ task: 'classification', classes });
}

function classAdvice({ data, model, loss }: Experiment): Advice[] {
  const remedy = probabilities(data);
  const warn = (key: AdviceKey): Advice[] => [{ key, kind: 'warning', remedy }];
  const output = model.outputActivation;
  if (output === 'softmax') return data.classes === 2 ? [{ key: 'softmaxForTwoClasses', kind: 'info' }] : [];
  if (output === 'sigmoid')
    return data.classes > 2 ? [{ key: 'sigmoidForManyClasses', kind: 'info', remedy }] : [];
  if (output === 'relu') return warn('reluForClasses');
  // What is said of the others is about the logarithm in cross-entropy.
  if (losses[loss.id].measures === 'error') return [{ key: 'noProbability', kind: 'info', remedy }];
  if (output === 'linear') return warn('linearForClasses');
  return warn(output === 'tanh' ? 'tanhForClasses' : 'otherForClasses');
}

function regressionAdvice(output: OutputActivationId, targets: ArrayLike<number>): Advice[] {
  const values = Array.from(targets);
  const signed = values.some((y) => y < 0);
  const beyondOne = values.some((y) => Math.abs(y) > 1);
  const linear = { outputActivation: 'linear' } as const;
  if (output === 'softmax') return [{ key: 'softmaxOneUnit', kind: 'warning', remedy: linear }];
  if (output === 'sigmoid' && (signed || beyondOne)) {
    return [{ key: 'sigmoidForRegression', kind: 'warning', remedy: linear }];
  }
  if (output === 'tanh' && beyondOne) return [{ key: 'tanhForRegression', kind: 'warning', remedy: linear }];
  if (outputActivations[output].range[0] >= 0 && signed) {
    return [{ key: 'reluForSigned', kind: 'warning', remedy: linear }];
  }
  if (output === 'linear' && values.length > 1 && !signed) {
    return [{ key: 'nonNegativeTargets', kind: 'info', remedy: { outputActivation: 'relu' } }];
  }
  return [];
}

function lossAdvice({ data, model, loss }: Experiment): Advice[] {
  if (data.task === 'regression') return [];
  const remedy = { loss: probabilities(data).loss };
  const isFlatAtItsEnds = model.outputActivation === 'softmax' || model.outputActivation === 'sigmoid';
  if (loss.id === 'squaredError' && isFlatAtItsEnds)
    return [{ key: 'squaredErrorForClasses', kind: 'info', remedy }];
  if (loss.id === 'binaryCrossentropy' && data.classes > 2) {
    return [{ key: 'binaryForManyClasses', kind: 'info', remedy }];
  }
  return [];
}

function hiddenAdvice({ model: { hidden, initializer } }: Experiment): Advice[] {
  if (hidden.length === 0) return [];
  if (initializer === 'zeros' && hidden.some(({ units }) => units > 1)) {
    return [{ key: 'zerosInitializer', kind: 'warning', remedy: { initializer: 'glorotUniform' } }];
  }
  if (hidden.every((layer) => layer.activation === 'linear')) return [{ key: 'linearHidden', kind: 'info' }];
  return [];
}
