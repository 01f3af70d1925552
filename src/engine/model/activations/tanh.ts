import type { Activation, ActivationNotes } from './activation';

export const tanh = {
  id: 'tanh',
  name: { en: 'tanh', zh: 'tanh' },
  formula: 'g(z) = \\tanh z',
  range: [-1, 1],
  isIncreasing: true,
  flat: 'both',
  canDie: false,
  kernelKeeps: 'activations',
  value: (ops, z) => ops.tanh(z),
  slope: (ops, z) => ops.scale(ops.logisticSlope(ops.scale(z, 2)), 4),
} as const satisfies Activation;

export const notes = {
  hint: { en: 'Between −1 and 1; flat on both sides.', zh: '在 −1 和 1 之间；两侧平坦。' },
  cost: { en: 'one exponential, one division', zh: '一次指数运算、一次除法' },
  use: {
    en: 'Hidden layers of small networks: like sigmoid, but centred at 0 and four times as steep there. Still flat on both sides.',
    zh: '用于小型网络的隐藏层：形如 sigmoid，但以 0 为中心，且中心处斜率是其 4 倍。两侧仍然平坦。',
  },
  names: {
    keras: { name: 'tanh' },
    pytorch: { module: 'nn.Tanh()' },
    tensorflowJs: { name: 'tanh' },
  },
  numpy: {
    functions: {},
    value: (z) => `np.tanh(${z})`,
    slope: (_, a) => `(1 - ${a}**2)`,
  },
} as const satisfies ActivationNotes;
