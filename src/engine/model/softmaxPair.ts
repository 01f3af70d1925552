/**
 * Softmax with two classes, ○ and ×, is logistic regression: a_× = e^z_× / (e^z_○ + e^z_×) = 1 / (1 + e^−(z_× − z_○)) = σ(w·a + b) with
 * w = w_× − w_○ and b = b_× − b_○. Only the differences count, which is why one unit is enough. As in logistic regression, y = 1 is the
 * second class (×), so that w has the same sign in both models. In float64.
 */
import type { AffineMap } from './collapse';
import type { NetworkPlan } from './network';

/** Whether the output is a softmax over two classes. */
export function isSoftmaxPair({ layers, outputs }: NetworkPlan): boolean {
  return outputs === 2 && layers.at(-1)?.activation === 'softmax';
}

/** The unit whose sigmoid is the probability of the second class, on top of the last hidden layer. Throws RangeError without a pair. */
export function logisticOf(plan: NetworkPlan, parameters: ArrayLike<number>): AffineMap {
  const layer = plan.layers.at(-1);
  if (!layer || !isSoftmaxPair(plan)) throw new RangeError('the output is no softmax over two classes');
  const { inputs, units, kernelOffset, biasOffset } = layer;
  const difference = (offset: number) => (parameters[offset + 1] as number) - (parameters[offset] as number);
  return {
    inputs,
    units: 1,
    kernel: Float64Array.from({ length: inputs }, (_, i) => difference(kernelOffset + i * units)),
    bias: Float64Array.of(difference(biasOffset)),
  };
}
