/**
 * What a loss is: L of one point from the logits and activations of the output layer. float64 scalars, the truth every
 * device is held to. Losses are sums over the output units, never means, so that dL/dz = a − y for each natural pair.
 */
import type { Localized } from '../../../i18n/localized';
import type { Task } from '../../data/dataset';
import type { OutputActivationId } from '../activations';

/** The output layer at one point. All arrays have one entry an output unit. */
export interface LossArguments {
  readonly activation: OutputActivationId;
  readonly logits: ArrayLike<number>;
  readonly outputs: ArrayLike<number>;
  /** One-hot (or the single 0/1) for classes, the real target for regression. */
  readonly targets: ArrayLike<number>;
}

export interface Loss {
  readonly id: string;
  readonly name: Localized;
  readonly formula: string;
  /** The class in `compile(loss=…)`. */
  readonly keras: string;
  readonly tasks: readonly Task[];
  at(point: LossArguments): number;
}

/** Where a loss must take the logarithm of something that is not a probability, it is kept this far from 0 and 1 (as Keras). */
export const probabilityFloor = 1e-7;

export function clipProbability(p: number): number {
  return Math.min(Math.max(p, probabilityFloor), 1 - probabilityFloor);
}
