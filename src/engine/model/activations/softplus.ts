import type { Activation } from './activation';
import { logistic, logOnePlusExp } from './scalar';

export const softplus = {
  id: 'softplus',
  name: { en: 'softplus', zh: 'softplus' },
  formula: 'g(z) = \\log(1 + e^{z})',
  keras: 'softplus',
  range: [0, Infinity],
  at: logOnePlusExp,
  derivative: logistic,
  glsl: { value: 'max(z, 0.0) + logOnePlus(exp(-abs(z)))', derivative: 'logistic(z)' },
} as const satisfies Activation;
