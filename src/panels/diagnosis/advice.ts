/**
 * What a teacher would say about the choice of output, loss and hidden activations for this task. Advice, never a prohibition; pure,
 * the words are in i18n under `advice`.
 */
import type { DataSpec, Experiment } from '../../engine/experiment';
import type { OutputActivationId } from '../../engine/model/activations';
import type { LossId } from '../../engine/model/losses';

export type AdviceKey =
  | 'softmaxOneUnit'
  | 'reluForClasses'
  | 'linearForClasses'
  | 'tanhForClasses'
  | 'otherForClasses'
  | 'sigmoidForManyClasses'
  | 'sigmoidForRegression'
  | 'tanhForRegression'
  | 'reluForSigned'
  | 'nonNegativeTargets'
  | 'squaredErrorForClasses'
  | 'binaryForManyClasses'
  | 'zerosInitializer'
  | 'linearHidden'
  | 'sigmoidHidden'
  | 'softmaxForTwoClasses';

export interface Advice {
  readonly key: AdviceKey;
  readonly kind: 'warning' | 'info';
  /** The change that would follow the advice. */
  readonly remedy?: { readonly outputActivation?: OutputActivationId; readonly loss?: LossId };
}

/** `targets` are the regression targets, or class indices. Gravest first. */
export function adviceFor(experiment: Experiment, targets: ArrayLike<number>): Advice[] {
  const output =
    experiment.data.task === 'classification'
      ? classAdvice(experiment)
      : regressionAdvice(experiment.model.outputActivation, targets);
  return [...output, ...lossAdvice(experiment), ...hiddenAdvice(experiment)];
}

function probabilities({ classes }: DataSpec): Required<NonNullable<Advice['remedy']>> {
  return classes === 2
    ? { outputActivation: 'sigmoid', loss: 'binaryCrossentropy' }
    : { outputActivation: 'softmax', loss: 'categoricalCrossentropy' };
}

function classAdvice({ data, model }: Experiment): Advice[] {
  const remedy = probabilities(data);
  const warn = (key: AdviceKey): Advice[] => [{ key, kind: 'warning', remedy }];
  switch (model.outputActivation) {
    case 'softmax':
      return data.classes === 2 ? [{ key: 'softmaxForTwoClasses', kind: 'info' }] : [];
    case 'sigmoid':
      return data.classes > 2 ? [{ key: 'sigmoidForManyClasses', kind: 'info', remedy }] : [];
    case 'relu':
      return warn('reluForClasses');
    case 'linear':
      return warn('linearForClasses');
    case 'tanh':
      return warn('tanhForClasses');
    default:
      return warn('otherForClasses');
  }
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
  if ((output === 'relu' || output === 'softplus') && signed) {
    return [{ key: 'reluForSigned', kind: 'warning', remedy: linear }];
  }
  if (output === 'linear' && values.length > 1 && !signed) {
    return [{ key: 'nonNegativeTargets', kind: 'info', remedy: { outputActivation: 'relu' } }];
  }
  return [];
}

function lossAdvice({ data, loss }: Experiment): Advice[] {
  if (data.task === 'regression') return [];
  const remedy = { loss: probabilities(data).loss };
  if (loss.id === 'squaredError') return [{ key: 'squaredErrorForClasses', kind: 'info', remedy }];
  if (loss.id === 'binaryCrossentropy' && data.classes > 2) {
    return [{ key: 'binaryForManyClasses', kind: 'info', remedy }];
  }
  return [];
}

function hiddenAdvice({ model: { hidden, initializer } }: Experiment): Advice[] {
  if (hidden.length === 0) return [];
  if (initializer === 'zeros') return [{ key: 'zerosInitializer', kind: 'warning' }];
  if (hidden.every((layer) => layer.activation === 'linear')) return [{ key: 'linearHidden', kind: 'info' }];
  if (hidden.some((layer) => layer.activation === 'sigmoid')) return [{ key: 'sigmoidHidden', kind: 'info' }];
  return [];
}
