/** The losses, in the order of the menu. */
import type { Task } from '../../data/dataset';
import type { HyperparameterValues } from '../../training/hyperparameter';
import { binaryCrossentropy } from './binaryCrossentropy';
import { categoricalCrossentropy } from './categoricalCrossentropy';
import { huber } from './huber';
import type { Loss } from './loss';
import { squaredError } from './squaredError';

export const losses = {
  binaryCrossentropy,
  categoricalCrossentropy,
  squaredError,
  huber,
} as const satisfies Record<string, Loss>;

export type LossId = keyof typeof losses;

/** A loss and what its hyper-parameters are set to; absent ones have their default. */
export interface LossChoice {
  readonly id: LossId;
  readonly options?: HyperparameterValues | undefined;
}

/** The hyper-parameters of a loss, in the order that it declares them. */
export function lossOptions({ id, options }: LossChoice): readonly number[] {
  const { hyperparameters }: Loss = losses[id];
  return hyperparameters.map((parameter) => options?.[parameter.id] ?? parameter.default);
}

export type ErrorLossId = {
  [Id in LossId]: (typeof losses)[Id]['measures'] extends 'error' ? Id : never;
}[LossId];

export function isErrorLoss(id: LossId): id is ErrorLossId {
  return losses[id].measures === 'error';
}

export type ClassLossId = {
  [Id in LossId]: 'classification' extends (typeof losses)[Id]['tasks'][number] ? Id : never;
}[LossId];

export function isClassLoss(id: LossId): id is ClassLossId {
  const tasks: readonly Task[] = losses[id].tasks;
  return tasks.includes('classification');
}
