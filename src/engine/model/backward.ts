/**
 * Backpropagation in float64, point by point: what the page shows of a gradient. Devices compute the same for thousands of points at
 * once; their tests hold both to an oracle that knows no formula of either.
 */
import { type ActivationId, activations } from './activations';
import { forward, type LayerValues } from './forward';
import { outputHead } from './heads';
import { type LossChoice, lossOptions } from './losses';
import type { LayerPlan, NetworkPlan } from './network';

export interface BackwardValues {
  readonly values: readonly LayerValues[];
  /** dL/dz of every layer. [layer][unit] */
  readonly deltas: readonly Float64Array[];
}

/** One point through the network and back. `inputs` has one entry a feature, `targets` one an output unit. */
export function backward(
  plan: NetworkPlan,
  loss: LossChoice,
  parameters: ArrayLike<number>,
  inputs: ArrayLike<number>,
  targets: ArrayLike<number>,
): BackwardValues {
  const values = forward(plan, parameters, inputs);
  const last = plan.layers.length - 1;
  const { activation } = plan.layers[last] as LayerPlan;
  const deltas: Float64Array[] = [];
  const output = { activation, targets, ...(values[last] as LayerValues) };
  deltas[last] = outputHead(loss.id, plan).deltas(output, lossOptions(loss));
  for (let k = last; k > 0; k--) {
    const under = plan.layers[k - 1] as LayerPlan;
    const { derivative } = activations[under.activation as ActivationId];
    const pulled = pullBack(plan.layers[k] as LayerPlan, parameters, deltas[k] as Float64Array);
    const { logits } = values[k - 1] as LayerValues;
    deltas[k - 1] = pulled.map((sum, i) => sum * derivative(logits[i] as number));
  }
  return { values, deltas };
}

/** dL/da of what a layer receives, from dL/dz of the layer: W·dz. [input] */
function pullBack(layer: LayerPlan, parameters: ArrayLike<number>, delta: Float64Array): Float64Array {
  const { inputs, units, kernelOffset } = layer;
  const pulled = new Float64Array(inputs);
  for (let i = 0; i < inputs; i++) {
    let sum = 0;
    for (let out = 0; out < units; out++) {
      sum += (parameters[kernelOffset + i * units + out] as number) * (delta[out] as number);
    }
    pulled[i] = sum;
  }
  return pulled;
}

/** Adds dL/dw of one point to `gradient` [parameterCount]: dW = a·dz, db = dz. */
export function addGradient(
  plan: NetworkPlan,
  inputs: ArrayLike<number>,
  { values, deltas }: BackwardValues,
  gradient: Float64Array,
): void {
  plan.layers.forEach((layer, k) => {
    const received = k === 0 ? inputs : (values[k - 1] as LayerValues).outputs;
    const delta = deltas[k] as Float64Array;
    for (let out = 0; out < layer.units; out++) {
      const dz = delta[out] as number;
      gradient[layer.biasOffset + out] = (gradient[layer.biasOffset + out] as number) + dz;
      for (let i = 0; i < layer.inputs; i++) {
        const at = layer.kernelOffset + i * layer.units + out;
        gradient[at] = (gradient[at] as number) + (received[i] as number) * dz;
      }
    }
  });
}
