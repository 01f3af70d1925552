/**
 * Softmax with two classes is logistic regression: a₁ = e^z₁ / (e^z₁ + e^z₂) = 1 / (1 + e^−(z₁−z₂)) = σ(w·a + b) with w = w₁ − w₂ and
 * b = b₁ − b₂. Only the differences count, which is why one unit is enough. In float64.
 */
import type { AffineMap } from './collapse';
import type { NetworkPlan } from './network';

/** Whether the output is a softmax over two classes. */
export function isSoftmaxPair({ layers, outputs }: NetworkPlan): boolean {
  return outputs === 2 && layers.at(-1)?.activation === 'softmax';
}

/** The unit whose sigmoid is the probability of the first class, on top of the last hidden layer. Throws RangeError without a pair. */
export function logisticOf(plan: NetworkPlan, parameters: ArrayLike<number>): AffineMap {
  const layer = plan.layers.at(-1);
  if (!layer || !isSoftmaxPair(plan)) throw new RangeError('the output is no softmax over two classes');
  const { inputs, units, kernelOffset, biasOffset } = layer;
  const difference = (offset: number) => (parameters[offset] as number) - (parameters[offset + 1] as number);
  return {
    inputs,
    units: 1,
    kernel: Float64Array.from({ length: inputs }, (_, i) => difference(kernelOffset + i * units)),
    bias: Float64Array.of(difference(biasOffset)),
  };
}
