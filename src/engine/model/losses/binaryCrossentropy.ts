import type { Loss } from './loss';

export const binaryCrossentropy = {
  id: 'binaryCrossentropy',
  name: { en: 'binary cross-entropy', zh: '二元交叉熵' },
  formula: 'L = -y\\log f - (1 - y)\\log(1 - f)',
  measures: 'probability',
  tasks: ['classification'],
  hyperparameters: [],
} as const satisfies Loss;
