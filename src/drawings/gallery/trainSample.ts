/**
 * A few hundred full-batch Adam steps in float64, so that the gallery shows boundaries and weights that were really learned. Only for
 * pictures: cross-entropy with sigmoid or softmax, squared error with linear outputs, whose deltas are all a − y.
 */
import { activations } from '../../engine/model/activations';
import { forward, type LayerValues } from '../../engine/model/forward';
import type { NetworkPlan } from '../../engine/model/network';

export interface SampleSet {
  /** [point][feature] */
  readonly inputs: Float32Array;
  /** [point][output unit] */
  readonly targets: Float32Array;
  readonly count: number;
}

/** Changes `parameters`; calls `report` before each epoch and after the last. */
export function trainSample(
  plan: NetworkPlan,
  parameters: Float32Array,
  set: SampleSet,
  epochs: number,
  report: (epoch: number) => void,
): void {
  const gradient = new Float64Array(parameters.length);
  const mean = new Float64Array(parameters.length);
  const square = new Float64Array(parameters.length);
  for (let epoch = 0; epoch < epochs; epoch++) {
    report(epoch);
    gradient.fill(0);
    for (let point = 0; point < set.count; point++) addGradient(plan, parameters, set, point, gradient);
    const rate = (0.02 * Math.sqrt(1 - 0.999 ** (epoch + 1))) / (1 - 0.9 ** (epoch + 1));
    for (let i = 0; i < parameters.length; i++) {
      const slope = gradient[i]! / set.count;
      mean[i] = 0.9 * mean[i]! + 0.1 * slope;
      square[i] = 0.999 * square[i]! + 0.001 * slope * slope;
      parameters[i]! -= (rate * mean[i]!) / (Math.sqrt(square[i]!) + 1e-8);
    }
  }
  report(epochs);
}

export function rowOf(values: Float32Array, index: number, width: number): Float32Array {
  return values.subarray(index * width, (index + 1) * width);
}

function addGradient(
  plan: NetworkPlan,
  parameters: Float32Array,
  set: SampleSet,
  point: number,
  gradient: Float64Array,
): void {
  const input = rowOf(set.inputs, point, plan.inputs);
  const target = rowOf(set.targets, point, plan.outputs);
  const values = forward(plan, parameters, input);
  let delta: Float64Array = values.at(-1)!.outputs.map((a, unit) => a - target[unit]!);
  for (let index = plan.layers.length - 1; index >= 0; index--) {
    const layer = plan.layers[index]!;
    const from: ArrayLike<number> = index === 0 ? input : values[index - 1]!.outputs;
    const before = new Float64Array(layer.inputs);
    for (let unit = 0; unit < layer.units; unit++) {
      gradient[layer.biasOffset + unit]! += delta[unit]!;
      for (let i = 0; i < layer.inputs; i++) {
        const at = layer.kernelOffset + i * layer.units + unit;
        gradient[at]! += delta[unit]! * from[i]!;
        before[i]! += delta[unit]! * parameters[at]!;
      }
    }
    if (index > 0) delta = throughActivation(plan, index - 1, values[index - 1]!, before);
  }
}

function throughActivation(
  plan: NetworkPlan,
  index: number,
  { logits }: LayerValues,
  before: Float64Array,
): Float64Array {
  const { activation } = plan.layers[index]!;
  if (activation === 'softmax') throw new RangeError('a hidden layer cannot be softmax');
  return before.map((value, unit) => value * activations[activation].derivative(logits[unit]!));
}
