import { softplusOf } from '../ops';
import type { Activation, ActivationNotes } from './activation';

export const softplus = {
  id: 'softplus',
  name: { en: 'softplus', zh: 'softplus' },
  formula: 'g(z) = \\log(1 + e^{z})',
  range: [0, Infinity],
  isIncreasing: true,
  flat: 'left',
  canDie: false,
  kernelKeeps: 'slopes',
  value: softplusOf,
  slope: (ops, z) => ops.logistic(z),
} as const satisfies Activation;

export const notes = {
  hint: { en: 'A smooth ReLU that is always above 0.', zh: '光滑的 ReLU，恒大于 0。' },
  cost: { en: 'one exponential, one logarithm', zh: '一次指数运算、一次对数运算' },
  use: {
    en: 'Output layer for targets that are always positive: a smooth ReLU that never reaches 0.',
    zh: '用于目标恒为正的输出层：光滑的 ReLU，永远不等于 0。',
  },
  names: {
    keras: { name: 'softplus' },
    pytorch: { module: 'nn.Softplus()' },
    tensorflowJs: { name: 'softplus' },
  },
  numpy: {
    functions: {
      softplus: `
def softplus(z):
    return np.logaddexp(0, z)  # log(1 + exp(z)), never overflows`,
    },
    value: (z) => `softplus(${z})`,
    slope: (z) => `sigmoid(${z})`,
  },
} as const satisfies ActivationNotes;
