import type { Activation } from './activation';
import { logistic } from './scalar';

export const sigmoid = {
  id: 'sigmoid',
  name: { en: 'sigmoid', zh: 'sigmoid' },
  formula: 'g(z) = \\frac{1}{1 + e^{-z}}',
  keras: 'sigmoid',
  range: [0, 1],
  at: logistic,
  derivative: (z) => logistic(z) * logistic(-z),
  glsl: { value: 'logistic(z)', derivative: 'logisticSlope(z)' },
} as const satisfies Activation;
