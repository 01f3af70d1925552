import type { Loss, LossArguments } from './loss';

function at({ outputs, targets }: LossArguments): number {
  let loss = 0;
  for (let j = 0; j < outputs.length; j++)
    loss += 0.5 * ((outputs[j] as number) - (targets[j] as number)) ** 2;
  return loss;
}

/** With classes the targets are 0 and 1; the learner may see why that is worse than cross-entropy. */
export const squaredError = {
  id: 'squaredError',
  name: { en: 'squared error', zh: '平方误差' },
  formula: 'L = \\tfrac{1}{2}(f - y)^2',
  keras: 'MeanSquaredError',
  tasks: ['classification', 'regression'],
  at,
} as const satisfies Loss;
