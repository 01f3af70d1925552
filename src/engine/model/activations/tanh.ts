import type { Activation } from './activation';

export const tanh = {
  id: 'tanh',
  name: { en: 'tanh', zh: 'tanh' },
  formula: 'g(z) = \\tanh z',
  keras: 'tanh',
  range: [-1, 1],
  at: Math.tanh,
  derivative: (z) => 1 / Math.cosh(z) ** 2,
} as const satisfies Activation;
