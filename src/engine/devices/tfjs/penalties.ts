/** What is done to the gradient of the data loss before an optimiser gets it. */
import * as tf from '@tensorflow/tfjs-core';
import type { UpdateSettings } from '../device';

/**
 * Adds ∂/∂w of l1·Σ|w| + l2·Σw², for kernels only. Written out because tfjs takes the slope of |w| at 0 for −1, where
 * a zero weight must stay where it is.
 */
export function penalized(
  gradients: readonly tf.Tensor[],
  parameters: readonly tf.Tensor[],
  { l1, l2 }: UpdateSettings,
): tf.Tensor[] {
  return gradients.map((gradient, i) => {
    if (i % 2 === 1) return gradient;
    const weight = parameters[i] as tf.Tensor;
    const withL1 = l1 > 0 ? tf.add(gradient, tf.mul(tf.sign(weight), l1)) : gradient;
    return l2 > 0 ? tf.add(withL1, tf.mul(weight, 2 * l2)) : withL1;
  });
}

/** Scales all gradients so that their joint L2 norm is at most `clipNorm`. */
export function clipGlobally(gradients: tf.Tensor[], clipNorm: number | null): tf.Tensor[] {
  if (clipNorm === null) return gradients;
  const squares = gradients.map((gradient) => tf.sum(tf.square(gradient)));
  const norm = tf.sqrt(tf.addN(squares));
  const factor = tf.minimum(tf.div(clipNorm, tf.maximum(norm, 1e-30)), 1);
  return gradients.map((gradient) => tf.mul(gradient, factor));
}
