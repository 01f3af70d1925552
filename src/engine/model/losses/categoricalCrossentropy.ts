import { logOnePlusExp, logSumExp } from '../scalar';
import { binaryCrossentropy } from './binaryCrossentropy';
import { clipProbability, type Loss, type LossArguments } from './loss';

/**
 * −log a_y, only the term of the true class. From logits with softmax and sigmoid; other outputs are clipped into (0, 1).
 * A single output f stands for the two probabilities 1 − f and f, which makes it binary cross-entropy.
 */
function at(point: LossArguments): number {
  const { activation, logits, outputs, targets } = point;
  if (outputs.length === 1) return binaryCrossentropy.at(point);
  let loss = 0;
  for (let j = 0; j < outputs.length; j++) {
    const y = targets[j] as number;
    if (y === 0) continue;
    if (activation === 'softmax') loss += y * (logSumExp(logits) - (logits[j] as number));
    else if (activation === 'sigmoid') loss += y * logOnePlusExp(-(logits[j] as number));
    else loss -= y * Math.log(clipProbability(outputs[j] as number));
  }
  return loss;
}

export const categoricalCrossentropy = {
  id: 'categoricalCrossentropy',
  name: { en: 'categorical cross-entropy', zh: '多元交叉熵' },
  formula: 'L = -\\log a_y',
  keras: 'CategoricalCrossentropy',
  tasks: ['classification'],
  at,
} as const satisfies Loss;
