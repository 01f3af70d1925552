import { logOnePlusExp, logSumExp } from '../scalar';
import { clipProbability, type Loss, type LossArguments } from './loss';

/**
 * −y log f − (1 − y) log(1 − f), summed over the output units. From logits with sigmoid (softplus) and softmax
 * (log-sum-exp with and without the unit); any other output is clipped into (0, 1) first, where its gradient is 0.
 */
function at({ activation, logits, outputs, targets }: LossArguments): number {
  let loss = 0;
  for (let j = 0; j < outputs.length; j++) {
    const y = targets[j] as number;
    const z = logits[j] as number;
    if (activation === 'sigmoid') loss += y * logOnePlusExp(-z) + (1 - y) * logOnePlusExp(z);
    else if (activation === 'softmax') {
      const all = logSumExp(logits);
      loss += y * (all - z);
      if (outputs.length > 1) loss += (1 - y) * (all - logSumExp(logits, j));
    } else {
      const p = clipProbability(outputs[j] as number);
      loss -= y * Math.log(p) + (1 - y) * Math.log(1 - p);
    }
  }
  return loss;
}

export const binaryCrossentropy = {
  id: 'binaryCrossentropy',
  name: { en: 'binary cross-entropy', zh: '二元交叉熵' },
  formula: 'L = -y\\log f - (1 - y)\\log(1 - f)',
  keras: 'BinaryCrossentropy',
  tasks: ['classification'],
  at,
} as const satisfies Loss;
