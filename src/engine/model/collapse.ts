/**
 * Why hidden layers need a bend: a stack of linear layers multiplied out to the one layer it equals. W[l](W[l−1]a + b[l−1]) + b[l] is
 * (W[l]W[l−1])a + (W[l]b[l−1] + b[l]). Kernels are [in][out] as in `NetworkPlan`, so products run the other way round; in float64.
 */
import { activate } from './forward';
import type { LayerPlan, NetworkPlan } from './network';

/** z = W·x + b with the inputs of the network, for all layers in between. */
export interface AffineMap {
  readonly inputs: number;
  readonly units: number;
  /** [in][out] */
  readonly kernel: Float64Array;
  /** [out] */
  readonly bias: Float64Array;
}

/** Whether the network has hidden layers and none of them bends anything. */
export function isCollapsible({ layers }: NetworkPlan): boolean {
  return layers.length > 1 && layers.slice(0, -1).every(({ activation }) => activation === 'linear');
}

/**
 * What the inputs become up to each layer's z: the first layer as it is, then one product more for each layer, and last the single
 * layer that the network equals. Throws RangeError for a hidden layer that is not linear. [layer]
 */
export function collapse(plan: NetworkPlan, parameters: ArrayLike<number>): AffineMap[] {
  const maps: AffineMap[] = [];
  for (const layer of plan.layers) {
    const before = maps.at(-1);
    maps.push(before ? compose(before, layer, parameters) : affineMap(layer, parameters));
    const isHidden = maps.length < plan.layers.length;
    if (isHidden && layer.activation !== 'linear') {
      throw new RangeError(`hidden layer ${maps.length} is ${layer.activation}, not linear`);
    }
  }
  return maps;
}

function affineMap(
  { inputs, units, kernelOffset, biasOffset }: LayerPlan,
  parameters: ArrayLike<number>,
): AffineMap {
  const at = (offset: number) => (_: number, i: number) => parameters[offset + i] as number;
  return {
    inputs,
    units,
    kernel: Float64Array.from({ length: inputs * units }, at(kernelOffset)),
    bias: Float64Array.from({ length: units }, at(biasOffset)),
  };
}

/** The layer after what came before it. */
function compose(before: AffineMap, layer: LayerPlan, parameters: ArrayLike<number>): AffineMap {
  const after = affineMap(layer, parameters);
  const { inputs } = before;
  const { units } = after;
  const kernel = new Float64Array(inputs * units);
  for (let i = 0; i < inputs; i++) {
    kernel.set(through(before.kernel.subarray(i * before.units, (i + 1) * before.units), after), i * units);
  }
  const bias = through(before.bias, after).map((value, out) => value + (after.bias[out] as number));
  return { inputs, units, kernel, bias };
}

/** W·a, without the bias. [out] */
function through(values: Float64Array, { units, kernel }: AffineMap): Float64Array {
  const sums = new Float64Array(units);
  values.forEach((value, from) => {
    for (let out = 0; out < units; out++) {
      sums[out] = (sums[out] as number) + value * (kernel[from * units + out] as number);
    }
  });
  return sums;
}

/** What a single layer answers to rows of inputs. `inputs` is [point][in]; the answer [unit][point], as grids have it. */
export function answersOf(
  { inputs: width, units, kernel, bias }: AffineMap,
  activation: LayerPlan['activation'],
  inputs: ArrayLike<number>,
): Float32Array {
  const points = inputs.length / width;
  const answers = new Float32Array(points * units);
  const logits = new Float64Array(units);
  for (let point = 0; point < points; point++) {
    logits.set(bias);
    for (let i = 0; i < width; i++) {
      const value = inputs[point * width + i] as number;
      for (let out = 0; out < units; out++) {
        logits[out] = (logits[out] as number) + value * (kernel[i * units + out] as number);
      }
    }
    const outputs = activate(activation, logits);
    for (let out = 0; out < units; out++) answers[out * points + point] = outputs[out] as number;
  }
  return answers;
}

/** The largest difference of two lists of the same length; NaN where one holds no number. Throws RangeError for other lengths. */
export function largestDifference(one: ArrayLike<number>, other: ArrayLike<number>): number {
  if (one.length !== other.length) throw new RangeError(`${one.length} numbers beside ${other.length}`);
  let largest = 0;
  for (let i = 0; i < one.length; i++) {
    const difference = Math.abs((one[i] as number) - (other[i] as number));
    // Written so that NaN wins.
    if (!(difference <= largest)) largest = difference;
    if (Number.isNaN(largest)) return largest;
  }
  return largest;
}
