/**
 * dL/dz of the output layer at one point, in float64. For every loss with every output activation; from logits where the two belong
 * together, so that no gradient dies at ±1000. The slopes of the losses are those of `losses`, clipping included.
 */
import { type ActivationId, activations } from './activations';
import type { LossId } from './losses';
import type { LossArguments } from './losses/loss';
import { probabilityFloor } from './losses/loss';
import { logSumExp } from './scalar';

/** [output unit] */
export function outputDeltas(lossId: LossId, point: LossArguments): Float64Array {
  const { activation, outputs, targets } = point;
  if (activation === 'softmax') return softmaxDeltas(lossId, point);
  const binary =
    lossId === 'binaryCrossentropy' || (lossId === 'categoricalCrossentropy' && outputs.length === 1);
  return Float64Array.from(outputs, (a, j) => {
    const y = targets[j] as number;
    if (activation === 'sigmoid' && binary) return a - y;
    if (activation === 'sigmoid' && lossId === 'categoricalCrossentropy') return y * (a - 1);
    const slope = activations[activation satisfies ActivationId].derivative(point.logits[j] as number);
    if (lossId === 'squaredError') return (a - y) * slope;
    const outside = a < probabilityFloor || a > 1 - probabilityFloor;
    if (outside) return 0;
    return (binary ? (1 - y) / (1 - a) - y / a : -y / a) * slope;
  });
}

function softmaxDeltas(lossId: LossId, { logits, outputs, targets }: LossArguments): Float64Array {
  if (lossId === 'squaredError') return throughSoftmax(outputs, targets);
  const single = outputs.length === 1;
  if (single || lossId === 'categoricalCrossentropy') {
    // Σ y is 1 for a class; for the single unit, which is always 1, nothing can change.
    return Float64Array.from(outputs, (a, j) => (single ? 0 : a - (targets[j] as number)));
  }
  return softmaxBinaryDeltas(logits, outputs, targets);
}

/** a_k (e_k − Σ_j e_j a_j) with e = a − y. */
function throughSoftmax(outputs: ArrayLike<number>, targets: ArrayLike<number>): Float64Array {
  const errors = Float64Array.from(outputs, (a, j) => a - (targets[j] as number));
  const mean = errors.reduce((sum, error, j) => sum + error * (outputs[j] as number), 0);
  return errors.map((error, j) => (outputs[j] as number) * (error - mean));
}

/**
 * Σ_j y_j (a − δ_j) + (1 − y_j) (a − s^j), where s^j is the softmax without unit j: from −log(1 − a_j) = log Σ_k e^z − log Σ_{k≠j} e^z.
 */
function softmaxBinaryDeltas(
  logits: ArrayLike<number>,
  outputs: ArrayLike<number>,
  targets: ArrayLike<number>,
): Float64Array {
  const count = outputs.length;
  const deltas = Float64Array.from(outputs, (a, k) => count * a - (targets[k] as number));
  for (let left = 0; left < count; left++) {
    const others = logSumExp(logits, left);
    const share = 1 - (targets[left] as number);
    for (let k = 0; k < count; k++) {
      if (k !== left) deltas[k] = (deltas[k] as number) - share * Math.exp((logits[k] as number) - others);
    }
  }
  return deltas;
}
