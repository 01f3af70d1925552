import type { Optimizer, OptimizerNotes } from './optimizer';

export const sgd = {
  id: 'sgd',
  name: { en: 'SGD', zh: '梯度下降 SGD' },
  hyperparameters: [],
  initialSlots: [],
  rule: (ops, { weight, gradient, learningRate }) => ({
    weight: ops.subtract(weight, ops.scale(gradient, learningRate)),
    slots: [],
  }),
} as const satisfies Optimizer;

export const notes = {
  hint: {
    en: 'Each update goes against the gradient, α times as far.',
    zh: '每次沿负梯度方向更新，更新量是 α 乘梯度。',
  },
  formula: 'w \\leftarrow w - \\alpha g',
  state: [],
  keras: { name: 'SGD', options: {} },
  pytorch: { name: 'SGD', options: () => [] },
  tensorflowJs: {
    builtIn: {
      name: 'sgd',
      options: () => [],
      setRate: (rate) => `optimizer.setLearningRate(${rate});`,
    },
  },
  numpy: { lines: (rate) => [`w -= ${rate} * g`] },
} as const satisfies OptimizerNotes;
