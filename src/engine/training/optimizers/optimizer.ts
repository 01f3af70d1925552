/**
 * What an optimiser is: an element-wise rule from a weight, its gradient and its state to the next weight and state. The rule
 * is written once over `Ops`, so that numbers (tests), tensors and shader text all run the same formula.
 */
import type { Localized } from '../../../i18n/localized';
import type { Ops } from '../../model/ops';
import type { Hyperparameter, HyperparameterValues } from '../hyperparameter';

export interface RuleInput<T> {
  readonly weight: T;
  readonly gradient: T;
  /** The optimiser's state, one value a slot. */
  readonly slots: readonly T[];
  readonly learningRate: number;
  /** Number of this update, from 1. */
  readonly update: number;
  readonly options: HyperparameterValues;
}

export interface RuleOutput<T> {
  readonly weight: T;
  readonly slots: readonly T[];
}

export interface Optimizer {
  readonly id: string;
  readonly name: Localized;
  /** The rule in LaTeX: g is the gradient, t the number of the update; statements in order, with `,\\quad ` between them. */
  readonly formula: string;
  /** The class in `keras.optimizers`. */
  readonly keras: string;
  readonly hyperparameters: readonly Hyperparameter[];
  /** What each state slot starts at; its length is the number of slots (0–2). */
  readonly initialSlots: readonly number[];
  /** Definitions agree with Keras 3. Every option is present: `decode` fills in the defaults. */
  rule<T>(ops: Ops<T>, input: RuleInput<T>): RuleOutput<T>;
}

/** An option of the rule. Throws RangeError when the document lacks it. */
export function option(options: HyperparameterValues, id: string): number {
  const value = options[id];
  if (value === undefined) throw new RangeError(`optimizer option ${id} is missing`);
  return value;
}
