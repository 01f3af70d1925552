/**
 * One point through the network in float64: what the page shows under the cursor, and the yardstick of the tests.
 * Devices compute the same for thousands of points at once.
 */
import { activations, type OutputActivationId } from './activations';
import type { LayerPlan, NetworkPlan } from './network';
import { logSumExp } from './scalar';

export interface LayerValues {
  /** z = W·a + b. [unit] */
  readonly logits: Float64Array;
  /** a = g(z). [unit] */
  readonly outputs: Float64Array;
}

/** Values of every layer for one point. `inputs` has one entry a feature; `parameters` follow `NetworkPlan`. */
export function forward(
  plan: NetworkPlan,
  parameters: ArrayLike<number>,
  inputs: ArrayLike<number>,
): LayerValues[] {
  const values: LayerValues[] = [];
  let previous = inputs;
  for (const layer of plan.layers) {
    const logits = affine(layer, parameters, previous);
    const outputs = activate(layer.activation, logits);
    values.push({ logits, outputs });
    previous = outputs;
  }
  return values;
}

function affine(layer: LayerPlan, parameters: ArrayLike<number>, inputs: ArrayLike<number>): Float64Array {
  const logits = new Float64Array(layer.units);
  for (let out = 0; out < layer.units; out++) {
    let sum = parameters[layer.biasOffset + out] as number;
    for (let i = 0; i < layer.inputs; i++) {
      sum += (inputs[i] as number) * (parameters[layer.kernelOffset + i * layer.units + out] as number);
    }
    logits[out] = sum;
  }
  return logits;
}

/** g over a layer; softmax is shifted by log-sum-exp, so large logits cannot overflow. */
export function activate(activation: OutputActivationId, logits: Float64Array): Float64Array {
  if (activation !== 'softmax') return logits.map(activations[activation].at);
  const all = logSumExp(logits);
  return logits.map((z) => Math.exp(z - all));
}
