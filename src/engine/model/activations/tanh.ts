import type { Activation } from './activation';

export const tanh = {
  id: 'tanh',
  name: { en: 'tanh', zh: 'tanh' },
  formula: 'g(z) = \\tanh z',
  keras: 'tanh',
  range: [-1, 1],
  at: Math.tanh,
  derivative: (z) => 1 / Math.cosh(z) ** 2,
  glsl: { value: 'hyperbolicTangent(z)', derivative: '4.0 * logisticSlope(2.0 * z)' },
} as const satisfies Activation;
