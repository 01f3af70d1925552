/** The numbers by which the kernel knows what the registries name. Each list mirrors one file of src/engine/devices/wasm/kernel. */
import { activations, type OutputActivationId, outputActivations } from '../../model/activations';
import type { LossId } from '../../model/losses';
import type { OptimizerId } from '../../training/optimizers';

/** Of activations.ts; scripts/kernelPlugin.js gives the kernel the same numbers. */
export function activationNumber(id: OutputActivationId): number {
  return Object.keys(outputActivations).indexOf(id);
}

/** optimizers.ts */
export const optimizerIds: Record<OptimizerId, number> = {
  sgd: 0,
  momentum: 1,
  nesterov: 2,
  adagrad: 3,
  rmsprop: 4,
  adam: 5,
  adamw: 6,
};

/** head.ts */
const heads = {
  natural: 0,
  sigmoidCategorical: 1,
  softmaxBinary: 2,
  softmaxSquared: 3,
  squared: 4,
  clippedBinary: 5,
  clippedCategorical: 6,
} as const;

/** How the gradient of a loss begins at an output layer of `units` units. */
export function headOf(loss: LossId, activation: OutputActivationId, units: number): number {
  // A single output stands for the probability of y = 1: see categoricalCrossentropy.
  const categorical = loss === 'categoricalCrossentropy' && units > 1;
  if (loss === 'squaredError') return activation === 'softmax' ? heads.softmaxSquared : heads.squared;
  if (activation === 'softmax') return categorical ? heads.natural : heads.softmaxBinary;
  if (activation === 'sigmoid') return categorical ? heads.sigmoidCategorical : heads.natural;
  return categorical ? heads.clippedCategorical : heads.clippedBinary;
}

/** Whether training needs room beside a layer's activations: for g′ where g(z) does not give it, for softmax's logits. */
export function keepsBeside(activation: OutputActivationId): boolean {
  return activation === 'softmax' || activations[activation].kernelKeeps === 'slopes';
}
