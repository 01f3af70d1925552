/** What a schedule is: the learning rate of an epoch. It stays the same within the epoch. */
import type { Localized } from '../../../i18n/localized';
import type { Hyperparameter, HyperparameterValues } from '../hyperparameter';

export interface Schedule {
  readonly id: string;
  readonly name: Localized;
  /** The rate α_τ of epoch τ in LaTeX; t counts updates elsewhere. */
  readonly formula: string;
  readonly hyperparameters: readonly Hyperparameter[];
  /** The rate of `epoch` (from 0) for the base rate α. */
  rate(base: number, epoch: number, options: HyperparameterValues): number;
}
