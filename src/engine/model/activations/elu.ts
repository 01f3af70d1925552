import type { Activation, ActivationNotes } from './activation';

/** Clevert, Unterthiner & Hochreiter 2016, with α = 1. */
export const elu = {
  id: 'elu',
  name: { en: 'ELU', zh: 'ELU' },
  formula: 'g(z) = \\begin{cases} z & z > 0 \\\\ e^{z} - 1 & z \\le 0 \\end{cases}',
  range: [-1, Infinity],
  isIncreasing: true,
  flat: 'left',
  canDie: false,
  kernelKeeps: 'activations',
  value: (ops, z) => ops.where(z, z, ops.expm1(ops.min(z, ops.constant(0)))),
  slope: (ops, z) => ops.exp(ops.min(z, ops.constant(0))),
} as const satisfies Activation;

export const notes = {
  hint: {
    en: 'Like ReLU, but bends smoothly towards −1 for negative z.',
    zh: 'z 为正时就是 z，为负时光滑地趋近 −1。',
  },
  cost: { en: 'one comparison, one exponential on the left', zh: '一次比较，左侧另需一次指数运算' },
  use: {
    en: 'Hidden layers: bends without a corner, and its outputs lie nearer to mean 0 than those of ReLU.',
    zh: '用于隐藏层：转折处没有尖角，输出的均值比 ReLU 更接近 0。',
  },
  names: {
    keras: { name: 'elu' },
    pytorch: { module: 'nn.ELU()' },
    tensorflowJs: { name: 'elu' },
  },
  numpy: {
    functions: {
      elu: `
def elu(z):
    return np.where(z > 0, z, np.expm1(np.minimum(z, 0)))`,
    },
    value: (z) => `elu(${z})`,
    slope: (z, a) => `np.where(${z} > 0, 1, ${a} + 1)`,
  },
} as const satisfies ActivationNotes;
