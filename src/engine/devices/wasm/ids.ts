/** The numbers by which the kernel knows what the registries name. Each list mirrors one file of src/engine/devices/wasm/kernel. */
import { activations, type OutputActivationId, outputActivations } from '../../model/activations';
import { type Head, heads } from '../../model/heads';
import { type OptimizerId, optimizers } from '../../training/optimizers';

/** Of activations.ts; scripts/kernelPlugin.js gives the kernel the same numbers. */
export function activationNumber(id: OutputActivationId): number {
  return Object.keys(outputActivations).indexOf(id);
}

/** Of optimizers.ts, likewise. */
export function optimizerNumber(id: OptimizerId): number {
  return Object.keys(optimizers).indexOf(id);
}

/** Of head.ts; scripts/kernelPlugin.js gives the kernel the same numbers. */
export function headNumber({ id }: Pick<Head, 'id'>): number {
  return Object.keys(heads).indexOf(id);
}

/** Whether training needs room beside a layer's activations: for g′ where g(z) does not give it, for softmax's logits. */
export function keepsBeside(activation: OutputActivationId): boolean {
  return activation === 'softmax' || activations[activation].kernelKeeps === 'slopes';
}
