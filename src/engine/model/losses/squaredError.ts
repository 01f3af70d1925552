import type { Loss } from './loss';

/** With classes the targets are 0 and 1; the learner may see why that is worse than cross-entropy. */
export const squaredError = {
  id: 'squaredError',
  name: { en: 'squared error', zh: '平方误差' },
  formula: 'L = \\tfrac{1}{2}(f - y)^2',
  measures: 'error',
  tasks: ['classification', 'regression'],
  hyperparameters: [],
} as const satisfies Loss;
