import type { Loss } from './loss';

/** Only the term of the true class. */
export const categoricalCrossentropy = {
  id: 'categoricalCrossentropy',
  name: { en: 'categorical cross-entropy', zh: '多元交叉熵' },
  formula: 'L = -\\log a_y',
  measures: 'probability',
  tasks: ['classification'],
  hyperparameters: [],
} as const satisfies Loss;
