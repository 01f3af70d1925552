import type { Activation, ActivationNotes } from './activation';

export const linear = {
  id: 'linear',
  name: { en: 'linear', zh: '线性' },
  formula: 'g(z) = z',
  range: [-Infinity, Infinity],
  isIncreasing: true,
  flat: 'nowhere',
  canDie: false,
  kernelKeeps: 'activations',
  value: (_, z) => z,
  slope: (ops) => ops.constant(1),
} as const satisfies Activation;

export const notes = {
  hint: { en: 'g(z) = z: any number, unchanged.', zh: 'g(z) = z：原样输出，可以是任意实数。' },
  cost: { en: 'nothing', zh: '无需计算' },
  use: {
    en: 'Output layer of a regression whose targets may be any real number. Not inside: linear layers multiply out to one.',
    zh: '用于目标可取任意实数的回归的输出层。不用于隐藏层：多个线性层相乘仍是一个线性层。',
  },
  names: {
    keras: { name: 'linear' },
    pytorch: { module: 'nn.Identity()' },
    tensorflowJs: { name: 'linear' },
  },
  numpy: {
    functions: {},
    value: (z) => z,
    slope: () => '',
  },
} as const satisfies ActivationNotes;
