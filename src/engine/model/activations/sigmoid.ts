import type { Activation, ActivationNotes } from './activation';

export const sigmoid = {
  id: 'sigmoid',
  name: { en: 'sigmoid', zh: 'sigmoid' },
  formula: 'g(z) = \\frac{1}{1 + e^{-z}}',
  range: [0, 1],
  isIncreasing: true,
  flat: 'both',
  canDie: false,
  kernelKeeps: 'activations',
  value: (ops, z) => ops.logistic(z),
  slope: (ops, z) => ops.logisticSlope(z),
} as const satisfies Activation;

export const notes = {
  hint: {
    en: 'Between 0 and 1, as a probability is; flat on both sides.',
    zh: '在 0 和 1 之间，可以当作概率；两侧平坦。',
  },
  cost: { en: 'one exponential, one division', zh: '一次指数运算、一次除法' },
  use: {
    en: 'Output layer for two classes: its value is the probability of the second. Seldom inside: flat on both sides, so gradient descent crawls.',
    zh: '用于二元分类的输出层，输出就是第二类的概率。很少用于隐藏层：两侧都平坦，梯度下降很慢。',
  },
  names: {
    keras: { name: 'sigmoid' },
    pytorch: { module: 'nn.Sigmoid()' },
    tensorflowJs: { name: 'sigmoid' },
  },
  numpy: {
    functions: {
      sigmoid: `
def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))  # 1 / (1 + exp(-z)), never overflows`,
    },
    value: (z) => `sigmoid(${z})`,
    slope: (_, a) => `${a} * (1 - ${a})`,
  },
} as const satisfies ActivationNotes;
