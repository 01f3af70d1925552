/**
 * What a loss is called and measures. Losses are sums over the output units, never means, so that dL/dz = a − y for each natural pair.
 * Their numbers depend on the output layer, too: see `heads`.
 */
import type { Localized } from '../../../i18n/localized';
import type { Task } from '../../data/dataset';
import type { Hyperparameter } from '../../training/hyperparameter';

export interface Loss {
  readonly id: string;
  readonly name: Localized;
  readonly formula: string;
  /** The logarithm of a probability, or an error a − y. */
  readonly measures: 'probability' | 'error';
  readonly tasks: readonly Task[];
  /** Numbers that the loss itself is made with. */
  readonly hyperparameters: readonly Hyperparameter[];
}

/** Where a loss must take the logarithm of something that is not a probability, it is kept this far from 0 and 1 (as Keras). */
export const probabilityFloor = 1e-7;

export function clipProbability(p: number): number {
  return Math.min(Math.max(p, probabilityFloor), 1 - probabilityFloor);
}
