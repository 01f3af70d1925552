import type { Optimizer } from './optimizer';

export const sgd = {
  id: 'sgd',
  name: { en: 'SGD', zh: '梯度下降 SGD' },
  formula: 'w \\leftarrow w - \\alpha g',
  keras: 'SGD',
  hyperparameters: [],
  initialSlots: [],
  rule: (ops, { weight, gradient, learningRate }) => ({
    weight: ops.subtract(weight, ops.scale(gradient, learningRate)),
    slots: [],
  }),
} as const satisfies Optimizer;
