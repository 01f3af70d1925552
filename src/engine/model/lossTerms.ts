/** The loss of a point, taken apart: what each output unit adds to it, in float64. The sum is `losses[id].at`, to rounding. */

import { type LossId, losses } from './losses';
import type { LossArguments } from './losses/loss';
import { logSumExp } from './scalar';

/** [output unit] null for a unit that the loss does not look at: in categorical cross-entropy all but the true class. */
export function lossTerms(lossId: LossId, point: LossArguments): (number | null)[] {
  const { activation, logits, outputs, targets } = point;
  const onlyTruth = lossId === 'categoricalCrossentropy' && outputs.length > 1;
  return Array.from(outputs, (a, j) => {
    const y = targets[j] as number;
    if (onlyTruth && y === 0) return null;
    // Softmax alone makes a term depend on the other logits.
    if (activation === 'softmax' && lossId !== 'squaredError') return softmaxTerm(logits, j, y);
    return losses[lossId].at({ activation, logits: [logits[j] as number], outputs: [a], targets: [y] });
  });
}

/** −y log a_j − (1 − y) log(1 − a_j), from logits. */
function softmaxTerm(logits: ArrayLike<number>, j: number, y: number): number {
  const all = logSumExp(logits);
  const right = y * (all - (logits[j] as number));
  return logits.length > 1 && y < 1 ? right + (1 - y) * (all - logSumExp(logits, j)) : right;
}
